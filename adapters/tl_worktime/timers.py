"""Entries of a time tracker: two dates with clocks and a duration in each row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import ClassVar
from zoneinfo import ZoneInfo

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Clock, Entry, Observation, Posture, Problem
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.row_stream import stream_rows
from tl_analyzer.parsing.timeline import Span
from tl_analyzer.parsing.written_dates import DateOrder, Unclear, read_moment, stated_order
from tl_worktime.evidence import Limits
from tl_worktime.kinds import Kind, intervals
from tl_worktime.sheet import SheetAdapter, whole_rows

_CLOCKED = re.compile(r"(\d{1,4}):(\d{2})(?::(\d{2}))?", re.ASCII)
_HOURS = re.compile(r"(\d{1,4}[.,]\d{1,4})\s*h?", re.ASCII)
_NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " "})
_BOTH = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row holds no stretch of work."""

    code: str
    column: str
    found: str
    expected: str
    hint: str


@dataclass(frozen=True, slots=True)
class Work:
    """A stretch of work as a row states it: two instants [UTC], and what is known of its clock."""

    start: datetime
    end: datetime
    clock: Clock


class TimerAdapter(SheetAdapter):
    """Reads the times of entries; names, projects and descriptions are not looked at."""

    source: ClassVar[str]

    def entries(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Entry | Problem]:
        """Yield an interval for each entry; clocks are those of the athlete's zone."""
        limit, grade = self.evidence.limit, self.evidence.grade.timer
        order = stated_order(file.columns) or _order(
            (heading.value(row.cells) for row in stream_rows(file, heading)), limit
        )
        cure = _cure(self.name, heading)
        for row in whole_rows(file, heading, ledger):
            if isinstance(row, Problem):
                yield row
                continue
            work = read_work(heading.value(row.cells), order, zone, limit, cure)
            if isinstance(work, Refusal):
                yield ledger.refuse(
                    work.code, work.found, work.expected, work.hint, row.line, work.column
                )
            elif work.start == work.end:
                ledger.set_aside("no length")
            else:
                ledger.take()
                kind = Kind(Posture.SITTING, Observation.TIME_TRACKER, grade, work.clock)
                span = Span(work.start, work.end, kind, row.line)
                yield from intervals([span], self, file, zone, self.source)


def read_work(
    value: Mapping[str, str], order: DateOrder, zone: str, limit: Limits, cure: str
) -> Work | Refusal:
    """Read the times of one entry.

    Parameters
    ----------
    value : mapping of str to str
        Cells by column.
    order : DateOrder
        How the file writes dates.
    zone : str
        Zone of the clocks, which state none.
    limit : Limits
        What is believed of lengths and years.
    cure : str
        What to do where nothing tells the order of day and month.
    """
    moments: list[datetime] = []
    for end in ("start", "end"):
        moment = _moment(value, end, order, limit)
        if isinstance(moment, Unclear):
            return _unclear(value, end, moment, cure)
        moments.append(moment)
    stated = read_duration(value["duration"])
    work = _between(moments[0], moments[1], stated, zone)
    if work is None:
        hint = "Correct the entry in the tracker and export it again."
        return Refusal("end-before-start", "end date", "an end before the start", "an end", hint)
    length = work.end - work.start
    if stated is not None and abs(length - stated) > timedelta(seconds=limit.duration_tolerance_s):
        return Refusal(
            "duration-disagrees",
            "duration",
            f"a duration of {stated} between times {length} apart",
            "a duration that fits the times",
            "Correct the entry in the tracker, or check the order of day and month.",
        )
    if length > timedelta(seconds=limit.timer_s):
        return Refusal(
            "timer-forgotten",
            "duration",
            f"a timer that ran for {length}",
            f"at most {limit.timer_s / 3600:g} h",
            "It was most likely forgotten and is left out; correct its end in the tracker.",
        )
    return work


