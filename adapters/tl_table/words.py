"""The words of tables (``words.toml``), compared without case, accents and surplus blanks."""

import unicodedata
from functools import cache, cached_property
from importlib.resources import files

import tomli
from pydantic import BaseModel, ConfigDict

from tl_analyzer.column_map import column_key
from tl_analyzer.log import SetType, WeightUnit


def plain(text: str) -> str:
    """Bring a header or a cell to the form in which words are compared."""
    marked = unicodedata.normalize("NFKD", column_key(text).casefold())
    return "".join(char for char in marked if not unicodedata.combining(char))


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Numbered(_Table):
    words: tuple[str, ...]


class _Assisted(_Table):
    words: tuple[str, ...]


class _Cells(_Table):
    blank: frozenset[str]
    body: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    plan: frozenset[str]


class _Qualifiers(_Table):
    actual: frozenset[str]
    planned: frozenset[str]


class _Rows(_Table):
    sum: frozenset[str]


class _Foreign(_Table):
    columns: tuple[frozenset[str], ...]


class _Units(_Table):
    load: dict[WeightUnit, tuple[str, ...]]
    duration: dict[str, tuple[str, ...]]
    distance: dict[str, tuple[str, ...]]


class Words(_Table):
    """The table; each part is explained where it stands."""

    headers: dict[str, tuple[str, ...]]
    told: dict[str, str]
    qualifiers: _Qualifiers
    numbered: _Numbered
    units: _Units
    sizes: dict[str, float]
    types: dict[SetType, tuple[str, ...]]
    cells: _Cells
    rows: _Rows
    assisted: _Assisted
    foreign: _Foreign

    @cached_property
    def meanings(self) -> dict[str, str]:
        """Meaning of a header, by its word."""
        return {plain(word): role for role, words in self.headers.items() for word in words}

    @cached_property
    def load_units(self) -> dict[str, WeightUnit]:
        """Units of weight by their words."""
        return {plain(word): unit for unit, words in self.units.load.items() for word in words}

    @cached_property
    def other_units(self) -> dict[str, str]:
        """Units of time and length by their words."""
        both = {**self.units.duration, **self.units.distance}
        return {plain(word): unit for unit, words in both.items() for word in words}

    @cached_property
    def set_types(self) -> dict[str, SetType]:
        """Kinds of sets by their words."""
        return {plain(word): kind for kind, words in self.types.items() for word in words}


@cache
def words() -> Words:
    """Read the table, once."""
    text = files("tl_table").joinpath("words.toml").read_text(encoding="utf-8")
    return Words.model_validate(tomli.loads(text))
