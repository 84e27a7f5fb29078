"""The cells of a posture log: two times that make an interval, and a posture with its style."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tl_analyzer.log import Clock, Posture, SittingStyle, When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.moments import when
from tl_analyzer.parsing.written_dates import (
    DateOrder,
    Unclear,
    read_moment,
    read_time_of_day,
    second_reading,
)
from tl_desk.evidence import Limits
from tl_desk.words import nearest, plain, shipped_words


@dataclass(frozen=True, slots=True)
class Stretch:
    """An interval as read.

    Attributes
    ----------
    start : When
        Its start.
    end : datetime
        Its end [UTC].
    next_day : bool
        Whether an end without a date was taken to lie on the next day.
    doubtful : bool
        Whether a daylight-saving night shows one of its clocks twice or never.
    """

    start: When
    end: datetime
    next_day: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row holds no interval."""

    code: str
    column: str
    found: str
    expected: str
    hint: str


def read_posture(cell: str, similarity: float) -> tuple[Posture, SittingStyle | None] | Refusal:
    """A posture word, with how the seat is used before, after or instead of it."""
    words = shipped_words()
    word = plain(cell)
    if posture := words.posture.get(word):
        return posture, None
    if style := words.style.get(word):
        return Posture.SITTING, style
    for name, style in words.style.items():
        for rest in (word.removeprefix(f"{name}_"), word.removesuffix(f"_{name}")):
            if rest != word and words.posture.get(rest) is Posture.SITTING:
                return Posture.SITTING, style
    near = nearest(word, [*words.posture, *words.style], similarity)
    known = ", ".join(posture.value for posture in Posture)
    hint = f"Did you mean {near}?" if near else "How one sits may follow: sitting upright."
    return Refusal("posture-unknown", "posture", echo(cell), f"one of {known}", hint)


def read_stretch(
    day: str, start: str, end: str, order: DateOrder, zone: str, limit: Limits
) -> Stretch | Refusal:
    """The interval that two cells state.

    Parameters
    ----------
    day : str
        The date for a `start` that is a time of day only; may be empty.
    start, end : str
        Dates with times; `end` may be a time of day only.
    order : DateOrder
        How the file writes dates.
    zone : str
        Zone of clocks that state none.
    limit : Limits
        What is believed of lengths and years.
    """
    began = _start(day, start, order, limit)
    if isinstance(began, Refusal):
        return began
    if not end.strip():
        return _NO_END
    if not isinstance(began, datetime):
        expected = "a date with a time, such as 2026-03-02 08:55"
        hint = "A date alone holds no interval: write when it began."
        return Refusal("start-without-clock", "start", echo(start), expected, hint)
    ended = _end(began, end, order, limit)
    if isinstance(ended, Refusal):
        return ended
    return _between(began, ended, end, zone, limit)


_NO_END = Refusal(
    "end-missing",
    "end",
    "no end",
    "a time after the start",
    "A total for the day holds no interval: write each stretch with start and end, or state usual"
    " desk hours in the profile ([[desk]]).",
)
_WHY_EARLY = (
    "Check both times. In the night when clocks go forward one hour of the clock does not exist;"
    " an offset, as in 2026-03-29T03:10+02:00, settles it."
)


def _between(
    began: datetime, ended: datetime, cell: str, zone: str, limit: Limits
) -> Stretch | Refusal:
    """The interval between two times; an end without a date may lie on the next day."""
    first = when(began, zone)
    longest = timedelta(seconds=limit.posture_s)
    last, doubtful = _instant_after(first, ended, zone)
    next_day = last <= first.utc and read_time_of_day(cell) is not None
    if next_day:
        longest = timedelta(seconds=limit.over_midnight_s)
        last, doubtful = _instant_after(first, ended + timedelta(days=1), zone)
    if last <= first.utc or (next_day and last - first.utc > longest):
        return Refusal("end-before-start", "end", echo(cell), "a time after the start", _WHY_EARLY)
    if last - first.utc > longest:
        expected = f"an end within {longest / timedelta(hours=1):g} h"
        hint = "Check both dates; write one row for each stretch."
        return Refusal("interval-too-long", "end", echo(cell), expected, hint)
    return Stretch(first, last, next_day, doubtful or first.clock is Clock.AMBIGUOUS)


def _start(day: str, start: str, order: DateOrder, limit: Limits) -> date | Refusal:
    """The start: a `datetime`, or only a `date` where no time is written."""
    passed = read_time_of_day(start)
    column, cell = ("start", start) if passed is None or not day.strip() else ("date", day)
    moment = read_moment(cell, order, limit.years)
    if isinstance(moment, Unclear):
        return Refusal(moment.code, column, echo(cell), moment.expected, moment.hint)
    if column == "start" or passed is None:
        return moment
    return datetime.combine(moment, time()) + passed


def _end(began: datetime, end: str, order: DateOrder, limit: Limits) -> datetime | Refusal:
    """The end; a time of day alone is on the day (and at the offset) of the start."""
    passed = read_time_of_day(end)
    if passed is not None:
        return datetime.combine(began.date(), time(), tzinfo=began.tzinfo) + passed
    moment = read_moment(end, order, limit.years)
    if isinstance(moment, datetime):
        return moment
    if isinstance(moment, Unclear):
        return Refusal(moment.code, "end", echo(end), moment.expected, moment.hint)
    expected, hint = "a time, such as 10:20", "Write when it ended."
    return Refusal("end-without-clock", "end", echo(end), expected, hint)


def _instant_after(first: When, ended: datetime, zone: str) -> tuple[datetime, bool]:
    """The end [UTC], and whether its clock is doubtful; of two readings the one after the start."""
    last = when(ended, zone)
    doubtful = last.clock is Clock.AMBIGUOUS
    if doubtful and last.utc <= first.utc:
        return second_reading(ended, zone), True
    return last.utc, doubtful
