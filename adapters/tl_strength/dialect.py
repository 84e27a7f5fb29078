"""Dialects: what the tables under ``dialects/`` say about each layout of each app.

A new layout is a ``[[dialect]]`` table in the file of its app, or a new file, together with a
hand-written export and its golden log under ``tests/strength/samples``; no code changes.
"""

from enum import StrEnum
from functools import cache, cached_property, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from tl_analyzer.column_map import column_key
from tl_analyzer.log import SetType
from tl_strength.resources import tables


class Role(StrEnum):
    """What a column means."""

    #: Number of the workout in the file.
    WORKOUT = "workout"
    #: Start of the workout, or the moment of the set (`Dialect.clock_of`).
    DATE = "date"
    #: Time of day, where it stands beside the date.
    TIME = "time"
    #: Moment of the set, where the workout has a start of its own.
    SET_TIME = "set_time"
    #: End of the workout.
    END = "end"
    #: How long the workout lasted.
    DURATION = "duration"
    TITLE = "title"
    EXERCISE = "exercise"
    #: What it was done with, where the name of the exercise leaves that out.
    EQUIPMENT = "equipment"
    #: Group of exercises, in the words of the app.
    CATEGORY = "category"
    #: Position of the set, where another column says of what type it is.
    INDEX = "index"
    #: Type of the set; in some layouts its number stands in the same place.
    TAG = "tag"
    #: Whether the set warmed up.
    WARMUP = "warmup"
    #: Whether the set was done.
    STATUS = "status"
    WEIGHT = "weight"
    WEIGHT_UNIT = "weight_unit"
    REPS = "reps"
    #: Repetitions or time, as the words in the cell say.
    AMOUNT = "amount"
    #: Weight or distance, as the words in the cell say.
    MEASURE = "measure"
    #: Implements and sides for which the weight and the repetitions stand.
    MULTIPLIER = "multiplier"
    RPE = "rpe"
    #: Repetitions in reserve.
    RIR = "rir"
    #: Body mass at the time of the workout.
    BODY_MASS = "body_mass"
    DISTANCE = "distance"
    DISTANCE_UNIT = "distance_unit"
    #: How long the set lasted.
    SECONDS = "seconds"
    NOTE = "note"
    #: Known by name only to tell layouts apart.
    KIND = "kind"


