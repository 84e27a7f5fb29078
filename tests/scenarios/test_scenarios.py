"""Athlete-weeks in real formats, from files to flags, as the scenarios beside this file tell them.

A scenario writes down what an athlete did, a line each: ``-8..-1 thu 18:30 | Deadlift (Barbell):
W60x5 130x5x3`` is every Thursday of the eight weeks before the one under review. The files of
their apps are made from that, ``tl report`` reads them, and the flags must be those that the rules
promise: derived from the rules' definition, not from what the program happened to say.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from examples import desk_exports, ride_exports, strength_exports
from tl_analyzer.cli.start import tl
from tl_analyzer.rules.catalogue import RULES

Scenario = Mapping[str, Any]
Set = tuple[str, float | None, int, int, bool]

HERE = Path(__file__).parent
ROUTINES = tomllib.loads((HERE / "routines.toml").read_text(encoding="utf-8"))
SCENARIOS = [
    {"of": file.stem, **scenario}
    for file in sorted(HERE.glob("cases/*.toml"))
    for scenario in tomllib.loads(file.read_text(encoding="utf-8"))["scenario"]
]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEVELS = ("info", "watch", "amber", "red")
#: What a scenario may say: who and when, what was done in which formats, what is expected.
KEYS = {
    *("of", "says", "week", "zone", "units", "maxima", "bike", "profile"),
    *("usual", "app", "also", "tail", "twice", "desk_as", "rides_as", "watch"),
    *("strength", "rides", "computer", "posture", "diary"),
    *("must", "must_not", "severity", "quiet", "plan_any", "plan_empty", "referral"),
}

PROFILE = """\
schema = 1
[athlete]
id = "test"
timezone = "{zone}"
body_mass_kg = 75.0
{units}
[strength.one_rep_max_kg]
{maxima}
[bike]
position = "{bike}"
{more}
"""
MAXIMA = "deadlift = 180\nback_squat = 150\noverhead_press = 70\n"


def said(scenario: Scenario, kind: str) -> Iterator[tuple[date, str, str]]:
    """Local day, clock (may be empty) and what was done, for every day a line speaks of."""
    year, number = scenario.get("week", "2026-W46").split("-W")
    monday = date.fromisocalendar(int(year), int(number), 1)
    texts = [ROUTINES[name].get(kind, "") for name in scenario.get("usual", [])]
    for line in filter(str.strip, "\n".join([*texts, scenario.get(kind, "")]).splitlines()):
        when, bar, what = line.partition("|")
        words = re.fullmatch(r"(?:(-?\d+)(?:\.\.(-?\d+))? )?([a-z,-]+)(?: ([\d:]+))?", when.strip())
        assert bar and words, f"not understood: {line}"
        first, last, days, clock = words.groups()
        for week in range(int(first or 0), int(last or first or 0) + 1):
            for day in _days(days):
                yield monday + timedelta(weeks=week, days=day), clock or "", what.strip()


def _days(text: str) -> Iterator[int]:
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(DAYS.index(first), DAYS.index(last or first) + 1)


def local(day: date, clock: str, zone: ZoneInfo) -> datetime:
    """An instant from a day and a wall clock."""
    return datetime.combine(day, time.fromisoformat(clock or "12:00"), tzinfo=zone)


def sets(text: str) -> Iterator[Set]:
    """Sets of ``Deadlift (Barbell): W60x5 130x5x3; Plank: 60s``."""
    for exercise in text.split(";"):
        name, _, rows = exercise.rpartition(":")
        for row in rows.split():
            warmup, load = row.startswith("W"), row.removeprefix("W")
            if load.endswith("s"):
                yield name.strip(), None, 0, int(load[:-1]), warmup
                continue
            kg, reps, *times = load.split("x")
            for _ in range(int(times[0]) if times else 1):
                yield name.strip(), None if kg == "-" else float(kg), int(reps), 0, warmup


def at_computer(day: date, text: str, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime, bool]]:
    """Stretches of ``09:00-12:30 13:00-17:00``, and away from the computer in between."""
    spans = [[local(day, clock, zone) for clock in span.split("-")] for span in text.split()]
    for number, (start, end) in enumerate(spans):
        if number and spans[number - 1][1] < start:
            yield spans[number - 1][1], start, False
        yield start, end, True


def profile(scenario: Scenario) -> str:
    """The profile of a scenario's athlete."""
    unit = scenario.get("units", "kg")
    return PROFILE.format(
        zone=scenario.get("zone", "Europe/Berlin"),
        units=f'units = "{unit}"' if unit else "",
        maxima=scenario.get("maxima", MAXIMA),
        bike=scenario.get("bike", "hoods"),
        more=scenario.get("profile", ""),
    )


