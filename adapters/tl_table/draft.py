"""What one row says, before its file is known as a whole."""

from dataclasses import dataclass
from datetime import date, time

from tl_analyzer.log import Problem, SetType
from tl_analyzer.parsing.set_notation import NotedSet


@dataclass(frozen=True, slots=True)
class Draft:
    """The sets of a row.

    Attributes
    ----------
    line : int
        Line or row of the sheet.
    day : date
        The day; a `datetime` where the cell states a time.
    clock : time or None
        Time of day from a column of its own.
    title : str
        Name of the workout, as written in a column or above the row.
    parted : str
        What parts the day into several workouts: the title, where it is a column.
    exercise : str
        Name of the exercise, perhaps of a row above.
    work : tuple of NotedSet
        Its sets.
    set_type : SetType
        Kind of all these sets.
    rpe, rir : float or None
        Of all these sets. [1]
    seconds, metres : float or None
        Duration [s] and distance [m] of each.
    note : str
        Note, as written.
    remarks : tuple of Problem
        What is worth knowing about values that were left out.
    """

    line: int
    day: date
    clock: time | None
    title: str
    parted: str
    exercise: str
    work: tuple[NotedSet, ...]
    set_type: SetType
    rpe: float | None
    rir: float | None
    seconds: float | None
    metres: float | None
    note: str
    remarks: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that holds no set, by the label under which it is counted."""

    label: str
