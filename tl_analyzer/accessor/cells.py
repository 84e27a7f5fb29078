"""Cells of a table -> plain values; what cannot be read is kept as a fault, not guessed."""

import math
from collections.abc import Hashable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from tl_analyzer.accessor.table_error import Fault
from tl_analyzer.local_days import moment_of
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

    def missing(self, column: str) -> bool:
        """Whether a cell is empty, or its column not there."""
        cell = self._held.get(column)
        return cell is None or (pd.api.types.is_scalar(cell) and bool(pd.isna(cell)))

    def text(self, column: str) -> str:
        """Text of a cell; empty where there is none."""
        return "" if self.missing(column) else str(self._held[column])

    def number(self, column: str, least: float = 0.0, most: float = math.inf) -> float | None:
        """Number of a cell within bounds; None where it is empty."""
        if self.missing(column):
            return None
        cell = self._held[column]
        try:
            value = float(cell)
        except (TypeError, ValueError):
            value = math.nan
        if least <= value <= most and math.isfinite(value) and not isinstance(cell, bool):
            return value
        bounds = f" from {least:g} to {most:g}" if most < math.inf else f" of at least {least:g}"
        self.fault(column, f"a number{bounds}")
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
            when = self._when(cell, here)
            if bounds().year_least <= when.utc.year <= bounds().year_most:
                return when
        self.fault(column, "a time such as 2026-11-12 17:45, or a date")
        return None

    def fault(self, column: str, expected: str) -> None:
        """Note a cell that cannot be read."""
        self._faults.append(Fault(self._label, column, self._held.get(column), expected))

    def _when(self, cell: Any, zone: str) -> When:
        clock = self.text("clock")
        if isinstance(cell, str):
            cell = _read(cell, zone)
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
        if clock == Clock.DATE:
            return When(utc=cell.astimezone(UTC), zone=zone, clock=Clock.DATE)
        return When(utc=cell, zone=zone, clock=Clock(clock) if clock else Clock.STATED)


def rows_of(frame: pd.DataFrame, faults: list[Fault]) -> Iterator[Cells]:
    """Rows of a table, to be read cell by cell."""
    columns = [str(name) for name in frame.columns]
    for label, *values in frame.itertuples(name=None):
        yield Cells(label, dict(zip(columns, values, strict=True)), faults)


def _read(text: str, zone: str) -> date | datetime:
    """A bare date stays a date; a clock without an offset stays a wall clock."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        instant = datetime.fromisoformat(text.strip())
        return instant if instant.tzinfo is None else moment_of(text.strip(), zone)