def posture_csv(scenario: Scenario) -> str:
    """A posture log of ``09:00-10:30 sitting, 10:30-10:45 walking``; empty without any."""
    rows = [
        f"{day} {start},{day} {end},{posture},"
        for day, _, what in said(scenario, "posture")
        for clocks, posture in map(str.split, what.split(","))
        for start, end in [clocks.split("-")]
    ]
    return "\n".join(["start,end,posture,note", *rows, ""]) if rows else ""


def diary_csv(scenario: Scenario) -> str:
    """A pain diary of ``lumbar both 3 fever night_pain``; empty without any."""
    rows = []
    for day, _, what in said(scenario, "diary"):
        region, side, score, *signs = what.split()
        rows.append(f"{day},{region},{side},{score},{';'.join(signs)},")
    return "\n".join(["date,region,side,score,signs,note", *rows, ""]) if rows else ""


def lifted(workouts: Sequence[tuple[datetime, Sequence[Set]]]) -> Iterator[str]:
    """The same workouts as a watch saw them: begun a little later, without sets."""
    for start, _ in workouts:
        begin = start + timedelta(minutes=4)
        yield desk_exports.health_workout(
            "TraditionalStrengthTraining", begin, begin + timedelta(minutes=50)
        )


def as_exported(
    name: str, rides: Sequence[tuple[datetime, int, bytes]]
) -> Iterator[tuple[str, bytes]]:
    """Rides as single files, or in the archive of a platform."""
    if name == "strava":
        yield "export_1.zip", ride_exports.strava_zip(rides)
    elif name == "garmin":
        files = {f"{n}.fit": fit for n, (_, _, fit) in enumerate(rides)}
        yield "garmin.zip", ride_exports.garmin_zip(files)
    for number, (start, minutes, fit) in enumerate(rides):
        if name == "fit":
            yield f"ride-{number:03d}.fit", fit
        elif name == "tcx":
            yield f"ride-{number:03d}.tcx", ride_exports.tcx(start, minutes)
        elif name == "gpx":
            yield f"ride-{number:03d}.gpx", ride_exports.gpx(start, minutes)


