"""The rows of an athlete that a weekly report looks at: ten years cost hardly more than one.

The limits are those of `tl_analyzer.store.window`. What lies near a limit may stay: more rows give
the same report, as the whole log does.
"""

from collections.abc import Collection, Sequence
from itertools import compress
from typing import Any

from tl_analyzer.log import Observation
from tl_analyzer.store.window import Window, first_days
from tl_analyzer.tables.columns import Columns, stored

_SESSIONS = ("workouts", "rides", "activities")
#: Sums of days and the like, which a report looks at for a shorter time than at sessions.
_STATEMENTS = ("wellness", "daily_totals")
#: Parts of sessions: their table, that of the sessions, and the number they share.
_PARTS = (("sets", "workouts", "workout"), ("posture_bouts", "rides", "ride"))
#: Observations that say nothing of a waking day, and so not how far a log reaches back.
_NOT_AWAKE = frozenset({Observation.SLEEP.value, Observation.OUT_OF_OFFICE.value})

#: Instants from the first to before the second. [us since 1970-01-01 UTC]
_Range = tuple[int, int]


def windowed(tables: dict[str, Columns], window: Window) -> dict[str, Columns]:
    """Leave out what lies outside a window, but for the first days of the log.

    Parameters
    ----------
    tables : dict of str to columns
        Stored columns of an athlete, by table; tables without rows are left out.
    window : Window
        What is looked at.
    """
    kept = dict(tables)
    begun = [_beginning(_column(tables, table, "start")) for table in ("workouts", "rides")]
    sessions = [(window.sessions, window.until), *filter(None, begun)]
    for table in _SESSIONS:
        _keep(kept, table, _within(_column(tables, table, "start"), sessions))
    for part, whole, number in _PARTS:
        numbers = set(_column(kept, whole, number))
        _keep(kept, part, [each in numbers for each in _column(tables, part, number)])
    awake = _beginning(_awake(tables))
    statements = [(window.statements, window.until), *([awake] if awake else [])]
    for table in _STATEMENTS:
        _keep(kept, table, _within(_column(tables, table, "start"), statements))
    planned = [(window.plans, window.plans_until)]
    _keep(kept, "planned_sessions", _within(_column(tables, "planned_sessions", "start"), planned))
    _keep(kept, "postures", _postures(tables, window, statements))
    return kept


def _column(tables: dict[str, Columns], table: str, name: str) -> Sequence[Any]:
    if not tables.get(table):
        return ()
    names = [column.name for column in stored(table)]
    return tables[table][names.index(name)]


def _keep(tables: dict[str, Columns], table: str, wanted: Collection[bool]) -> None:
    if all(wanted):
        return
    columns = [list(compress(column, wanted)) for column in tables[table]]
    if columns[0]:
        tables[table] = columns
    else:
        del tables[table]


def _beginning(starts: Sequence[int]) -> _Range | None:
    return (min(starts), min(starts) + first_days()) if starts else None


def _within(starts: Sequence[int], ranges: Sequence[_Range]) -> list[bool]:
    return [any(first <= start < until for first, until in ranges) for start in starts]


def _awake(tables: dict[str, Columns]) -> list[int]:
    starts, seen = _column(tables, "postures", "start"), _column(tables, "postures", "observation")
    return [start for start, what in zip(starts, seen, strict=True) if what not in _NOT_AWAKE]


def _postures(tables: dict[str, Columns], window: Window, ranges: Sequence[_Range]) -> list[bool]:
    """Intervals that begin in a range, or before the window and reach into it."""
    starts, ends = _column(tables, "postures", "start"), _column(tables, "postures", "end")
    reaching = [
        end > window.statements and start < window.until
        for start, end in zip(starts, ends, strict=True)
    ]
    return [a or b for a, b in zip(_within(starts, ranges), reaching, strict=True)]
