"""The athlete's body: mass, how it feels, and what devices and diaries say of the day."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from tl_analyzer.log.instant import When
from tl_analyzer.log.provenance import Provenance
from tl_analyzer.log.strength import Weight
from tl_analyzer.log.value import Value


class BodyMass(Value):
    """A body mass as weighed."""

    kind: Literal["body_mass"] = "body_mass"
    start: When
    mass: Weight
    provenance: Provenance


class CheckIn(Value):
    """One line of the pain diary.

    Attributes
    ----------
    start : When
        The day, mostly without a clock.
    region, side : str
        Where it is felt; words of the published vocabulary (empty: not said).
    score : float or None
        Pain from 0 (none) to 10. [1]
    signs : tuple of str
        Words of the published vocabulary.
    note : str
        The athlete's own words.
    """

    kind: Literal["check_in"] = "check_in"
    start: When
    region: str = ""
    side: str = ""
    score: float | None = Field(default=None, ge=0, le=10)
    signs: tuple[str, ...] = ()
    note: str = ""
    provenance: Provenance


class Scale(Value):
    """The scale of a self-rating, as its source defines it.

    Attributes
    ----------
    least, most : float
        Its ends. [1]
    best : {"least", "most", None}
        Which end is the good one; None when the source does not say.
    """

    least: float = Field(allow_inf_nan=False)
    most: float = Field(allow_inf_nan=False)
    best: Literal["least", "most"] | None = None

    @model_validator(mode="after")
    def _ascends(self) -> Self:
        if self.least >= self.most:
            raise ValueError("a scale needs two ends")
        return self


class Wellness(Value):
    """One value of a wellness diary, kept as given: no scale is turned into another.

    Attributes
    ----------
    start : When
        The day or the moment.
    measure : str
        What was rated or measured: ``soreness``, ``resting_hr``, ``hrv_rmssd``, ``sleep``.
    value : float
        The value as given, in `unit`.
    unit : str
        ``1`` for ratings, else ``1/min``, ``ms``, ``h``, ...
    scale : Scale or None
        Of a rating: its range.
    source : str
        Where it comes from, in the athlete's words.
    """

    kind: Literal["wellness"] = "wellness"
    start: When
    measure: str
    value: float = Field(allow_inf_nan=False)
    unit: str = "1"
    scale: Scale | None = None
    source: str
    provenance: Provenance


class DayMeasure(StrEnum):
    """What a device sums over a day."""

    #: Awake without movement.
    SEDENTARY = "sedentary"
    #: Without movement, sleep included.
    INACTIVE = "inactive"
    ASLEEP = "asleep"
    STEPS = "steps"
    STAND_HOURS = "stand hours"


class DailyTotal(Value):
    """A sum over one day. It holds no interval: it checks what intervals add up to.

    Attributes
    ----------
    start : When
        The day.
    measure : DayMeasure
        What was summed.
    value : float
        The sum: minutes [min] of the first three measures, a count [1] of the others.
    source : str
        What summed it, in the athlete's words.
    """

    kind: Literal["daily_total"] = "daily_total"
    start: When
    measure: DayMeasure
    value: float = Field(ge=0, allow_inf_nan=False)
    source: str
    provenance: Provenance
