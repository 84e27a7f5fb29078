"""The SQL functions of a log store: they read, and answer NULL to what has no answer."""

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from tl_datasette import answers

Answer = str | float | None


class SqlFunction(NamedTuple):
    """A function of SQL.

    Attributes
    ----------
    name : str
        Its name.
    takes : tuple of type
        What it takes, without the moment.
    answer : callable
        Answers, given the path of the store and what was asked.
    dated : bool
        Whether it takes a moment, too: an ISO instant as last argument, or none.
    misfit : str or None
        What it answers to arguments of other types.
    """

    name: str
    takes: tuple[type, ...]
    answer: Callable[..., Answer]
    dated: bool = False
    misfit: str | None = None


_TEXTS = "id of the athlete and week have to be texts. Write the week as '2026-W46'."

FUNCTIONS = (
    SqlFunction("tl_weeks", (str, int), answers.weeks),
    SqlFunction("tl_severity", (str, str), answers.severity, dated=True),
    SqlFunction("tl_exposure", (str, str, str), answers.exposure, dated=True),
    SqlFunction("tl_flags", (str, str), answers.flags, dated=True),
    SqlFunction("tl_channels", (str, str), answers.channels, dated=True),
    SqlFunction("tl_problem", (str, str), answers.problem, dated=True, misfit=_TEXTS),
    SqlFunction("tl_movement", (str,), answers.movement),
    SqlFunction("tl_explain", (str,), answers.explain),
)


def give_functions(connection: sqlite3.Connection, path: str) -> None:
    """Give a connection to a log store its functions.

    Parameters
    ----------
    connection : sqlite3.Connection
        A connection to the store.
    path : str
        The store: the functions answer out of no other.
    """
    for each in FUNCTIONS:
        for takes in (each.takes, (*each.takes, str)) if each.dated else (each.takes,):
            # Within a statement the same question is asked once.
            connection.create_function(
                each.name, len(takes), _bound(each, path, takes), deterministic=True
            )


def _bound(function: SqlFunction, path: str, takes: tuple[type, ...]) -> Callable[..., Answer]:
    def asked(*given: object) -> Answer:
        if not all(isinstance(value, kind) for value, kind in zip(given, takes, strict=True)):
            return function.misfit
        try:
            return function.answer(path, *given)
        except Exception:
            # SQLite would pass on that something was raised, not what: `tl_problem` says it.
            return None

    return asked
