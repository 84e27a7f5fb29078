"""The catalogue of advice, and which of its entries answer which flag."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple, Self, TypeVar

import tomli
from pydantic import Field, ValidationError, model_validator

from tl_analyzer.advice.added_books import widened
from tl_analyzer.advice.effect import Exposure
from tl_analyzer.advice.exercise import Exercise, Place, Role
from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.log.value import Value
from tl_analyzer.plugins.advice_books import AdviceBook
from tl_analyzer.plugins.containment import described
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.sourced_books import added_advice_books, shipped_advice_book
from tl_analyzer.table_faults import table_faults

Entry = TypeVar("Entry", bound=Value)


class CatalogueError(ValueError):
    """A catalogue that cannot be used."""


class Answer(Value):
    """What is done about one flag.

    Attributes
    ----------
    needs : tuple of Purpose
        The plan holds at least one entry of these purposes when the flag fired.
    place : Place
        Where entries without a place of their own go.
    examine_first : bool
        Whether the pain behind the flag has to be examined before it is exercised.
    exposure : Exposure or None
        What the flag measures, as far as changes can be tried on it.
    choices : tuple of str
        Keys of the entries that answer it, first choice first.
    """

    needs: tuple[Purpose, ...] = ()
    place: Place = Place.ANY
    examine_first: bool = False
    exposure: Exposure | None = None
    choices: tuple[str, ...] = Field(min_length=1)


class Catalogue(Value):
    """Every entry by key, every answer by flag code; both in the order of their files.

    Attributes
    ----------
    exercises : dict of str to Exercise
        Exercises, breaks, changes of load and habits.
    answers : dict of str to Answer
        What is done about each flag.
    """

    exercises: dict[str, Exercise]
    answers: dict[str, Answer]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for code, answer in self.answers.items():
            for key in answer.choices:
                if key not in self.exercises:
                    raise ValueError(f"{code} is answered by {key!r}, which is no entry")
                if self.exercises[key].role is not Role.OFFERED:
                    raise ValueError(f"{code} is answered by {key!r}, which is never prescribed")
            purposes = {self.exercises[key].purpose for key in answer.choices}
            if answer.needs and purposes.isdisjoint(answer.needs):
                raise ValueError(f"{code} needs what none of its choices is for")
        return self

    def choices(self, code: str) -> tuple[Exercise, ...]:
        """Entries that answer a flag, first choice first; none for a flag without an answer."""
        answer = self.answers.get(code)
        return tuple(self.exercises[key] for key in answer.choices) if answer else ()

    def screens(self) -> tuple[Exercise, ...]:
        """Entries that learn what the profile does not say."""
        return self._with_role(Role.SCREEN)

    def self_checks(self) -> tuple[Exercise, ...]:
        """Entries that look closer at pain that was logged on one side."""
        return self._with_role(Role.SELF_CHECK)

    def _with_role(self, role: Role) -> tuple[Exercise, ...]:
        return tuple(entry for entry in self.exercises.values() if entry.role is role)


def parse_catalogue(exercises: str, answers: str) -> Catalogue:
    """Read a catalogue from the texts of its two files.

    Raises
    ------
    CatalogueError
        If a text is no TOML, an entry is incomplete, or an answer names no entry.
    """
    try:
        return catalogue_of(tomli.loads(exercises), tomli.loads(answers))
    except tomli.TOMLDecodeError as why:
        raise CatalogueError(str(why)) from why


def catalogue_of(exercises: Mapping[str, object], answers: Mapping[str, object]) -> Catalogue:
    """Make a catalogue of tables.

    Raises
    ------
    CatalogueError
        If an entry is incomplete, or an answer names no entry.
    """
    try:
        replies = {code: _valid(Answer, code, table) for code, table in answers.items()}
        entries = {key: _exercise(key, t, replies) for key, t in exercises.items()}
        return Catalogue(exercises=entries, answers=replies)
    except ValidationError as why:
        raise CatalogueError(why.errors()[0]["msg"].removeprefix("Value error, ")) from why


def _exercise(key: str, table: object, replies: Mapping[str, Answer]) -> Exercise:
    if not isinstance(table, dict):
        raise CatalogueError(f"{key}: expected a table")
    answers = tuple(code for code, reply in replies.items() if key in reply.choices)
    return _valid(Exercise, key, {**table, "key": key, "answers": answers})


def _valid(model: type[Entry], key: str, table: object) -> Entry:
    """Read one table, or say in words what is wrong with it."""
    try:
        return model.model_validate(table)
    except ValidationError as why:
        first = table_faults(why, model, key, "", "catalogue")[0]
        mend = first.hint or f"Expected {first.expected}."
        raise CatalogueError(f"[{key}] {first.column}: found {first.found}. {mend}") from why


def catalogue() -> Catalogue:
    """The shipped catalogue, with the books of others that can be used."""
    return _in_use().catalogue


def added_advice() -> tuple[Installed[AdviceBook], ...]:
    """The advice books of others, those that cannot be used with their error."""
    return _in_use().added


class _InUse(NamedTuple):
    catalogue: Catalogue
    added: tuple[Installed[AdviceBook], ...]


@cache
def _in_use() -> _InUse:
    shipped = shipped_advice_book()
    exercises, answers = tomli.loads(shipped.exercises), tomli.loads(shipped.answers)
    book = catalogue_of(exercises, answers)
    books = []
    for held in added_advice_books():
        if held.value is None:
            books.append(held)
            continue
        # One book after the other: one that does not fit costs its own entries alone.
        try:
            wider = widened(exercises, answers, held.value, held.origin)
            book = catalogue_of(*wider)
        except (ValueError, TypeError) as why:
            books.append(replace(held, value=None, error=described(why)))
        else:
            exercises, answers = wider
            books.append(held)
    return _InUse(book, tuple(books))
