"""What a file says of days: a later statement takes the place of the earlier in its range."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

from tl_analyzer.store.counters import take
from tl_analyzer.store.kinds import Kind
from tl_analyzer.store.tally import Kept

Row = tuple[Any, ...]

#: Columns that tell where a row was read, and not what it says.
_WHERE_READ = ("origin", "row")


def replace_statements(
    connection: sqlite3.Connection,
    athlete: int,
    kind: Kind,
    parts: Iterable[list[Row]],
    span: tuple[int, int],
    before: set[int],
) -> Kept:
    """Put the rows of a file in the place of what earlier versions of it said of the same time.

    Parameters
    ----------
    connection : Connection
        In a transaction.
    athlete : int
        Number of the athlete.
    kind : Kind
        The table.
    parts : iterable of list of tuple
        Its rows, as the store holds them, some at a time: a watch has hundreds of thousands.
    span : (int, int)
        First and last start among them. [us since 1970-01-01 UTC]
    before : set of int
        Origins of the earlier versions of the file.

    Returns
    -------
    Kept
        What became of them.
    """
    said = _said(kind)
    earlier = _taken_back(connection, athlete, kind, span, before) if before else array("q")
    now = array("q")
    count = 0
    for rows in parts:
        first = take(connection, kind.sql, len(rows))
        connection.executemany(
            kind.insertion, ((athlete, first + number, *row) for number, row in enumerate(rows))
        )
        count += len(rows)
        if earlier:
            now.extend(hash(said(row)) for row in rows)
    unchanged = _in_both(earlier, now)
    gone, added = len(earlier) - unchanged, count - unchanged
    replaced = min(gone, added)
    return Kept(
        new=added - replaced, replaced=replaced, unchanged=unchanged, withdrawn=gone - replaced
    )


def _taken_back(
    connection: sqlite3.Connection,
    athlete: int,
    kind: Kind,
    span: tuple[int, int],
    before: set[int],
) -> "array[int]":
    """Delete what was said of a range of time; return a number for what each row said."""
    where = (
        " WHERE athlete = ? AND start BETWEEN ? AND ?"
        f" AND origin IN ({', '.join(map(str, sorted(before)))})"
    )
    said = _said(kind)
    held = connection.execute(f"{kind.selection}{where}", (athlete, *span))
    found = array("q", (hash(said(row)) for row in held))
    connection.execute(f"DELETE FROM {kind.sql}{where}", (athlete, *span))
    return found


def _said(kind: Kind) -> Callable[[Row], Row]:
    """What a row says, wherever it was read."""
    return itemgetter(*(n for n, name in enumerate(kind.columns) if name not in _WHERE_READ))


def _in_both(one: "array[int]", other: "array[int]") -> int:
    """How many values two columns share, each as often as both have it."""
    a, b = sorted(one), sorted(other)
    m = n = found = 0
    while m < len(a) and n < len(b):
        found += a[m] == b[n]
        m, n = m + (a[m] <= b[n]), n + (b[n] <= a[m])
    return found
