"""Small pictures of a week from a few lines of data, as the cases beside this file write them.

The week is 2026-W46 in Berlin (Monday 9 November). Times are ``"thu 17:45"``, days ``"thu"``,
``"thu -2"`` is two weeks earlier; a set or session without a clock time has only a date.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tl_analyzer.finding import Channel, DataQuality
from tl_analyzer.load.picture import ChannelExposure, Coverage, FlexionState, Picture, Strengths
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.set_table import Session, SetTable
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Kind, Weekly
from tl_analyzer.log import (
    CheckIn,
    PositionEvidence,
    Problem,
    ProblemKind,
    Provenance,
    Quality,
    When,
)
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import parse_profile
from tl_analyzer.sitting.sitting import MovedBy, Moving, Sitting

ZONE = "Europe/Berlin"
WEEK = Week(date(2026, 11, 9), ZONE)
NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Rows = list[dict[str, Any]]


def _movement(name: str) -> Movement:
    row = NAMES["movements"][name]
    loads: dict[str, Any] = dict.fromkeys(row["loads"], True)
    return Movement(name, Pattern(row["pattern"]), confidence=1.0, **loads)


@dataclass(frozen=True)
class Moment:
    """A day of the calendar and, where it is known, a time of it."""

    day: date
    clock: time | None

    @classmethod
    def parse(cls, text: str) -> "Moment":
        words = text.split()
        back = next((int(w) for w in words if w.startswith(("-", "+"))), 0)
        day = WEEK.monday + timedelta(days=DAYS.index(words[0]) + 7 * back)
        clock = next((time.fromisoformat(w) for w in words if ":" in w), None)
        return cls(day, clock)

    @property
    def when(self) -> When:
        if self.clock is None:
            return When.from_date(self.day, ZONE)
        return When.from_local(datetime.combine(self.day, self.clock), ZONE)

    @property
    def seconds(self) -> float:
        return self.when.utc.timestamp()


def build_picture(case: Mapping[str, Any]) -> Picture:
    """Build a picture from a case; whatever it does not name is empty or nothing."""
    sessions, sets = _sets(case.get("sets", []))
    rides = tuple(sorted(map(_ride, case.get("rides", [])), key=lambda r: r.start))
    weekly = {key: _weekly(key, case.get("weekly", {}).get(key, {})) for key in NAMES["weekly"]}
    as_of = case.get("as_of")
    return Picture(
        week=WEEK,
        as_of=Moment.parse(as_of).seconds if as_of else WEEK.end + 5 * 86_400.0,
        profile=parse_profile(PROFILE + case.get("profile", "")),
        sessions=sessions,
        sets=sets,
        rides=rides,
        sitting=tuple(sorted(map(_sitting, case.get("sitting", [])), key=lambda s: s.start)),
        moved=tuple(map(_moving, case.get("moved", []))),
        check_ins=tuple(sorted(_check_ins(case.get("check_ins", [])), key=lambda c: c.start.utc)),
        weekly=weekly,
        channels={
            Channel(channel): ChannelExposure(Channel(channel), weekly[key])
            for channel, key in NAMES["channels"].items()
        },
        history=_history(case.get("history", {})),
        strengths=Strengths(180.0, "stated in the profile", from_log=False),
        coverage=_coverage(case.get("coverage", {}), sets, rides),
        problems=tuple(map(_problem, case.get("problems", []))),
        states={
            Moment.parse(row["at"]).seconds: FlexionState(
                Moment.parse(row["at"]).seconds, row["creep"], row["dose"]
            )
            for row in case.get("states", [])
        },
    )


PROFILE = f"""
schema = 1
[athlete]
id = "anna"
timezone = "{ZONE}"
"""


def _sets(rows: Rows) -> tuple[tuple[Session, ...], SetTable]:
    """Rows of sets; those with the same ``at`` are one session, ``minute`` times a set in it."""
    expanded = [row for row in rows for _ in range(row.get("sets", 1))]
    expanded.sort(key=lambda row: (Moment.parse(row["at"]).seconds, row.get("minute", 0)))
    starts = list(dict.fromkeys(row["at"] for row in expanded))
    moments = [Moment.parse(at) for at in starts]
    sessions = tuple(
        Session(f"{at} strength", m.when, m.day.toordinal(), None)
        for at, m in zip(starts, moments, strict=True)
    )
    lifts = list(dict.fromkeys(row.get("lift", "Deadlift") for row in expanded))
    movements = tuple(map(_movement, lifts))
    which = [lifts.index(row.get("lift", "Deadlift")) for row in expanded]
    of = [starts.index(row["at"]) for row in expanded]

    def column(key: str, default: float = 0.0) -> np.ndarray[Any, np.dtype[np.float64]]:
        return np.array([row.get(key, default) for row in expanded], dtype=np.float64)

    demand, warmup = column("D", np.nan), column("warmup").astype(bool)
    thrown = np.array([movements[w].pattern is Pattern.SWING for w in which], dtype=bool)
    hinge = np.array([movements[w].tl_hinge for w in which], dtype=bool)
    turns = np.array([movements[w].tl_rotation for w in which], dtype=bool)
    curls = np.array([movements[w].tl_flexion_loaded for w in which], dtype=bool)
    reps = column("reps", 5.0)
    return sessions, SetTable(
        start=np.array([moments[n].seconds for n in of]) + 60.0 * column("minute"),
        day=np.array([sessions[n].day for n in of], dtype=np.int64),
        timed=np.array([moments[n].clock is not None for n in of], dtype=bool),
        session=np.array(of, dtype=np.int64),
        movement=np.array(which, dtype=np.int64),
        kg=column("kg", np.nan) if "kg" in {k for r in expanded for k in r} else 180 * demand,
        reps=reps,
        warmup=warmup,
        demand=demand,
        hinge_dose=column("H"),
        hard_hinge=hinge & ~thrown & ~warmup & (demand >= 0.70),
        ballistic_reps=np.where(thrown, reps, 0.0),
        intensity=column("I", np.nan),
        overhead_dose=column("O"),
        rotation_reps=np.where(turns, reps, 0.0),
        flexion_reps=np.where(curls, reps, 0.0),
        movements=movements,
    )


def _ride(row: dict[str, Any]) -> RideExposure:
    start = Moment.parse(row["at"])
    minutes = row.get("minutes", 120)
    flexed = row.get("flexed", minutes)
    measured = row.get("measured", True)
    return RideExposure(
        label=f"{row['at']} ride",
        start=start.seconds,
        end=start.seconds + 60.0 * minutes,
        day=start.day.toordinal(),
        distance_km=row.get("km", 0.0),
        evidence=PositionEvidence.EVENTS if measured else PositionEvidence.NONE,
        position="hoods",
        bouts=(),
        flexed_min=flexed,
        longest_bout_min=row.get("bout", flexed),
        dose_u_min=0.4 * flexed,
        upper_bound=not measured,
        quality=DataQuality.MEASURED if measured else DataQuality.OBSERVED,
    )


def _sitting(row: dict[str, Any]) -> Sitting:
    start = Moment.parse(row["at"])
    until = Moment.parse(f"{row['at'].split()[0]} {row['until']}")
    return Sitting(
        start=start.seconds,
        end=until.seconds,
        u=row.get("u", 0.37),
        probability=row.get("p", 0.95),
        quality=Quality(row.get("quality", "B")),
        source="computer",
        posture="desk_slumped",
    )


def _moving(row: dict[str, Any]) -> Moving:
    start = Moment.parse(row["at"]).seconds
    end = start + 60.0 * row.get("minutes", 20)
    return Moving(start, end, row.get("label", "walking"), MovedBy(row.get("by", "activity")))


def _check_ins(rows: Rows) -> Iterator[CheckIn]:
    """One entry a day in ``on`` (``"mon -1..sat -1"`` is six of them)."""
    for row in rows:
        yield from (
            CheckIn(
                start=When.from_date(day, ZONE),
                region=row.get("region", "iliac_crest"),
                side=row.get("side", ""),
                score=row.get("score"),
                signs=tuple(row.get("signs", [])),
                provenance=Provenance(adapter="test", file="diary.csv", digest=""),
            )
            for day in _days(row["on"])
        )


def _days(text: str) -> list[date]:
    if ".." not in text:
        return [Moment.parse(text).day]
    first, last = (Moment.parse(part.strip()).day for part in text.split(".."))
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _weekly(key: str, row: dict[str, Any]) -> Weekly:
    name, unit = NAMES["weekly"][key]
    this = float(row.get("this", sum(row.get("daily", [0.0]))))
    usual = row.get("usual")
    return Weekly(
        name=name,
        unit=unit,
        this=this,
        daily=tuple(row.get("daily", (this, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0))),
        before=tuple(row.get("before", (usual,) * 4)),
        usual=None if usual is None else float(usual),
        low=float(row.get("low", this)),
        high=float(row.get("high", this)),
        quality=DataQuality(row.get("quality", "measured")),
    )


def _history(given: dict[str, Any]) -> dict[Kind, History]:
    """Sixteen covered weeks of every kind, unless the case says how many, newest first."""
    histories = {}
    for kind in Kind:
        weeks = given.get(kind.value, 16)
        covered = tuple(weeks) if isinstance(weeks, list) else (True,) * weeks
        covered += (False,) * (16 - len(covered))
        first = next((16 - n for n, c in enumerate(covered[::-1]) if c), 0)
        histories[kind] = History(
            first_day=WEEK.back(first).monday.toordinal(),
            weeks=float(first),
            covered=covered,
            trusted_from=None,
        )
    return histories


def _coverage(given: dict[str, Any], sets: SetTable, rides: tuple[RideExposure, ...]) -> Coverage:
    ridden = [r for r in rides if WEEK.holds(r.day)]
    return Coverage(
        days_with_data=5,
        desk_hours_measured=given.get("desk_hours_measured", 30.0),
        desk_hours_assumed=given.get("desk_hours_assumed", 0.0),
        rides=len(ridden),
        rides_with_measured_position=sum(not r.upper_bound for r in ridden),
        sets=given.get("sets", len(sets)),
        sets_recognised=given.get("sets_recognised", given.get("sets", len(sets))),
        unrecognised=tuple((n, c) for n, c in given.get("unrecognised", [])),
        guessed_units=given.get("guessed_units", False),
        sources=("strong.csv",),
    )


def _problem(row: dict[str, Any]) -> Problem:
    return Problem(
        file=row.get("file", "ride.fit"),
        found="half a record",
        expected="a whole one",
        hint="Export it again.",
        kind=ProblemKind(row.get("kind", "refused")),
        code=row.get("code", "unreadable"),
    )


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return parameter_set("default")


@pytest.fixture(scope="session")
def a_picture() -> Callable[[Mapping[str, Any]], Picture]:
    return build_picture
