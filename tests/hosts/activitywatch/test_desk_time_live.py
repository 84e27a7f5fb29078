"""Desk time asked live from a real server counts as its export does, read from a file."""

import json
from pathlib import Path
from typing import Any

from tests.hosts.activitywatch.conftest import Server, Tl

WEEK = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00", "--format", "json")


def report(tl: Tl, *arguments: str | Path) -> dict[str, Any]:
    done = tl("report", *arguments, *WEEK)
    assert (done.code, done.err) == (0, "")
    value: dict[str, Any] = json.loads(done.out)
    return value


def judged(value: dict[str, Any]) -> dict[str, Any]:
    """What a report says of the athlete, without the names of its sources."""
    parts = {part: value[part] for part in ("channels", "flags", "plan", "timeline", "symptoms")}
    coverage = {name: told for name, told in value["coverage"].items() if name != "sources"}
    return {**parts, "coverage": coverage}


def test_sitting_counts_as_measured_and_like_the_export(
    aw_server: Server, tl: Tl, lifter: Path, tmp_path: Path
) -> None:
    aw_server.fill("desk")
    aw_server.fill("laptop")
    export = tmp_path / "aw-buckets-export.json"
    export.write_text(json.dumps(aw_server.ask("export")))

    live = report(tl, lifter, "--activitywatch", aw_server.url)
    assert live["coverage"]["desk_hours_measured"] == 40.0
    assert judged(live) == judged(report(tl, lifter, export))
    assert judged(live) != judged(report(tl, lifter))
    assert "secret" not in json.dumps(live)


def test_check_names_the_live_source(aw_server: Server, tl: Tl, lifter: Path) -> None:
    aw_server.fill()
    done = tl("check", lifter, "--activitywatch", aw_server.url)
    assert (done.code, "activitywatch (live)" in done.out) == (0, True)


def test_a_server_without_buckets_changes_nothing(aw_server: Server, tl: Tl, lifter: Path) -> None:
    asked = report(tl, lifter, "--activitywatch", aw_server.url)
    assert judged(asked) == judged(report(tl, lifter))
