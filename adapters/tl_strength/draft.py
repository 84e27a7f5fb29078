"""What one row says, before its file is known as a whole."""

from dataclasses import dataclass
from datetime import date, datetime

from tl_analyzer.log import LoadMeaning, Problem, SetType, WeightUnit
from tl_strength.dialect import Role


@dataclass(frozen=True, slots=True)
class Draft:
    """A set as far as its own row tells.

    Attributes
    ----------
    line : int
        Line of the row.
    start : date
        Start of the workout; a `datetime` where the time is known.
    key : tuple of str
        What makes it the same workout as another.
    title, end, lasted : str
        Title, end and duration of the workout, as written.
    strange_tag : str
        The type of the set as written, where it was not understood.
    load : float or None
        Weight as written [in `unit`]; None where there is none.
    unit : WeightUnit or None
        Unit that the file states for this row.
    metres : float or None
        Distance [m].
    unplaced_distance : bool
        Whether a distance without any unit was left out.
    remarks : tuple of Problem
        What is worth knowing about values that were left out.
    at : datetime or None
        Moment of the set, where the layout has one.
    rir : float or None
        Repetitions in reserve. [1]
    body_mass : float or None
        Body mass as written, in the unit of the file's weights.
    meaning : LoadMeaning or None
        What the row says its weight stands for; None where it says nothing.
    position : int or None
        Number of the set within its exercise, where the layout counts them. [1]
    """

    line: int
    start: date
    key: tuple[str, ...]
    title: str
    end: str
    lasted: str
    exercise: str
    set_type: SetType
    strange_tag: str
    load: float | None
    unit: WeightUnit | None
    reps: int | None
    rpe: float | None
    seconds: float | None
    metres: float | None
    unplaced_distance: bool
    note: str
    remarks: tuple[Problem, ...]
    at: datetime | None = None
    rir: float | None = None
    body_mass: float | None = None
    meaning: LoadMeaning | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that holds no set.

    Attributes
    ----------
    label : str
        What it calls itself.
    known : bool
        Whether the dialect names the label.
    role : Role
        The column that says so.
    """

    label: str
    known: bool
    role: Role = Role.TAG
