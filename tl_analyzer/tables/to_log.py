"""Rows -> values of the log, each validated on the way. The inverse of `tables.from_log`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    CheckIn,
    DailyTotal,
    Entry,
    Log,
    PlannedSession,
    PostureBout,
    Postures,
    Problem,
    RideSession,
    SourceSummary,
    StrengthSession,
    StrengthSet,
    Wellness,
)
from tl_analyzer.tables.columns import Columns, Row
from tl_analyzer.tables.fields import (
    Fields,
    OriginKeys,
    activity_fields,
    bouts_fields,
    check_in_fields,
    mass_fields,
    planned_fields,
    problem_fields,
    ride_fields,
    sets_fields,
    source_fields,
    total_fields,
    wellness_fields,
    workout_fields,
)
from tl_analyzer.tables.to_postures import postures_of


class DamagedRowsError(ValueError):
    """Rows that no log can have written.

    Parameters
    ----------
    table : str
        The table they stand in.
    why : str
        What is wrong with them.
    """

    def __init__(self, table: str, why: str) -> None:
        super().__init__(f"table {table}: {why}")
        self.table = table
        self.why = why


def columns_of(rows: Sequence[Row]) -> Columns:
    """Columns of rows; none where there are no rows."""
    return list(zip(*rows, strict=True))


def log_of(tables: Mapping[str, Columns]) -> Log:
    """The log of the rows of `rows_of_log`.

    Parameters
    ----------
    tables : mapping of str to columns
        Stored columns of each table, in their order; an absent table is an empty one.

    Raises
    ------
    DamagedRowsError
        If a row is none that a log can have written.
    """
    entries, postures = entries_of(tables)

    def all_of(kind: type[Any]) -> tuple[Any, ...]:
        return tuple(entry for entry in entries if isinstance(entry, kind))

    return Log(
        strength=all_of(StrengthSession),
        rides=all_of(RideSession),
        activities=all_of(ActivitySession),
        postures=postures,
        masses=all_of(BodyMass),
        check_ins=all_of(CheckIn),
        wellness=all_of(Wellness),
        daily_totals=all_of(DailyTotal),
        planned=all_of(PlannedSession),
        sources=sources_of(tables.get("sources", ())),
        problems=problems_of(tables.get("problems", ())),
    )


def entries_of(tables: Mapping[str, Columns]) -> tuple[tuple[Entry, ...], Postures]:
    """The entries of the rows of `rows_of`: those of one table in the order of its rows.

    Raises
    ------
    DamagedRowsError
        If a row is none that a log can have written.
    """
    origins = _origins(tables)
    sets = _grouped(tables, "sets", StrengthSet, sets_fields)
    bouts = _grouped(tables, "posture_bouts", PostureBout, bouts_fields)
    entries: list[Entry] = []
    for table, kind, read in (
        ("workouts", StrengthSession, lambda row: workout_fields(row, sets, origins)),
        ("rides", RideSession, lambda row: ride_fields(row, bouts, origins)),
        ("activities", ActivitySession, lambda row: activity_fields(row, origins)),
        ("body_mass", BodyMass, lambda row: mass_fields(row, origins)),
        ("check_ins", CheckIn, lambda row: check_in_fields(row, origins)),
        ("wellness", Wellness, lambda row: wellness_fields(row, origins)),
        ("daily_totals", DailyTotal, lambda row: total_fields(row, origins)),
        ("planned_sessions", PlannedSession, lambda row: planned_fields(row, origins)),
    ):
        entries += _validated(table, kind, _rows(tables, table), read)
    for table, left in (("sets", sets), ("posture_bouts", bouts)):
        if left:
            raise DamagedRowsError(table, f"rows of {next(iter(left))!r}, which is not there")
    with _said_of("postures"):
        return tuple(entries), postures_of(tables.get("postures", ()), origins)


def sources_of(columns: Columns) -> tuple[SourceSummary, ...]:
    """Summaries of the rows of `source_row`."""
    return tuple(_validated("sources", SourceSummary, zip(*columns, strict=True), source_fields))


def problems_of(columns: Columns) -> tuple[Problem, ...]:
    """Problems of the rows of `problem_row`."""
    return tuple(_validated("problems", Problem, zip(*columns, strict=True), problem_fields))


def _rows(tables: Mapping[str, Columns], table: str) -> Iterator[Any]:
    return zip(*tables.get(table, ()), strict=True)


def _origins(tables: Mapping[str, Columns]) -> OriginKeys:
    found: dict[object, tuple[str, str, str]] = {}
    with _said_of("origins"):
        for number, *words in _rows(tables, "origins"):
            adapter, file, digest = words
            if not all(isinstance(word, str) for word in words):
                raise TypeError(f"origin {number!r} is not named by text")
            found[number] = adapter, file, digest
    return found


@cache
def _adapter(kind: Any) -> TypeAdapter[list[Any]]:
    return TypeAdapter(list[kind])


def _validated(
    table: str, kind: Any, rows: Iterator[Any], read: Callable[[Any], Fields]
) -> list[Any]:
    # One call for a whole table: a call a value costs twice as much.
    with _said_of(table):
        found = [read(row) for row in rows]
        # What validates a kind is made on first use: not for a table that is empty.
        return _adapter(kind).validate_python(found) if found else []


@contextmanager
def _said_of(table: str) -> Iterator[None]:
    """Turn whatever a wrong value leads to into one clear error."""
    try:
        yield
    except DamagedRowsError:
        raise
    except (LookupError, TypeError, ValueError, OverflowError) as why:
        raise DamagedRowsError(table, _reason(why)) from why


def _reason(why: Exception) -> str:
    if isinstance(why, ValidationError):
        first = why.errors(include_url=False, include_context=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}, found {first['input']!r}"[:200]
    return f"{type(why).__name__}: {why}"[:200]


def _grouped(
    tables: Mapping[str, Columns],
    table: str,
    kind: Any,
    read: Callable[[Iterator[Any]], Iterator[tuple[object, int, Fields]]],
) -> dict[object, list[Any]]:
    """Parts of sessions by the number of their session, each at its place."""
    owners: list[tuple[object, int]] = []

    def fields() -> Iterator[Fields]:
        for owner, place, values in read(_rows(tables, table)):
            owners.append((owner, place))
            yield values

    parts = _validated(table, kind, fields(), lambda values: values)
    found: dict[object, list[Any]] = {}
    with _said_of(table):
        if any(b < a for a, b in pairwise(owners)):
            order = sorted(range(len(parts)), key=owners.__getitem__)
            owners, parts = [owners[n] for n in order], [parts[n] for n in order]
    for (owner, place), part in zip(owners, parts, strict=True):
        held = found.setdefault(owner, [])
        if place != len(held):
            raise DamagedRowsError(table, f"no row {len(held)} of {owner!r}")
        held.append(part)
    return found
