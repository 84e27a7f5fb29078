"""Whether a cell of repetitions shows work, and notations as cells of a set."""

from collections.abc import Mapping

from tl_analyzer.log import LoadMeaning
from tl_analyzer.parsing.noted_set import NotedSet
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_strength.dialect import Role
from tl_strength.expansion import Assumption, SetCells

EACH_SIDE = Assumption(
    "each-side",
    "entries with repetitions for each side",
    "repetitions in all",
    "They were read as written: the repetitions of one side.",
)


def shows_work(reps: str) -> bool:
    """Whether repetitions were done; what is no number is left to the engine to refuse."""
    try:
        return number(reps, comma_is_decimal=False) not in (None, 0.0)
    except Unreadable:
        return True


def noted_cells(noted: NotedSet, shared: Mapping[Role, str], names: Mapping[Role, str]) -> SetCells:
    """A set of a notation as cells.

    Parameters
    ----------
    noted : NotedSet
        The set.
    shared : mapping
        Cells it has in common with its neighbours; the notation wins.
    names : mapping
        Names of the columns.
    """
    numbers = {
        Role.REPS: noted.reps,
        Role.WEIGHT: noted.load,
        Role.SECONDS: noted.seconds,
        Role.RPE: noted.rpe,
        Role.RIR: noted.rir,
    }
    cells = {role: repr(value) for role, value in numbers.items() if value is not None}
    if noted.unit is not None:
        cells[Role.WEIGHT_UNIT] = noted.unit.value
    meaning = None if noted.meaning is LoadMeaning.EXTERNAL else noted.meaning
    return SetCells({**shared, **cells}, names, meaning)
