"""Recordings of a sensor: their clock, which knows of no daylight saving, and their rows."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.timeline import Span
from tl_analyzer.parsing.written_dates import DateOrder, read_moment
from tl_worktime.kinds import Kind

#: Day 0 of a spreadsheet.
_DAY_ZERO = datetime(1899, 12, 30)
_SERIAL = re.compile(r"\d{5}([.,]\d{1,15})?", re.ASCII)
_MS_OF_DAY = 86_400_000


class RecorderClock:
    """Turns the wall clock of one recording into instants.

    The first clock is read in the zone of the athlete; all later ones follow it by the time that
    has passed, for the recorder knows of no clock change.

    Parameters
    ----------
    zone : str
        IANA zone in which the recorder was set.
    """

    def __init__(self, zone: str) -> None:
        self._home = ZoneInfo(zone)
        self._first: datetime | None = None
        self._begun = datetime.min
        self._offset: timedelta | None = None
        self.ran_on = False

    def instant(self, wall: datetime) -> datetime:
        """The instant [UTC] of a wall clock; `ran_on` says whether the zone's has changed since."""
        here = wall.replace(tzinfo=self._home)
        if self._first is None:
            self._first, self._begun, self._offset = wall, here.astimezone(UTC), here.utcoffset()
        self.ran_on = self.ran_on or here.utcoffset() != self._offset
        return self._begun + (wall - self._first)


def read_recorder_time(text: str, order: DateOrder, years: range) -> datetime | None:
    """Read the wall clock of a row: a spreadsheet's serial number or a written time.

    Serial numbers are exact to a millisecond; ``#`` around a time is dropped.
    """
    plain = text.strip().strip("#").strip()
    if _SERIAL.fullmatch(plain):
        days = float(plain.replace(",", "."))
        moment = _DAY_ZERO + timedelta(milliseconds=round(days * _MS_OF_DAY))
        return moment if moment.year in years else None
    found = read_moment(plain, order, years)
    return found if isinstance(found, datetime) and found.tzinfo is None else None


class Joined:
    """Makes one of neighbours of the same kind, row by row.

    Parameters
    ----------
    seam : timedelta
        A hole between two rows up to this long is closed, by lengthening the earlier one.
    """

    def __init__(self, seam: timedelta) -> None:
        self._seam = seam
        self._held: Span[Kind] | None = None

    def goes_on(self, span: Span[Kind]) -> bool:
        """Whether a span begins behind all that was added before."""
        return self._held is None or span.start >= self._held.end

    def add(self, span: Span[Kind]) -> Iterator[Span[Kind]]:
        """Take in the next span; yield the one before it if that is finished."""
        held, self._held = self._held, span
        if held is None:
            return
        touching = span.start - held.end <= self._seam
        if touching and held.kind == span.kind:
            self._held = Span(held.start, span.end, held.kind, held.row)
            return
        end = span.start if touching else held.end
        if held.start < end:
            yield Span(held.start, end, held.kind, held.row)

    def rest(self) -> Iterator[Span[Kind]]:
        """Yield what is still held, at the end of the recording."""
        if self._held is not None and self._held.start < self._held.end:
            yield self._held


def ran_on(ledger: Ledger) -> Problem:
    """Say that a recording went through a daylight-saving night."""
    return ledger.problem(
        ProblemKind.NOTE,
        "clock-runs-on",
        "a recording across a change of the clocks",
        "a clock that changes too",
        "The recorder's clock runs on; times behind the change were counted from the begin.",
    )
