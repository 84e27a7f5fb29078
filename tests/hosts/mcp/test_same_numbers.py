"""What the server answers is what the Python API returns for the same week and moment."""

import json
from pathlib import Path, PurePath
from typing import Any

import tl_analyzer as tl
from tests.hosts.mcp.conftest import ROBIN, WEEK, Host, call, read, text_of, values_of

REPORT = "tl://report/robin/2026-W46?as_of=2026-11-16T08:00:00%2B01:00"

#: What only pictures are drawn from: the tool leaves it out, the resource does not.
PICTURES: dict[str, Any] = {"timeline": [], "calendar": None, "flexion_day": None}


def report(*changes: str) -> dict[str, Any]:
    value = tl.weekly_report(tl.read(ROBIN), WEEK["week"], as_of=WEEK["as_of"], what_if=changes)
    told: dict[str, Any] = value.model_dump(mode="json")
    sources = told["coverage"]["sources"]
    # Files are named, but not where they lie.
    told["coverage"]["sources"] = [PurePath(source).name for source in sources]
    return told


def test_a_report_from_files(host: Host) -> None:
    whole = report()
    resource, tool, flags = host.ask(
        [ROBIN], read(REPORT), call("weekly_report", **WEEK), call("flags", **WEEK)
    )
    assert values_of(resource)["report"] == whole
    assert values_of(tool)["report"] == {**whole, **PICTURES}
    assert values_of(flags)["flags"] == whole["flags"]
    assert f"{whole['channels']['hinge']['this_week']:.0f} points" in text_of(tool)


def test_a_report_from_the_log_store(host: Host) -> None:
    assert host.run("import", ROBIN).returncode == 0
    (answer,) = host.ask(["--athlete", "robin"], call("weekly_report", **WEEK))
    told, whole = values_of(answer)["report"], report()
    for part in ("channels", "flags", "plan", "headline", "symptoms"):
        assert told[part] == whole[part], part


def test_a_changed_week(host: Host) -> None:
    (answer,) = host.ask([ROBIN], call("what_if", changes=["skip thu:deadlift"], **WEEK))
    assert values_of(answer)["what_if"] == report("skip thu:deadlift")["what_if"]


def test_a_roster(host: Host, team: Path) -> None:
    # Noor keeps a calendar, which is read only where that extra is installed.
    whole = tl.team_roster(team, athletes=("robin", "casey"), **WEEK).model_dump(mode="json")
    all_of_them, first = host.ask(
        [team, "--athlete", "robin", "--athlete", "casey"],
        call("roster", **WEEK),
        call("roster", most=1, **WEEK),
    )
    lines = values_of(all_of_them)["lines"]
    assert lines == [{name: line[name] for name in lines[0]} for line in whole["lines"]]
    assert values_of(first)["lines"] == lines[:1]
    assert values_of(first)["athletes"] == len(lines)


def test_the_same_moment_gives_the_same_answer(host: Host) -> None:
    once, again = host.ask([ROBIN], *[call("weekly_report", **WEEK)] * 2)
    assert json.dumps(values_of(once)) == json.dumps(values_of(again))


def test_rules_and_names(host: Host) -> None:
    names = ["Deadlift (Barbell)", "KB Swing", "Zork"]
    rules, page, understood = host.ask(
        [ROBIN],
        read("tl://rules"),
        call("explain", subject="TL401"),
        call("exercises", names=names),
    )
    assert [each["code"] for each in values_of(rules)["rules"]] == [
        rule.code for rule in tl.rules_in_use()
    ]
    assert values_of(page)["page"] == tl.explain("TL401")
    told = [(each["name"], each["pattern"]) for each in values_of(understood)["exercises"]]
    assert told == [(each.name, each.pattern.value) for each in tl.recognise(names)]


def test_nothing_is_written_into_the_store(host: Host, tmp_path: Path) -> None:
    assert host.run("import", ROBIN).returncode == 0
    store = tmp_path / "log.sqlite"
    before = store.read_bytes()
    host.ask(["--all-athletes"], call("weekly_report", **WEEK), call("roster", **WEEK))
    assert store.read_bytes() == before
