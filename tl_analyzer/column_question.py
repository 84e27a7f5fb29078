"""What an adapter wants to know about a table that nobody has explained: asked once, remembered.

An adapter that reads tables by a `ColumnMap` may offer a method ``questions``; see `AsksColumns`.
Commands that talk to a person put the question, and keep the answer in the profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

from tl_analyzer.adapter import Reading, SourceFile


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """Something that a column can mean.

    Attributes
    ----------
    key : str
        Word of the column map.
    told : str
        What it means, for a person.
    """

    key: str
    told: str


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """A table with columns that are guessed or not understood.

    Attributes
    ----------
    about : str
        What such a table holds, for a person: ``strength work``.
    header : tuple of str
        The columns as written.
    values : tuple of tuple of str
        The first rows below.
    meanings : tuple of ColumnMeaning
        What columns can mean.
    required : tuple of tuple of str
        Keys of which one each is needed.
    guess : mapping of str to str
        Header of a column by the key it probably means; empty where there is no guess.
    """

    about: str
    header: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    meanings: tuple[ColumnMeaning, ...]
    required: tuple[tuple[str, ...], ...]
    guess: Mapping[str, str]
    #: Columns that follow from others, such as the second set from the first: not asked.
    follow: frozenset[str] = frozenset()

    def missing(self, means: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
        """Groups of required keys of which an answer has none."""
        return tuple(group for group in self.required if not any(key in means for key in group))


@runtime_checkable
class AsksColumns(Protocol):
    """An adapter that reads tables by a column map, and can say what it does not know."""

    #: Stable name, as of the adapter.
    name: ClassVar[str]

    def questions(self, file: SourceFile, reading: Reading) -> tuple[ColumnQuestion, ...]:
        """Say what is to be asked, one value a header; none where a map explains them all."""
        ...
