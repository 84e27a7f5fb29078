"""Weekly quantities, histories, coverage and problems of a case."""

from collections.abc import Mapping
from typing import Any

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.picture import Coverage
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.set_table import SetTable
from tl_analyzer.load.weekly import History, Kind, Weekly
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.testing.cases.moments import WEEK
from tl_analyzer.testing.cases.names import names

#: Covered weeks before the week under review, unless a case says how many. [weeks]
_WEEKS = 16


def weekly(key: str, row: Mapping[str, Any]) -> Weekly:
    """A quantity of the week: ``this`` or ``daily``, beside what was ``usual``."""
    name, unit = names()["weekly"][key]
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


def history(given: Mapping[str, Any]) -> dict[Kind, History]:
    """Sixteen covered weeks of every kind, unless the case says how many, newest first."""
    histories = {}
    for kind in Kind:
        weeks = given.get(kind.value, _WEEKS)
        covered = tuple(weeks) if isinstance(weeks, list) else (True,) * weeks
        covered += (False,) * (_WEEKS - len(covered))
        first = next((_WEEKS - n for n, c in enumerate(covered[::-1]) if c), 0)
        histories[kind] = History(
            first_day=WEEK.back(first).monday.toordinal(),
            weeks=float(first),
            covered=covered,
            trusted_from=None,
        )
    return histories


def coverage(given: Mapping[str, Any], sets: SetTable, rides: tuple[RideExposure, ...]) -> Coverage:
    """A well covered week, unless the case says otherwise."""
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


def problem(row: Mapping[str, Any]) -> Problem:
    """A file that could not be read whole."""
    return Problem(
        file=row.get("file", "ride.fit"),
        found="half a record",
        expected="a whole one",
        hint="Export it again.",
        kind=ProblemKind(row.get("kind", "refused")),
        code=row.get("code", "unreadable"),
    )
