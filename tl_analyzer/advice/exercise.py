"""One entry of the catalogue: an exercise, a break, a change of load, a habit."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, field_validator

from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.log.value import Value
from tl_analyzer.parameters import Grade
from tl_analyzer.profile import HingePattern
from tl_analyzer.vocabulary import SIGNS

Line = Annotated[str, Field(min_length=3)]


class Place(StrEnum):
    """Where in the day an entry belongs, or in the planning of the week."""

    MORNING = "morning"
    BEFORE_RIDE = "before_ride"
    AFTER_RIDE = "after_ride"
    BETWEEN_DESK_AND_BAR = "between_desk_and_bar"
    BEFORE_LIFTING = "before_lifting"
    AFTER_LIFTING = "after_lifting"
    EVENING = "evening"
    AT_THE_DESK = "at_the_desk"
    ON_THE_BIKE = "on_the_bike"
    PLANNING = "planning"
    THIS_WEEK = "this_week"
    ANY = "any"

    @property
    def words(self) -> str:
        """The place as the plan says it."""
        return _PLACE_WORDS[self]


_PLACE_WORDS = {
    Place.MORNING: "in the morning",
    Place.BEFORE_RIDE: "before the ride",
    Place.AFTER_RIDE: "after the ride",
    Place.BETWEEN_DESK_AND_BAR: "between desk and bar",
    Place.BEFORE_LIFTING: "before lifting",
    Place.AFTER_LIFTING: "after lifting",
    Place.EVENING: "in the evening",
    Place.AT_THE_DESK: "at the desk",
    Place.ON_THE_BIKE: "on the bike",
    Place.PLANNING: "when planning the week",
    Place.THIS_WEEK: "in the week to come",
    Place.ANY: "any time of the day",
}


class Role(StrEnum):
    """What the program may do with an entry."""

    #: May be put into a plan.
    OFFERED = "offered"
    #: Offered beside a plan, to learn what the profile does not say.
    SCREEN = "screen"
    #: Offered beside a plan, to look closer at pain that was logged on one side.
    SELF_CHECK = "self_check"
    #: Explained on request only.
    HABIT = "habit"
    #: Belongs to professional hands: explained on request, never put into a plan.
    PROFESSIONAL = "professional"


class Exercise(Value):
    """One entry of the catalogue.

    Attributes
    ----------
    key, name : str
        Stable key, and the name a reader sees.
    purpose : Purpose
        What it is for.
    role : Role
        What the program may do with it.
    reason : str
        Half a sentence: what it does, in plain words.
    answers : tuple of str
        Codes of the flags it answers, from ``answers.toml``.
    dose : str
        Dose to start with.
    progression : tuple of str
        The doses after it, one a step; a step takes some weeks of logged work.
    cues : tuple of str
        How to do it.
    equipment : tuple of str
        Any one of these is enough; empty when nothing is needed.
    suits : tuple of str
        Branches that begin with it: ``stiff``, ``hinge``, ``unknown`` or ``all``.
    not_if : tuple of str
        Branches and signs of the diary that rule it out.
    before_examination : bool
        Whether it may be done while pain still has to be examined.
    for_lifts : tuple of str
        Only for athletes who did one of these lifts this week; empty for everybody.
    place : Place
        Where in the day it belongs.
    minutes : float
        Time it takes on a day it is done; 0 when it takes none of the athlete's own. [min]
    per_week : int
        Days a week it is meant for; 0 for changes that are made once. [days]
    every_min : float
        How often a break comes back through its hours; 0 for all else. [min]
    reference, also : str, tuple of str
        Source of the intervention, and further ones, mostly of the dose.
    dose_evidence : Grade
        How well the dose is known.
    logged_as : tuple of str
        Lift keys that count as having done it. Entries that share one are the same work.
    done_by : tuple of str
        Words in the name of a logged activity that count as having done it: ``walk``.
    again : str
        What is done once more after some weeks: ``screen again``; empty for all else.
    added_by : str
        Distribution and version of the plugin that it is from; empty for a shipped entry.
    """

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    name: Line
    purpose: Purpose
    role: Role = Role.OFFERED
    reason: Line
    answers: tuple[str, ...] = ()
    dose: Line
    progression: Annotated[tuple[Line, ...], Field(min_length=1)]
    cues: Annotated[tuple[Line, ...], Field(min_length=1, max_length=4)]
    equipment: tuple[str, ...] = ()
    suits: tuple[HingePattern | Literal["all"], ...] = ("all",)
    not_if: tuple[str, ...] = ()
    before_examination: bool = False
    for_lifts: tuple[str, ...] = ()
    place: Place = Place.ANY
    minutes: Annotated[float, Field(ge=0, le=60)] = 0.0
    per_week: Annotated[int, Field(ge=0, le=7)] = 0
    every_min: Annotated[float, Field(ge=0, le=24 * 60)] = 0.0
    reference: str
    also: tuple[str, ...] = ()
    dose_evidence: Grade
    logged_as: tuple[str, ...] = ()
    done_by: tuple[str, ...] = ()
    again: str = ""
    added_by: str = ""

    @field_validator("not_if")
    @classmethod
    def _known_words(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = set(value) - set(SIGNS) - set(HingePattern)
        if unknown:
            raise ValueError(f"neither a sign nor a branch: {', '.join(sorted(unknown))}")
        return value

    @property
    def professional(self) -> bool:
        """Whether it belongs to professional hands."""
        return self.role is Role.PROFESSIONAL

    @property
    def is_measure(self) -> bool:
        """Whether it changes load, position or breaks, or is arranged, rather than exercised."""
        changes = self.purpose in (Purpose.LOAD, Purpose.ERGONOMIC, Purpose.BREAK)
        return changes or self.per_week == 0

    @property
    def beside_the_plan(self) -> bool:
        """Whether it is offered beside a plan and takes no place in it."""
        return self.role in (Role.SCREEN, Role.SELF_CHECK)

    def begins_branch(self, branch: HingePattern) -> bool:
        """Whether athletes of this branch begin with it."""
        return branch in self.suits

    def same_work(self, other: "Exercise") -> bool:
        """Whether both are the same entry, or forms of the same exercise."""
        return self.key == other.key or not set(self.logged_as).isdisjoint(other.logged_as)