@pytest.fixture
def inputs(
    tmp_path: Path,
    strength_csv: Callable[[str, Sequence[tuple[datetime, Sequence[Set]]]], str],
    ride_fit: Callable[[datetime, int, dict[str, str]], bytes],
    activitywatch_json: Callable[[Sequence[tuple[datetime, datetime, bool]]], str],
) -> Callable[[Scenario], Path]:
    """Write the files of a scenario; a folder with ``profile.toml`` and ``inputs``."""

    def files(scenario: Scenario) -> Iterator[tuple[str, str]]:
        zone = ZoneInfo(scenario.get("zone", "Europe/Berlin"))
        workouts = [
            (local(day, clock, zone), list(sets(what)))
            for day, clock, what in sorted(said(scenario, "strength"))
        ]
        at_desk = [
            stretch
            for day, _, what in said(scenario, "computer")
            for stretch in at_computer(day, what, zone)
        ]
        app = scenario.get("app", "strong-c13")
        if workouts and app in strength_exports.WRITERS:
            suffix = "json" if app.endswith("json") else "csv"
            yield f"log.{suffix}", strength_exports.WRITERS[app](workouts)
        elif workouts:
            yield "log.csv", strength_csv(app, workouts) + scenario.get("tail", "")
        if "also" in scenario:
            yield "second.csv", strength_csv(scenario["also"], workouts)
        for name in scenario.get("desk_as", ["activitywatch"]) if at_desk else ():
            if name == "activitywatch":
                yield "aw.json", activitywatch_json(at_desk)
            else:
                writer, suffix = desk_exports.WRITERS[name]
                yield f"{name}.{suffix}", writer(at_desk)
        if scenario.get("watch"):
            yield "watch.xml", desk_exports.apple_health([], list(lifted(workouts)))
        yield "posture.csv", posture_csv(scenario)
        yield "diary.csv", diary_csv(scenario)

    def recordings(scenario: Scenario) -> Iterator[tuple[datetime, int, bytes]]:
        zone = ZoneInfo(scenario.get("zone", "Europe/Berlin"))
        for day, clock, what in said(scenario, "rides"):
            length, *wishes = what.split()
            wish = dict(word.partition("=")[::2] for word in wishes)
            start, minutes = local(day, clock, zone), int(length.removesuffix("min"))
            yield start, minutes, ride_fit(start, minutes, wish)

    def rides(scenario: Scenario) -> Iterator[tuple[str, bytes]]:
        made = list(recordings(scenario))
        for name in scenario.get("rides_as", ["fit"]) if made else ():
            yield from as_exported(name, made)

    def write(scenario: Scenario) -> Path:
        folder = tmp_path / "inputs"
        folder.mkdir()
        (tmp_path / "profile.toml").write_text(profile(scenario), encoding="utf-8")
        texts = {name: text.encode() for name, text in files(scenario) if text}
        for name, data in {**texts, **dict(rides(scenario))}.items():
            (folder / name).write_bytes(data)
        if "twice" in scenario:
            name = scenario["twice"]
            (folder / f"copy of {name}").write_bytes((folder / name).read_bytes())
        return tmp_path

    return write


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: f"{s['of']}: {s['says']}")
def test_the_report_says_what_the_rules_promise(
    scenario: Scenario, inputs: Callable[[Scenario], Path]
) -> None:
    folder, week = inputs(scenario), scenario.get("week", "2026-W46")
    year, number = week.split("-W")
    as_of = date.fromisocalendar(int(year), int(number), 5) + timedelta(weeks=1)
    arguments = ["report", str(folder / "inputs"), "--profile", str(folder / "profile.toml")]
    arguments += ["--week", week, "--as-of", f"{as_of}T12:00:00+00:00", "--format", "json"]
    result = CliRunner().invoke(tl, arguments)
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    flags = {flag["code"]: flag["severity"] for flag in report["flags"]}
    purposes = {item["purpose"] for item in report["plan"]}
    loud = {c for c, level in flags.items() if LEVELS.index(level) >= LEVELS.index("amber")}
    missing = sorted(set(scenario.get("must", [])) - set(flags))
    unwanted = sorted(set(scenario.get("must_not", [])) & set(flags))
    assert (missing, unwanted) == ([], []), f"flags: {flags}"
    if scenario.get("quiet"):
        assert loud == set()
    for code, level in scenario.get("severity", {}).items():
        assert (code, flags.get(code)) == (code, level)
    if "plan_any" in scenario:
        assert purposes & set(scenario["plan_any"])
    if scenario.get("plan_empty"):
        assert report["plan"] == []
    referral = report["referral"]
    assert (referral["level"] if referral else None) == scenario.get("referral")


def test_no_scenario_holds_a_word_that_nobody_reads() -> None:
    assert {key for scenario in SCENARIOS for key in scenario} <= KEYS
    assert all(scenario.keys() & {"must", "must_not", "severity"} for scenario in SCENARIOS)
    names = [(scenario["of"], scenario["says"]) for scenario in SCENARIOS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_speaks_in_one_scenario_and_is_silent_in_another(code: str) -> None:
    speaks = [s for s in SCENARIOS if code in [*s.get("must", []), *s.get("severity", {})]]
    silent = [s for s in SCENARIOS if code in s.get("must_not", [])]
    assert speaks and silent