class Pattern(BaseModel):
    """A role together with the unit in its header: ``weight``, ``weight:kg``, ``weight:*``.

    Attributes
    ----------
    role : Role
        What the column means.
    unit : str
        Unit that the header names; empty when it names none, ``*`` for whichever.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Role
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> "Pattern":
        """Read the short form."""
        role, _, unit = text.partition(":")
        return cls(role=Role(role), unit=unit)

    def matches(self, other: "Pattern") -> bool:
        """Whether a column of the pattern `other` is meant."""
        return self.role is other.role and (
            self.unit == other.unit or (self.unit == "*" and other.unit != "")
        )


@lru_cache(maxsize=1024)
def tag_key(tag: str) -> str:
    """Bring a tag to the form in which tags are compared: ``Warm-up`` is ``WARM_UP``."""
    return "".join(filter(str.isalpha, tag)).casefold()


class Dialect(BaseModel):
    """One layout of one app.

    Attributes
    ----------
    name, app : str
        Name of the layout, unique, and the app that writes it.
    columns : dict
        Spellings of the header by role and unit.
    needs, lacks : tuple of Pattern
        The signature: columns that must be there, and that must not.
    workout : tuple of tuple of Role
        What makes a workout; the first combination whose cells are filled holds.
    dates : tuple of str
        Forms of dates, tried in order.
    dates_either : tuple of tuple of str
        Forms among which the whole file has to decide.
    languages : tuple of str
        Locales in which months may be named.
    tags : dict
        Types of sets by tag.
    untagged : {"working", "aside"}
        What a row with any other tag is: a set all the same, or no set.
    labels : tuple of str
        Tags of rows that are known to hold no set.
    body_mass_in_weight : bool
        Whether body-weight exercises may carry the athlete's mass in their weight.
    unquoted_commas : bool
        Whether names of exercises may hold the delimiter without quotes.
    clock_of : {"workout", "set"}
        What the date stands for. Where it is the moment of each set, a workout is a run of sets
        of one title without a long break, past midnight too.
    decimal_comma : bool
        Whether a comma in a number is the decimal sign although it also separates cells.
    done : dict
        By what STATUS says of a set that was done: the type of the set.
    undone : dict
        By what STATUS says of a set that was not done: the label under which it is set aside.
    done_needs : tuple of Role
        Cells of which one at least is filled where a set was done; without them it is set
        aside as not done.
    equipment_unsaid : tuple of str
        Equipment that adds nothing to the name of an exercise.
    pairs : tuple of float
        Values of the multiplier that stand for two implements, where the exercise takes two.
    one_rep_is_a_hold : bool
        Whether a set of one repetition that has a time is a hold.
    notes_on : {"set", "exercise"}
        Whether a note speaks of its set, or of all sets of the exercise in the workout.
    expand : str
        How a row that holds several sets is taken apart (`tl_strength.expanders`); empty where
        a row is a set.
    sport : str
        What a row with a result but without sets is kept as; empty where there is none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    app: str
    columns: dict[str, tuple[str, ...]]
    needs: tuple[Pattern, ...]
    lacks: tuple[Pattern, ...] = ()
    workout: tuple[tuple[Role, ...], ...]
    dates: tuple[str, ...]
    dates_either: tuple[tuple[str, ...], ...] = ()
    languages: tuple[str, ...] = ()
    tags: dict[str, SetType] = {}
    untagged: Literal["working", "aside"]
    labels: tuple[str, ...] = ()
    body_mass_in_weight: bool = False
    unquoted_commas: bool = False
    clock_of: Literal["workout", "set"] = "workout"
    decimal_comma: bool = False
    done: dict[str, SetType] = {}
    undone: dict[str, str] = {}
    done_needs: tuple[Role, ...] = ()
    equipment_unsaid: tuple[str, ...] = ()
    pairs: tuple[float, ...] = ()
    one_rep_is_a_hold: bool = False
    notes_on: Literal["set", "exercise"] = "set"
    expand: str = ""
    sport: str = ""

    @field_validator("needs", "lacks", mode="before")
    @classmethod
    def _short_form(cls, value: list[str]) -> list[Pattern]:
        return [Pattern.parse(text) for text in value]

    @cached_property
    def spellings(self) -> dict[str, Pattern]:
        """What each column means, by the form in which names are compared."""
        return {
            column_key(name): Pattern.parse(short)
            for short, names in self.columns.items()
            for name in names
        }

    @cached_property
    def types(self) -> dict[str, SetType]:
        """Types of sets, by the form in which tags are compared."""
        return {tag_key(tag): kind for tag, kind in self.tags.items()}

    @cached_property
    def done_words(self) -> dict[str, SetType]:
        """Types of sets that were done, by the form in which tags are compared."""
        return {tag_key(word): kind for word, kind in self.done.items()}

    @cached_property
    def undone_words(self) -> dict[str, str]:
        """Labels of sets that were not done, by the form in which tags are compared."""
        return {tag_key(word): label for word, label in self.undone.items()}

    @cached_property
    def asides(self) -> frozenset[str]:
        """Labels of rows that hold no set, by the form in which labels are compared."""
        return frozenset(column_key(label) for label in self.labels)


class Family(BaseModel):
    """One file of dialects: what they share, and each with its own."""

    model_config = ConfigDict(frozen=True, extra="allow")

    dialect: tuple[dict[str, object], ...]

    def dialects(self) -> tuple[Dialect, ...]:
        """Complete each dialect with what its family shares."""
        shared = self.model_extra or {}
        return tuple(Dialect.model_validate({**shared, **own}) for own in self.dialect)


@cache
def dialects() -> tuple[Dialect, ...]:
    """All dialects that are known, read once."""
    families = [Family.model_validate(raw) for raw in tables("dialects").values()]
    return tuple(dialect for family in families for dialect in family.dialects())
