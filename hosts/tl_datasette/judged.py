"""Weekly reports on athletes of a store, each made once for a state of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tl_datasette.store_file import State, is_store_file, state_of
from tl_datasette.sums import Sums, sums_of
from tl_datasette.unanswered import UnansweredError, answering
from tl_datasette.weeks import moment_of

if TYPE_CHECKING:
    import tl_analyzer as tl

#: Reports that are kept, and weeks whose sums are: those take a thousandth of the room. [1]
_REPORTS, _WEEKS = 128, 16_384
#: Athletes whose profile is kept. [1]
_ATHLETES = 64
#: Longest id of an athlete. [characters]
_LONGEST_ID = 80

#: Reports are made one after the other: a page that is asked for twice must not work twice.
_ONE = Lock()


class Judged(NamedTuple):
    """A week of an athlete.

    Attributes
    ----------
    report : WeeklyReport
        The report.
    published : dict
        The same as `tl report --format json` writes it, to the last digit.
    """

    report: "tl.WeeklyReport"
    published: dict[str, Any]


class _Question(NamedTuple):
    state: State
    athlete: str
    profile: str
    week: str
    moment: str


T = TypeVar("T")


class _Asked(NamedTuple):
    state: State
    athlete: str
    minute: int  # a profile that was edited is seen within a minute


def judged(path: str, athlete: str, week: str, as_of: str = "") -> Judged:
    """The report on a week of an athlete.

    Parameters
    ----------
    path : str
        The store.
    athlete : str
        The athlete's id.
    week : str
        The week: ``2026-W46``.
    as_of : str
        The moment of the report, an ISO instant; by default the end of the week, or now while
        it is running.

    Raises
    ------
    UnansweredError
        If there is no such report.
    """
    return _answered(_judged, path, athlete, week, as_of)


def summed(path: str, athlete: str, week: str, as_of: str = "") -> Sums:
    """What a week of an athlete came to; parameters and errors as of `judged`."""
    return _answered(_summed, path, athlete, week, as_of)


def _answered(
    answer: Callable[[_Question], T], path: str, athlete: str, week: str, as_of: str
) -> T:
    if len(athlete) > _LONGEST_ID or not is_store_file(path):
        raise UnansweredError(
            "no athlete of a log store of this version was named", "/-/tl lists who is in it."
        )
    asked = _Asked(state_of(path), athlete, int(datetime.now(UTC).timestamp() // 60))
    with answering(), _ONE:
        who = _athlete(asked)
        moment = as_of or moment_of(week, who.timezone)
        if not moment:
            raise UnansweredError(f"{week[:20]!r} is not a week", "Write it as 2026-W46.")
        profile = who.profile.model_dump_json()
        return answer(_Question(asked.state, athlete, profile, week, moment))


@lru_cache(_ATHLETES)
def _athlete(asked: _Asked) -> "tl.Athlete":
    import tl_analyzer as tl

    return tl.stored(asked.athlete, store=asked.state.path)


@lru_cache(_REPORTS)
def _judged(asked: _Question) -> Judged:
    import tl_analyzer as tl

    who = tl.stored(asked.athlete, store=asked.state.path)
    report = tl.weekly_report(who, asked.week, as_of=asked.moment)
    return Judged(report, json.loads(tl.render(report, "json")))


@lru_cache(_WEEKS)
def _summed(asked: _Question) -> Sums:
    return sums_of(*_judged(asked))
