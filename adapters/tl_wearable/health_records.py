"""The tables of a Health Connect database: steps, sleep, exercises, body weight."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.adapter import SourceFile, provenance
from tl_analyzer.log import DailyTotal, DayMeasure, Entry, Problem, ProblemKind, When
from tl_analyzer.parsing.bounds import bounds, echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.timeline import Span, union
from tl_wearable.evidence import evidence
from tl_wearable.private_database import BadDatabase, PrivateDatabase, private_copy
from tl_wearable.sports import GENERIC, numbering_of, session
from tl_wearable.stretches import Seen, Wearer, read_span

_STEPS, _SLEEP = "steps_record_table", "sleep_session_record_table"
_EXERCISE, _WEIGHT = "exercise_session_record_table", "weight_record_table"
_STRETCH = ("start_time", "end_time", "start_zone_offset", "app_info_id")
_NO_SEAM = timedelta(0)


def records(file: SourceFile, wearer: Wearer, ledger: Ledger) -> Iterator[Entry | Problem]:
    """Yield what the tables of a database hold, as far as it can be read."""
    try:
        with private_copy(file) as database:
            for read in (_steps, _sleeps, _exercises, _weights):
                yield from read(database, wearer, ledger)
    except BadDatabase as why:
        yield _damaged(ledger, why)


def _steps(database: PrivateDatabase, wearer: Wearer, ledger: Ledger) -> Iterator[Entry | Problem]:
    """Walking where the steps of a record come at a walking rate; and the steps of each day.

    Apps count the same steps: walking of several is united, and of a day's sums the highest
    counts, never all together.
    """
    limit = evidence().limit
    walked: list[Span[Seen]] = []
    sums = Counter[tuple[object, date]]()
    seen = set[tuple[object, ...]]()
    for record in _records(database, _STEPS, (*_STRETCH, "count"), ledger):
        if isinstance(record, Problem):
            yield record
            continue
        place, row = record
        *_, offset, app, count = row
        try:
            first, last = _stretch(row, limit.still_s)
            steps = _number(count, limit.steps_most, "steps")
        except Unreadable as why:
            yield _refused(ledger, why, row, _STEPS, place)
            continue
        if row in seen:
            ledger.set_aside("duplicate")
            continue
        seen.add(row)
        ledger.take()
        sums[app, _day(first, offset, wearer.zone)] += round(steps)
        length = last - first
        minutes = length / timedelta(minutes=1)
        if length.total_seconds() <= limit.bin_s and steps >= limit.walk_steps_per_min * minutes:
            walked.append(Span(first, last, Seen.WALKING, place))
    for span in union(walked, _NO_SEAM):
        yield wearer.interval(span)
    highest: dict[date, int] = {}
    for (_, day), total in sums.items():
        highest[day] = max(total, highest.get(day, 0))
    for day, total in sorted(highest.items()):
        yield DailyTotal(
            start=When.from_date(day, wearer.zone),
            measure=DayMeasure.STEPS,
            value=total,
            source=wearer.source,
            provenance=provenance(wearer.adapter, wearer.file),
        )


def _sleeps(database: PrivateDatabase, wearer: Wearer, ledger: Ledger) -> Iterator[Entry | Problem]:
    """Sleep as stretches in bed; the same night from two apps is united."""
    nights: list[Span[Seen]] = []
    seen = set[tuple[datetime, datetime]]()
    for record in _records(database, _SLEEP, _STRETCH, ledger):
        if isinstance(record, Problem):
            yield record
            continue
        place, row = record
        try:
            stretch = _stretch(row, evidence().limit.sleep_s)
        except Unreadable as why:
            yield _refused(ledger, why, row, _SLEEP, place)
            continue
        if stretch in seen:
            ledger.set_aside("duplicate")
            continue
        seen.add(stretch)
        ledger.take()
        nights.append(Span(*stretch, Seen.ASLEEP, place))
    for span in union(nights, _NO_SEAM):
        yield wearer.interval(span)


def _exercises(
    database: PrivateDatabase, wearer: Wearer, ledger: Ledger
) -> Iterator[Entry | Problem]:
    """Exercises by sport and time; titles, notes and routes are not read."""
    found: list[tuple[datetime, datetime, int, int]] = []
    seen = set[tuple[datetime, datetime, int]]()
    columns = (*_STRETCH, "exercise_type")
    for record in _records(database, _EXERCISE, columns, ledger):
        if isinstance(record, Problem):
            yield record
            continue
        place, row = record
        number = row[-1] if isinstance(row[-1], int) else 0
        try:
            first, last = _stretch(row, evidence().limit.session_s)
        except Unreadable as why:
            yield _refused(ledger, why, row, _EXERCISE, place)
            continue
        if (first, last, number) in seen:
            ledger.set_aside("duplicate")
            continue
        seen.add((first, last, number))
        ledger.take()
        found.append((first, last, number, place))
    if not found:
        return
    numbering = numbering_of(number for _, _, number, _ in found)
    unknown = sum(numbering.sport(number) == GENERIC for _, _, number, _ in found)
    yield ledger.problem(
        ProblemKind.NOTE,
        "sports-by-number",
        f"{len(found)} exercises by number, {unknown} of them of no everyday sport",
        "the names of sports",
        f"The numbers were read as those of the {numbering.name}, which explains most of them.",
        column="exercise_type",
    )
    for first, last, number, place in sorted(found):
        yield session(Span(first, last, numbering.sport(number), place), wearer)


def _weights(
    database: PrivateDatabase, wearer: Wearer, ledger: Ledger
) -> Iterator[Entry | Problem]:
    seen = set[tuple[datetime, object]]()
    for record in _records(database, _WEIGHT, ("time", "weight"), ledger):
        if isinstance(record, Problem):
            yield record
            continue
        place, row = record
        try:
            moment = _instant(row[0])
            if isinstance(row[1], bool) or not isinstance(row[1], int | float):
                raise Unreadable("a weight in grams")
            mass = wearer.mass(When(utc=moment, zone=wearer.zone), row[1], place)
        except Unreadable as why:
            yield _refused(ledger, why, row, _WEIGHT, place)
            continue
        if (moment, row[1]) in seen:
            ledger.set_aside("duplicate")
            continue
        seen.add((moment, row[1]))
        ledger.take()
        yield mass


def _records(
    database: PrivateDatabase, table: str, columns: Sequence[str], ledger: Ledger
) -> Iterator[tuple[int, tuple[object, ...]] | Problem]:
    """Rows of a table with their places, counted from 1; damage ends the table, not the file."""
    try:
        yield from enumerate(database.rows(table, columns), start=1)
    except BadDatabase as why:
        yield _damaged(ledger, why, table)


def _stretch(row: tuple[object, ...], longest_s: int) -> tuple[datetime, datetime]:
    first, last = _instant(row[0]), _instant(row[1])
    read_span(first, last, longest_s)
    return first, last


def _instant(value: object) -> datetime:
    """Read milliseconds since 1970."""
    wanted = "milliseconds since 1970"
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unreadable(wanted)
    try:
        found = datetime.fromtimestamp(value / 1000, tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise Unreadable(wanted) from None
    known = bounds()
    # The first and last years are left out: a zone may move such an instant off the calendar.
    if not known.year_least < found.year < known.year_most:
        raise Unreadable(f"a year from {known.year_least + 1} to {known.year_most - 1}")
    return found


def _day(moment: datetime, offset: object, zone: str) -> date:
    """The local day; old versions of the database lack the offset [s]."""
    limit = timedelta(hours=18).total_seconds()
    if isinstance(offset, int) and abs(offset) <= limit:
        return (moment + timedelta(seconds=offset)).date()
    return moment.astimezone(ZoneInfo(zone)).date()


def _number(value: object, most: float, what: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise Unreadable(f"{what} from 0 to {most:g}")
    return float(value)


def _refused(
    ledger: Ledger, why: Unreadable, row: tuple[object, ...], table: str, place: int
) -> Problem:
    hint = "Export from Health Connect again."
    return ledger.refuse("record-unreadable", echo(row), why.expected, hint, place, table)


def _damaged(ledger: Ledger, why: BadDatabase, table: str | None = None) -> Problem:
    return ledger.problem(
        ProblemKind.REFUSED,
        "database-unreadable",
        echo(why.why),
        "a whole database of Health Connect",
        "What was read before stays in the log. Export from Health Connect again.",
        column=table,
    )
