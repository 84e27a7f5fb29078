"""The dialect of the logbook (``dialect.toml``)."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tl_analyzer.column_map import column_key
from tl_analyzer.parsing.dates import Dates

#: Columns by which a file is known, as they are called here.
_TELLING = ("end", "work", "metres", "machine")
_HOUR_S = 3600.0


@dataclass(frozen=True)
class Dialect:
    """What the columns are called and what stands in them.

    Attributes
    ----------
    columns : mapping of str to tuple of str
        Names of each column, as names are compared, by what it is called here.
    forms : tuple of str
        How dates are written.
    longest_s : float
        The longest workout that is believed [s].
    most_bytes : int
        The largest file that is read [B].
    """

    columns: Mapping[str, tuple[str, ...]]
    forms: tuple[str, ...]
    longest_s: float
    most_bytes: int

    def fits(self, header: Iterable[str]) -> bool:
        """Whether a header is that of the logbook."""
        there = set(header)
        return all(not there.isdisjoint(self.columns[column]) for column in _TELLING)

    def dates(self) -> Dates:
        """What reads the dates of one file."""
        return Dates(self.forms, (), (), ())


@cache
def dialect() -> Dialect:
    """Read the table, once."""
    text = files(__package__).joinpath("dialect.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Dialect(
        columns={
            name: tuple(column_key(each) for each in known)
            for name, known in table["columns"].items()
        },
        forms=tuple(table["dates"]["forms"]),
        longest_s=table["limits"]["longest_h"] * _HOUR_S,
        most_bytes=table["limits"]["most_bytes"],
    )
