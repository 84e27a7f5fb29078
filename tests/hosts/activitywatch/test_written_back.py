"""``tl connect activitywatch`` against a real server: rides and lifts on its timeline."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.hosts.activitywatch.conftest import Ended, Server, Tl, free_port, strong
from tests.hosts.activitywatch.test_desk_time_live import judged, report

EXAMPLE = Path(__file__).parents[3] / "examples" / "desk_rider_lifter"


def connect(tl: Tl, server: Server, *arguments: str | Path) -> Ended:
    return tl("connect", "activitywatch", *arguments, "--week", "2026-W46", "--url", server.url)


def ours(server: Server) -> dict[str, Any]:
    """Our bucket as the server exports it; empty where there is none."""
    found = [b for b in server.ask("export")["buckets"].values() if b["client"] == "tl-analyzer"]
    assert len(found) < 2
    return found[0] if found else {}


def test_a_week_of_rides_and_lifts_stands_on_the_timeline(aw_server: Server, tl: Tl) -> None:
    done = connect(tl, aw_server, EXAMPLE)
    assert (done.code, done.err) == (0, "")
    bucket = ours(aw_server)
    hostname = aw_server.ask("info")["hostname"]
    assert (bucket["id"], bucket["type"]) == (f"tl-analyzer_{hostname}", "training.session")
    assert bucket["hostname"] == hostname
    events = sorted(bucket["events"], key=lambda event: str(event["timestamp"]))
    assert [(e["timestamp"], e["duration"] / 60, e["data"]["title"]) for e in events] == [
        ("2026-11-09T17:30:00+00:00", 60, "Squat and press"),
        ("2026-11-10T16:25:00+00:00", 90, "Ride"),
        ("2026-11-12T16:10:00+00:00", 60, "Heavy pull"),
        ("2026-11-14T07:30:00+00:00", 240, "Ride"),
        ("2026-11-14T12:00:00+00:00", 60, "Heavy pull"),
    ]
    assert {frozenset(e["data"]) for e in events} == {
        frozenset({"title", "sport", "athlete", "sets"}),
        frozenset({"title", "sport", "athlete"}),
    }
    alone = aw_server.ask(f"buckets/{bucket['id']}/export")["buckets"][bucket["id"]]
    assert alone["events"] == bucket["events"]


def test_a_second_run_changes_nothing(aw_server: Server, tl: Tl) -> None:
    connect(tl, aw_server, EXAMPLE)
    name = ours(aw_server)["id"]
    before = aw_server.ask(f"buckets/{name}/events")
    again = connect(tl, aw_server, EXAMPLE)
    assert "0 new, 0 corrected, 5 as before" in again.out
    assert aw_server.ask(f"buckets/{name}/events") == before


def test_a_corrected_session_replaces_its_event_and_one_that_is_gone_stays(
    aw_server: Server, tl: Tl, lifter: Path
) -> None:
    connect(tl, aw_server, lifter)
    (lifter / "strong.csv").write_text(strong("Heavy pull"))
    assert "0 new, 1 corrected" in connect(tl, aw_server, lifter).out
    assert [e["data"]["title"] for e in ours(aw_server)["events"]] == ["Heavy pull"]

    (lifter / "strong.csv").write_text(strong("Pull").replace("18:00", "19:00"))
    moved = connect(tl, aw_server, lifter)
    assert "1 new, 0 corrected, 0 as before, 1 no longer in the log" in moved.out
    assert len(ours(aw_server)["events"]) == 2


def test_what_others_wrote_into_the_bucket_is_shown_harmless(
    aw_server: Server, tl: Tl, lifter: Path
) -> None:
    connect(tl, aw_server, lifter)
    data = {"title": "\x1b[2Jmine", "sport": "\x1b]0;lift\x07", "athlete": "anna"}
    event = {"timestamp": "2026-11-12T05:00:00+00:00", "duration": 60, "data": data}
    aw_server.put(ours(aw_server)["id"], event)
    (stays,) = [
        line for line in connect(tl, aw_server, lifter).out.splitlines() if "stay" in line[:5]
    ]
    assert "[2Jmine" in stays and stays.isprintable()


def test_athletes_share_the_bucket_and_not_their_sessions(
    aw_server: Server, tl: Tl, lifter: Path
) -> None:
    connect(tl, aw_server, lifter)
    profile = lifter / "profile.toml"
    profile.write_text(profile.read_text().replace("anna", "bea"))
    assert "1 new, 0 corrected, 0 as before:" in connect(tl, aw_server, lifter).out
    assert {e["data"]["athlete"] for e in ours(aw_server)["events"]} == {"anna", "bea"}


def test_it_comes_from_the_log_store_as_well(aw_server: Server, tl: Tl, lifter: Path) -> None:
    assert tl("import", lifter).code == 0
    shutil.rmtree(lifter)
    assert "1 new" in connect(tl, aw_server, "--athlete", "anna").out


def test_a_dry_run_writes_nothing(aw_server: Server, tl: Tl, lifter: Path) -> None:
    done = connect(tl, aw_server, lifter, "--dry-run")
    assert (done.code, "1 would be new" in done.out) == (0, True)
    assert ours(aw_server) == {}


def test_our_bucket_is_no_desk_time(
    aw_server: Server, tl: Tl, lifter: Path, tmp_path: Path
) -> None:
    aw_server.fill()
    before = report(tl, lifter, "--activitywatch", aw_server.url)
    connect(tl, aw_server, lifter)
    assert report(tl, lifter, "--activitywatch", aw_server.url) == before
    export = tmp_path / "aw-buckets-export.json"
    export.write_text(json.dumps(aw_server.ask("export")))
    assert judged(report(tl, lifter, export)) == judged(before)
    assert "bucket training.session" in tl("check", export, "--format", "json").out


def test_a_bucket_of_that_name_that_is_not_ours_is_left_alone(
    aw_server: Server, tl: Tl, lifter: Path
) -> None:
    name = f"tl-analyzer_{aw_server.ask('info')['hostname']}"
    aw_server.create(name, "afkstatus")
    done = connect(tl, aw_server, lifter)
    assert (done.code, done.out) == (2, "")
    assert "did not make" in done.err and "hint:" in done.err
    assert aw_server.ask(f"buckets/{name}/events") == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://192.168.1.5:5600", "no server on this computer"),
        (f"http://localhost:{free_port()}", "refused"),
    ],
)
def test_another_computer_or_no_server_is_an_error(
    tl: Tl, lifter: Path, url: str, said: str
) -> None:
    done = tl("connect", "activitywatch", lifter, "--week", "2026-W46", "--url", url)
    assert (done.code, done.out) == (2, "")
    assert said in done.err and "hint:" in done.err and "Traceback" not in done.err
