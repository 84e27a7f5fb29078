"""Strength work: sessions, sets, and weights that know where their unit came from."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from tl_analyzer.log.instant import When
from tl_analyzer.log.provenance import Provenance
from tl_analyzer.log.value import Value

#: One international pound [kg], exact by definition.
KG_PER_LB = 0.45359237


class WeightUnit(StrEnum):
    """Units a log may use for weights."""

    KG = "kg"
    LB = "lb"


class UnitBasis(StrEnum):
    """How the unit of a weight is known."""

    #: The log states it.
    STATED = "stated"
    #: The athlete's profile says how to read logs that state none.
    CONFIGURED = "configured"
    #: Neither: inferred from the numbers, with the doubt that brings.
    GUESSED = "guessed"


class Weight(Value):
    """A weight as written, its unit, and how the unit is known."""

    value: float = Field(ge=0, le=5000, allow_inf_nan=False)
    unit: WeightUnit
    basis: UnitBasis

    @property
    def kg(self) -> float:
        """The weight [kg]."""
        return self.value if self.unit is WeightUnit.KG else self.value * KG_PER_LB


class LoadMeaning(StrEnum):
    """What the weight of a set stands for."""

    #: Weight of the implement, or one implement of a pair where the app logs one hand.
    EXTERNAL = "external"
    #: Weight of one of two implements, as the source says.
    PER_HAND = "per_hand"
    #: Weight of two implements together, as the source says.
    BOTH_HANDS = "both_hands"
    #: Body mass plus any added load (some layouts write it so for body-weight exercises).
    INCLUDES_BODY_MASS = "includes_body_mass"
    #: Help given by a machine or band.
    ASSISTANCE = "assistance"


class SetType(StrEnum):
    """Kinds of sets."""

    WORKING = "working"
    WARMUP = "warmup"
    DROP = "drop"
    FAILURE = "failure"


class StrengthSet(Value):
    """One set as performed.

    Attributes
    ----------
    exercise : str
        The exercise as written in the log.
    row : int
        Line or message number in the source, counted from 1.
    weight : Weight or None
        Weight as written; None for body weight.
    meaning : LoadMeaning
        What the weight stands for.
    reps : int or None
        Repetitions. [1]
    rpe, rir : float or None
        Rating of perceived exertion (1-10) or repetitions in reserve, as given. [1]
    duration_s, distance_m : float or None
        Duration [s] and distance [m] of timed or measured sets.
    start : When or None
        Start of this set, where the log times sets.
    note : str
        Note on the set, as written.
    position : int or None
        Number of the set within its exercise, where the source counts them. [1]
    """

    exercise: str
    row: int
    weight: Weight | None = None
    meaning: LoadMeaning = LoadMeaning.EXTERNAL
    reps: int | None = Field(default=None, ge=0, le=10_000)
    rpe: float | None = Field(default=None, ge=1, le=10)
    rir: float | None = Field(default=None, ge=0, le=20)
    set_type: SetType = SetType.WORKING
    duration_s: float | None = Field(default=None, ge=0)
    distance_m: float | None = Field(default=None, ge=0)
    start: When | None = None
    note: str = ""
    position: int | None = None


class StrengthSession(Value):
    """One strength workout; sets in the order performed.

    Attributes
    ----------
    start : When
        Begin; only a date where the log states no clock.
    duration_s : float or None
        Length [s].
    title : str
        Name of the workout, as written.
    sets : tuple of StrengthSet
        Its sets.
    app : str
        The app that wrote it, where one adapter reads several.
    detected : bool
        Whether a device detected exercises and repetitions, rather than the athlete logging them.
    folded : tuple of Provenance
        Other recordings of the same session that were folded into this one.
    """

    kind: Literal["strength"] = "strength"
    start: When
    duration_s: float | None = Field(default=None, ge=0)
    title: str = ""
    sets: tuple[StrengthSet, ...]
    app: str = ""
    detected: bool = False
    provenance: Provenance
    folded: tuple[Provenance, ...] = ()
