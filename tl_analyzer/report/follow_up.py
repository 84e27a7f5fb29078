"""Flags that somebody has seen, as they stand in a report: put aside, or back and why."""

from collections.abc import Iterable
from datetime import datetime
from math import inf
from zoneinfo import ZoneInfo

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.finding import Evidence, Flag, Severity
from tl_analyzer.load.week import Week
from tl_analyzer.log.value import Value
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.wording import quantity


class Acknowledged(Value):
    """An acknowledged flag of this week.

    Attributes
    ----------
    code : str
        Code of the flag.
    until : str
        Last day it is put aside.
    note : str
        What was noted beside it.
    made_on : str
        Day on which it was acknowledged.
    severity : Severity
        Severity of the flag then.
    returned : str
        Why it is shown like any other again, in plain words; empty while it is put aside.
    """

    code: str
    until: str
    note: str
    made_on: str
    severity: Severity
    returned: str = ""


def follow_up(
    flags: Iterable[Flag],
    acknowledgements: Iterable[Acknowledgement],
    week: Week,
    as_of: datetime,
    parameters: Parameters,
) -> tuple[Acknowledged, ...]:
    """Tell which flags of a week somebody has seen, and which of them are back.

    A flag is back when it is more severe than it was when it was seen, when its leading measure
    stands further beyond its threshold, and in the report on the week in which its day passes. It
    is like any other afterwards. What was seen later than the week, or than the report, changes
    nothing in it.

    Parameters
    ----------
    flags : iterable of Flag
        The flags of the week.
    acknowledgements : iterable of Acknowledgement
        What was seen, one of a code.
    week : Week
        The week.
    as_of : datetime
        The moment of the report, with a zone.
    parameters : Parameters
        ``follow_up.worse_by``.
    """
    known = {each.code: each for each in acknowledgements if _concerns(each, week, as_of)}
    pairs = ((flag, known[flag.code]) for flag in flags if flag.code in known)
    return tuple(
        Acknowledged(
            code=seen.code,
            until=seen.until.isoformat(),
            note=seen.note,
            made_on=_day(seen.made_at, week),
            severity=seen.severity,
            returned=_returned(flag, seen, _day(as_of, week), parameters),
        )
        for flag, seen in pairs
    )


def _concerns(seen: Acknowledgement, week: Week, as_of: datetime) -> bool:
    known_then = _day(seen.made_at, week) <= _day(as_of, week)
    return known_then and seen.week <= week.label and seen.until >= week.monday


def _day(moment: datetime, week: Week) -> str:
    return moment.astimezone(ZoneInfo(week.zone)).date().isoformat()


def _returned(flag: Flag, seen: Acknowledgement, today: str, parameters: Parameters) -> str:
    """Why a flag is back, in words; empty while it is put aside."""
    if flag.severity.rank > seen.severity.rank:
        return f"it is {flag.severity} now, and was {seen.severity} then"
    now = flag.because[0]
    if _worse(now, seen, parameters.number("follow_up.worse_by")):
        figures = quantity(now.value, now.unit), quantity(seen.value, seen.unit)
        return "it stands at {} now, and stood at {} then".format(*figures)
    if today > seen.until.isoformat():
        return f"the last day for which it was put aside was {seen.until.isoformat()}"
    return ""


def _worse(now: Evidence, seen: Acknowledgement, factor: float) -> bool:
    """Whether a measure stands further beyond its threshold than it did, by a factor."""
    if now.unit != seen.unit or now.threshold is None or seen.threshold is None:
        return False
    much = seen.value >= seen.threshold
    then = _times(seen.value, seen.threshold, much=much)
    return _times(now.value, now.threshold, much=much) > factor * then


def _times(value: float, threshold: float, *, much: bool) -> float:
    """A measure over its threshold; the other way round where little of it is worse. [1]."""
    over, under = (value, threshold) if much else (threshold, value)
    if over <= 0:
        return 0.0
    return over / under if under > 0 else inf
