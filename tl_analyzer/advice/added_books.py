"""What the advice books of others add to the tables of exercises and answers."""

from collections.abc import Mapping
from typing import Any

from tl_analyzer.advice.exercise import Role
from tl_analyzer.plugins.advice_books import AdviceBook, answers_of, exercises_of

#: What a stranger's entry may be: screens and self-checks are built into the program.
_ROLES = (Role.OFFERED, Role.HABIT, Role.PROFESSIONAL)

Tables = dict[str, Mapping[str, Any]]


def widened(
    exercises: Tables, answers: Tables, book: AdviceBook, origin: str
) -> tuple[Tables, Tables]:
    """Add a book: its entries, its answers, and its choices behind those of others.

    Parameters
    ----------
    exercises, answers : dict of str to mapping
        The tables so far; they are not changed.
    book : AdviceBook
        A book that owns what it claims.
    origin : str
        Distribution and version that it is from.

    Raises
    ------
    ValueError
        If an entry is what only the program itself may offer.
    """
    added = exercises_of(book)
    for key, table in added.items():
        if table.get("role", Role.OFFERED) not in _ROLES:
            raise ValueError(f"its exercise {key} cannot have the role {table['role']!r}")
    replies = dict(answers)
    for code, table in answers_of(book).items():
        replies[code] = _both(replies[code], table) if code in replies else table
    signed = {key: {**table, "added_by": origin} for key, table in added.items()}
    return {**exercises, **signed}, replies


def _both(held: Mapping[str, Any], added: Mapping[str, Any]) -> Mapping[str, Any]:
    choices = dict.fromkeys((*held.get("choices", ()), *added.get("choices", ())))
    return {**added, **held, "choices": list(choices)}
