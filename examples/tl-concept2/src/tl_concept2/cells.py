"""The cells of one row by what they mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from tl_analyzer.log import When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.moments import when
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.sports import Sport, find_sport

from tl_concept2.dialect import Dialect

_GROUPED = re.compile(r"\d{1,3}(,\d{3})+")


class CellError(Exception):
    """A cell that does not say what it should; it costs its row and never leaves this package."""

    def __init__(self, column: str, found: str, why: Unreadable) -> None:
        super().__init__(column)
        self.column, self.found = column, echo(found) if found else "nothing"
        self.expected, self.hint = why.expected, why.hint


@dataclass(frozen=True)
class Cells:
    """One row.

    Attributes
    ----------
    held : mapping of str to str
        Its cells by column.
    dialect : Dialect
        What the columns are called.
    comma_is_decimal : bool
        Whether a comma within a cell can only be a decimal comma.
    """

    held: Mapping[str, str]
    dialect: Dialect
    comma_is_decimal: bool

    def text(self, name: str) -> str:
        """A cell; empty where there is no such column."""
        return self.held.get(self._column(name), "")

    @property
    def sport(self) -> Sport:
        """What the machine is for; unknown where ``sports.toml`` does not have the word."""
        return find_sport(__package__, self.text("machine"))

    def end(self, dates: Dates, zone: str) -> When:
        """When it ended; midnight to the second is the clock of an entry without a time."""
        written = self.text("end")
        try:
            read = dates.read(written)
        except Unreadable as why:
            raise CellError(self._column("end"), written, why) from why
        if isinstance(read, datetime) and read.time() == time():
            read = read.date()
        return when(read, zone)

    def amount(self, name: str) -> float:
        """A number of zero or more; zero where nothing is written."""
        written = self.text(name)
        try:
            return number(written, comma_is_decimal=self.comma_is_decimal) or 0.0
        except Unreadable as why:
            raise CellError(self._column(name), written, why) from why

    def metres(self, name: str) -> float:
        """A distance in whole metres, with or without commas at the thousands [m]."""
        written = self.text(name)
        if _GROUPED.fullmatch(written):
            return float(written.replace(",", ""))
        return self.amount(name)

    def work_s(self) -> float:
        """How long the work took, more than zero [s]."""
        seconds = self.amount("work")
        if not 0 < seconds <= self.dialect.longest_s:
            raise self._slip("work", "a work time of more than zero and")
        return seconds

    def rest_s(self) -> float:
        """How long the rests took [s]."""
        seconds = self.amount("rest")
        if seconds > self.dialect.longest_s:
            raise self._slip("rest", "a rest time of")
        return seconds

    def _slip(self, name: str, expected: str) -> CellError:
        why = Unreadable(f"{expected} at most {self.dialect.longest_s / 3600:.0f} h")
        return CellError(self._column(name), self.text(name), why)

    def _column(self, name: str) -> str:
        names = self.dialect.columns[name]
        return next((each for each in names if each in self.held), names[0])
