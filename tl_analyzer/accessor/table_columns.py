"""What kind of table a frame is, by its columns, and what is missing for it to be one."""

from collections.abc import Hashable, Set
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from tl_analyzer.accessor.table_error import TableError
from tl_analyzer.nearest import nearest
from tl_analyzer.tables.columns import nomenclature

#: Columns of which one says when a set or a sitting was.
TIMES = ("start", "date")
#: Columns of which one says how heavy a set was; the last needs a unit beside it.
WEIGHTS = ("weight_kg", "weight_lb", "weight")
#: Columns of which one says how long a sitting was.
LENGTHS = ("end", "minutes")


@dataclass(frozen=True)
class Kind:
    """A kind of table.

    Attributes
    ----------
    what : str
        What it is called.
    table : str
        The table of the nomenclature whose columns it may have.
    also : tuple of str
        Further columns that it may have.
    needed : tuple of tuple of str
        Columns of which it has one of each group.
    """

    what: str
    table: str
    also: tuple[str, ...]
    needed: tuple[tuple[str, ...], ...]

    @cached_property
    def columns(self) -> frozenset[str]:
        """Columns that are looked at."""
        return frozenset({column.name for column in nomenclature()[self.table]}.union(self.also))


SETS = Kind(
    "a table of sets",
    "sets",
    ("date", "weight_lb"),
    (("exercise",), TIMES, ("reps", "duration_s"), WEIGHTS),
)
SITTINGS = Kind("a table of sittings", "postures", ("minutes",), (TIMES, LENGTHS))


def kind_of(frame: pd.DataFrame) -> Kind:
    """Whether a table holds sets or sittings.

    Raises
    ------
    TableError
        If it can be neither, with the nearest names of what is missing.
    """
    # Callers without a type checker give what looks like a table, too.
    if not isinstance(frame, pd.DataFrame):
        raise TableError(
            f"{_type_name(frame)} is neither a pandas table nor a log",
            "Give a list, as in beside=[sittings]; other libraries have to_pandas(), and an"
            " athlete has athlete.log(week).",
        )
    if frame.columns.nlevels > 1:
        raise TableError(
            f"the columns have {frame.columns.nlevels} levels",
            "Keep one, as with frame.droplevel(1, axis='columns').",
        )
    names = {*frame.columns, *frame.index.names}
    if "exercise" in names:
        return _checked(frame, SETS)
    if not names.isdisjoint((*LENGTHS, "posture")):
        return _checked(frame, SITTINGS)
    there = sorted(map(str, frame.columns))
    hint = nearest("exercise", there)
    guess = f"Is {hint!r} the exercise? Rename it. " if hint else ""
    raise TableError(
        f"neither sets nor sittings: the columns are {', '.join(there[:20]) or 'none'}",
        f"{guess}Sets have exercise, reps, start (or date) and weight_kg (or weight_lb); sittings"
        " have start and end (or minutes).",
    )


def _checked(frame: pd.DataFrame, kind: Kind) -> Kind:
    """The kind, where of each group of columns one is there, and none that is read twice."""
    for name in frame.columns[frame.columns.duplicated()]:
        if name in kind.columns:
            raise TableError(f"column {name!r} is there twice", "Keep one of them.")
    names = set(frame.columns)
    for choice in kind.needed:
        if names.isdisjoint(choice):
            told = f"{kind.what} needs a column {' or '.join(choice)}"
            raise TableError(told, _where(choice, frame.index, names - kind.columns))
    return kind


def _where(choice: tuple[str, ...], index: pd.Index, others: Set[Hashable]) -> str:
    """Where a missing column may be."""
    if not set(choice).isdisjoint(index.names):
        return "It is in the index: use frame.reset_index()."
    if choice == TIMES and isinstance(index, pd.DatetimeIndex | pd.PeriodIndex):
        return "If it is the index, use frame.reset_index(names='date')."
    words = [str(name) for name in others]
    near = next((found for name in choice if (found := nearest(name, words))), "")
    if near:
        return f"Did you mean {near!r}? Rename it."
    if choice == WEIGHTS:
        return "Rename yours, or add weight_kg, empty where only the body was lifted."
    return "Add it, or rename yours."


def _type_name(thing: object) -> str:
    kind = type(thing)
    library = kind.__module__.partition(".")[0]
    return kind.__name__ if library == "builtins" else f"{library}.{kind.__name__}"
