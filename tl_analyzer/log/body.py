"""The athlete's body: mass, and how it feels."""

from typing import Literal

from pydantic import Field

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