def read_duration(text: str) -> timedelta | None:
    """Read ``01:30:00``, ``1:30`` or hours such as ``1.50``; None for anything else."""
    plain = text.strip()
    if match := _CLOCKED.fullmatch(plain):
        return timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3] or 0))
    if match := _HOURS.fullmatch(plain):
        return timedelta(hours=float(match[1].replace(",", ".")))
    return None


def _order(rows: Iterable[Mapping[str, str]], limit: Limits) -> DateOrder:
    """The order of day and month in which the dates exist and the durations come out right."""
    votes = {vote for value in rows if (vote := _vote(value, limit)) is not None}
    return votes.pop() if len(votes) == 1 else DateOrder.UNDECIDED


def _vote(value: Mapping[str, str], limit: Limits) -> DateOrder | None:
    possible = [order for order in _BOTH if _consistent(value, order, limit)]
    return possible[0] if len(possible) == 1 else None


def _consistent(value: Mapping[str, str], order: DateOrder, limit: Limits) -> bool:
    start, end = (_moment(value, name, order, limit) for name in ("start", "end"))
    if isinstance(start, Unclear) or isinstance(end, Unclear):
        return False
    if (start.tzinfo is None) != (end.tzinfo is None):
        return False
    length, stated = end - start, read_duration(value["duration"])
    tolerance = timedelta(seconds=limit.duration_tolerance_s)
    return length >= -tolerance and (stated is None or abs(length - stated) <= tolerance)


def _moment(
    value: Mapping[str, str], end: str, order: DateOrder, limit: Limits
) -> datetime | Unclear:
    text = f"{value[f'{end} date']} {value[f'{end} time']}".translate(_NO_BREAK)
    moment = read_moment(text, order, limit.years)
    if isinstance(moment, datetime | Unclear):
        return moment
    return Unclear("clock-missing", "a date with a time", "A date alone holds no stretch of work.")


def _cure(adapter: str, heading: Heading) -> str:
    """How the athlete can state the order of day and month."""
    column = heading.written[heading.place("start date") or 0].strip()
    return (
        "Day and month could be either way round, and no row of the file tells. State it in the"
        f' profile: [[columns]] with adapter = "{adapter}", dates = "day-first" (or'
        f' "month-first") and means = {{ "start date" = "{column}" }}.'
    )


def _unclear(value: Mapping[str, str], end: str, why: Unclear, cure: str) -> Refusal:
    column = f"{end} date"
    if not value[column] and not value[f"{end} time"]:
        hint = "Stop the timer and export again."
        return Refusal(f"{end}-missing", column, f"no {end}", f"a {end} with date and time", hint)
    hint = cure if why.code == "date-ambiguous" else why.hint
    found = echo(f"{value[column]} {value[f'{end} time']}".strip())
    return Refusal(why.code, column, found, why.expected, hint)


def _between(first: datetime, last: datetime, stated: timedelta | None, zone: str) -> Work | None:
    """The stretch between two clocks; in a night that shows one twice, by the duration."""
    starts, ends = _instants(first, zone), _instants(last, zone)
    fitting = [(start, end) for start, end in product(starts, ends) if start <= end]
    if not fitting:
        return None
    start, end = min(fitting, key=lambda pair: abs(pair[1] - pair[0] - (stated or timedelta(0))))
    if stated is None:
        start, end = fitting[0]
    doubtful = len(starts) + len(ends) > len(fitting[0])
    clock = Clock.AMBIGUOUS if doubtful else Clock.STATED if first.tzinfo else Clock.LOCAL
    return Work(start, end, clock)


def _instants(moment: datetime, zone: str) -> list[datetime]:
    """The instants [UTC] that a clock can mean: two in a daylight-saving night, else one."""
    if moment.tzinfo is not None:
        return [moment.astimezone(UTC)]
    home = ZoneInfo(zone)
    found = (moment.replace(tzinfo=home, fold=fold).astimezone(UTC) for fold in (0, 1))
    return sorted(set(found))
