"""What kind of table a frame is, by its columns, and what is missing for it to be one."""

from collections.abc import Iterable

import pandas as pd

from tl_analyzer.accessor.table_error import TableError
from tl_analyzer.nearest import nearest

#: Columns of which one says when a set or a sitting was.
TIMES = ("start", "date")
#: Columns of which one says how heavy a set was; the last needs a unit beside it.
WEIGHTS = ("weight_kg", "weight_lb", "weight")
#: Columns of which one says how long a sitting was.
LENGTHS = ("end", "minutes")


def is_sets(frame: pd.DataFrame) -> bool:
    """Whether a table holds sets, rather than sittings.

    Raises
    ------
    TableError
        If it can be neither, with the nearest names of what is missing.
    """
    names = _names(frame)
    if "exercise" in names:
        require(frame, "a table of sets", ("exercise",), TIMES, ("reps", "duration_s"))
        return True
    if "end" in names or "minutes" in names or "posture" in names:
        require(frame, "a table of sittings", TIMES, LENGTHS)
        return False
    hint = nearest("exercise", names)
    guess = f"Is {hint!r} the exercise? Rename it. " if hint else ""
    raise TableError(
        f"neither sets nor sittings: the columns are {', '.join(sorted(names)[:20]) or 'none'}",
        f"{guess}Sets have exercise, reps, start (or date) and weight_kg (or weight_lb); sittings"
        " have start and end (or minutes).",
    )


def require(frame: pd.DataFrame, what: str, *choices: tuple[str, ...]) -> None:
    """Check that of each group of columns one is there.

    Raises
    ------
    TableError
        If one is missing, with the nearest name that is there.
    """
    names = _names(frame)
    for choice in choices:
        if names.isdisjoint(choice):
            near = next((n for c in choice if (n := nearest(c, names - _known()))), "")
            guess = f"Did you mean {near!r}? Rename it." if near else "Add it, or rename yours."
            if not set(choice).isdisjoint(frame.index.names):
                guess = "It is in the index: use frame.reset_index()."
            raise TableError(f"{what} needs a column {' or '.join(choice)}", guess)


def _names(frame: pd.DataFrame) -> set[str]:
    doubled = [str(name) for name in frame.columns[frame.columns.duplicated()]]
    if doubled:
        raise TableError(f"column {doubled[0]!r} is there twice", "Keep one of them.")
    return {str(name) for name in frame.columns}


def _known() -> set[str]:
    groups: Iterable[tuple[str, ...]] = (TIMES, WEIGHTS, LENGTHS, ("exercise", "reps"))
    return {name for group in groups for name in group}
