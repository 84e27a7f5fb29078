"""What one unit of a source holds where it holds several sets: a row, a line, a workout in JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tl_analyzer.log import LoadMeaning, Problem, WeightUnit
from tl_strength.dialect import Role


@dataclass(frozen=True, slots=True)
class SetCells:
    """One set, as cells of the canonical layout.

    Attributes
    ----------
    cells : mapping
        Text by what it means; the date comes from the unit.
    names : mapping
        Names of the columns that the text stands in, for problems.
    meaning : LoadMeaning or None
        What the source says its weight stands for.
    """

    cells: Mapping[Role, str]
    names: Mapping[Role, str] = field(default_factory=dict)
    meaning: LoadMeaning | None = None


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that had to be assumed to read a unit; said once a file.

    Attributes
    ----------
    code : str
        Word for grouping.
    found, expected, hint : str
        What it is about, in words for a user.
    """

    code: str
    found: str
    expected: str
    hint: str


@dataclass(frozen=True, slots=True)
class BodyCell:
    """A body mass as written, and the unit that its column names."""

    text: str
    unit: WeightUnit
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """What became of one unit of the source.

    Attributes
    ----------
    line : int
        Where it stands, counted from 1.
    date : str
        Start of the workout as written.
    sets : tuple of SetCells
        Its sets.
    problems : tuple of Problem
        Sets in it that could not be taken apart.
    aside : str
        Label under which it is set aside, where it holds nothing for the log.
    undone : int
        Sets that are written but were not done. [1]
    sport : str
        What was done, where its time is all that is known; empty otherwise.
    lasted_s : float or None
        How long that took. [s]
    body : BodyCell or None
        Body mass on that day.
    assumed : tuple of Assumption
        What had to be assumed.
    """

    line: int
    date: str = ""
    sets: tuple[SetCells, ...] = ()
    problems: tuple[Problem, ...] = ()
    aside: str = ""
    undone: int = 0
    sport: str = ""
    lasted_s: float | None = None
    body: BodyCell | None = None
    assumed: tuple[Assumption, ...] = ()
