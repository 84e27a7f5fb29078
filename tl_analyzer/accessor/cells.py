"""Cells of a table -> plain values; what cannot be read is kept as a fault, not guessed."""

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from tl_analyzer.accessor.table_columns import Kind
from tl_analyzer.accessor.table_error import Fault
from tl_analyzer.log import Clock, When
from tl_analyzer.parsing.bounds import bounds

K = TypeVar("K", bound=StrEnum)


class Cells:
    """One row of a table, read column by column.

    Parameters
    ----------
    label : hashable
        Label of the row.
    held : mapping of str to object
        Its cells by column.
    faults : list of Fault
        Where cells that cannot be read are noted.
    """

    def __init__(self, label: Hashable, held: Mapping[str, Any], faults: list[Fault]) -> None:
        self._label = label
        self._held = held
        self._faults = faults
        self._faulty: set[str] = set()

    def missing(self, column: str) -> bool:
        """Whether a cell is empty or blank, or its column not there."""
        cell = self._held.get(column)
        return cell is None or (isinstance(cell, str) and not cell.strip())

    def there(self, columns: Sequence[str]) -> str:
        """The first of some columns that the table has."""
        return next((name for name in columns if name in self._held), columns[0])

    def text(self, column: str) -> str:
        """Text of a cell; empty where there is none."""
        return "" if self.missing(column) else str(self._held[column])

    def name(self, column: str, expected: str) -> str:
        """Text of a cell that has to be there and text; empty where it is not."""
        cell = self._held.get(column)
        if isinstance(cell, str) and cell.strip():
            return cell.strip()
        self.fault(column, expected)
        return ""

    def number(self, column: str, least: float = 0.0, most: float = math.inf) -> float | None:
        """Number of a cell within bounds; None where it is empty."""
        if self.missing(column):
            return None
        cell = self._held[column]
        try:
            value = math.nan if isinstance(cell, bool | np.bool_) else float(cell)
        except (TypeError, ValueError, OverflowError):
            value = math.nan
        if least <= value <= most and math.isfinite(value):
            return value
        span = f" from {least:g} to {most:g}" if most < math.inf else f" of at least {least:g}"
        self.fault(column, f"a number{span}")
        return None

    def count(self, column: str, most: int) -> int | None:
        """Whole number of a cell; None where it is empty."""
        value = self.number(column, 0, most)
        if value is None or value.is_integer():
            return None if value is None else int(value)
        self.fault(column, "a whole number")
        return None

    def one_of(self, column: str, kind: type[K], usual: K) -> K:
        """Word of a cell among some; the usual one where it is empty."""
        if self.missing(column):
            return usual
        try:
            return kind(str(self._held[column]))
        except ValueError:
            self.fault(column, "one of " + ", ".join(kind))
            return usual

    def when(self, column: str, zone: str) -> When | None:
        """Instant of a cell, lived in a zone; None where it is empty or cannot be read."""
        if self.missing(column):
            return None
        cell = self._held[column]
        here = self.text("zone") or zone
        try:
            ZoneInfo(here)
        except (ValueError, KeyError, OSError):
            self.fault("zone", "an IANA zone such as Europe/Berlin")
            return None
        with suppress(ValueError, TypeError, OverflowError):
            when = _when(cell, here, self.one_of("clock", Clock, Clock.STATED))
            if bounds().year_least <= when.utc.year <= bounds().year_most:
                return when
        self.fault(column, "a time such as 2026-11-12 17:45, or a date")
        return None

    def fault(self, column: str, expected: str) -> None:
        """Note a cell that cannot be read; the first thing that is wrong with it is told."""
        if column not in self._faulty:
            self._faulty.add(column)
            self._faults.append(Fault(self._label, column, self._held.get(column), expected))


def rows_of(frame: pd.DataFrame, kind: Kind, faults: list[Fault]) -> Iterator[Cells]:
    """Rows of a table, to be read cell by cell; other columns than its kind has are left out."""
    read = frame.loc[:, [name in kind.columns for name in frame.columns]]
    columns = list(read.columns)
    # Every type has its own way to say that there is nothing; here it is None.
    known = read.notna().to_numpy().tolist()
    for (label, *values), there in zip(read.itertuples(name=None), known, strict=True):
        held = (value if is_there else None for value, is_there in zip(values, there, strict=True))
        yield Cells(label, dict(zip(columns, held, strict=True)), faults)


def _when(cell: Any, zone: str, clock: Clock) -> When:
    if isinstance(cell, str):
        cell = _read(cell)
    if isinstance(cell, np.datetime64):
        cell = pd.Timestamp(cell)
    if isinstance(cell, pd.Period) and cell.freqstr == "D":
        cell = cell.start_time.date()
    if isinstance(cell, pd.Timestamp):
        cell = cell.to_pydatetime(warn=False)
    if not isinstance(cell, datetime):
        if isinstance(cell, date):
            return When.from_date(cell, zone)
        raise TypeError
    if cell.tzinfo is None:
        return When.from_local(cell, zone)
    return When(utc=cell, zone=zone, clock=clock)


def _read(text: str) -> date | datetime:
    """A bare date stays a date; a clock without an offset stays a wall clock."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return datetime.fromisoformat(text.strip())
