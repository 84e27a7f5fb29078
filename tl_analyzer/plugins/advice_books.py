"""What an advice book holds; authors import `tl_analyzer.advice_book`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tl_analyzer.finding import RULE_CODE
from tl_analyzer.plugins.book_text import tables
from tl_analyzer.plugins.loading import RefusedError

#: What a table holds that only adds to the answer of somebody else.
_ADDS = {"choices"}

_KEY = re.compile(r"[a-z][a-z0-9_]{2,59}")


@dataclass(frozen=True)
class AdviceBook:
    """Exercises, breaks, changes of load, and the flags they answer.

    Attributes
    ----------
    contract : int
        Version of the contract it was written for.
    exercises : str
        TOML, one table an entry; fields as in `tl_analyzer.advice.exercise.Exercise`.
    answers : str
        TOML, one table a flag's code; fields as in `tl_analyzer.advice.catalogue.Answer`. A table
        with ``choices`` alone adds them behind those of the book that owns the answer.
    references : str
        TOML of the sources that are not in the shipped bibliography.
    """

    contract: int
    exercises: str = ""
    answers: str = ""
    references: str = ""


def advice_claims(book: AdviceBook) -> Mapping[str, object]:
    """What a book owns: keys of entries, and answers.

    Raises
    ------
    RefusedError
        If it is not sound.
    """
    entries, answers = exercises_of(book), answers_of(book)
    for key in entries:
        if not _KEY.fullmatch(key):
            raise RefusedError(f"its exercise key {key[:60]!r} is not like dead_bug")
    for code in answers:
        if not RULE_CODE.fullmatch(code):
            raise RefusedError(f"it answers {code[:20]!r}, which is no code of a rule")
    return {
        **{f"exercise {key}": table for key, table in entries.items()},
        **{f"answer to {c}": table for c, table in answers.items() if set(table) - _ADDS},
    }


def exercises_of(book: AdviceBook) -> dict[str, Mapping[str, Any]]:
    """Entries of a book as tables.

    Raises
    ------
    RefusedError
        If they cannot be read.
    """
    return tables(book.exercises, "exercises")


def answers_of(book: AdviceBook) -> dict[str, Mapping[str, Any]]:
    """Answers of a book as tables.

    Raises
    ------
    RefusedError
        If they cannot be read.
    """
    return tables(book.answers, "answers")


def sources_cited(book: AdviceBook) -> Iterator[tuple[str, str]]:
    """Keys of sources with the place that cites them."""
    for key, table in exercises_of(book).items():
        also = table.get("also", [])
        for cited in (table.get("reference", ""), *(also if isinstance(also, list) else ())):
            yield f"exercise {key}", str(cited)
