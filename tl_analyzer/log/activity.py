"""Sessions that are neither lifting with sets nor riding: walks, runs, yoga, swims."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from tl_analyzer.log.instant import When
from tl_analyzer.log.provenance import Provenance
from tl_analyzer.log.value import Value

#: Sport of a recording of lifting that knows no sets.
LIFTING = "strength_training"


class ActivitySession(Value):
    """An activity that is known by sport and time alone.

    It proves that the athlete was not sitting, and that the log covers the day.

    Attributes
    ----------
    start : When
        Begin; only a date where the source states no clock.
    end : datetime
        End [UTC].
    sport : str
        What was done, in the words of the FIT profile: ``running``, ``strength_training``.
    moving_s, distance_m : float or None
        Time without pauses [s] and distance [m].
    folded : tuple of Provenance
        Other recordings of the same session that were folded into this one.
    """

    kind: Literal["activity"] = "activity"
    start: When
    end: datetime
    sport: str
    moving_s: float | None = Field(default=None, ge=0)
    distance_m: float | None = Field(default=None, ge=0)
    provenance: Provenance
    folded: tuple[Provenance, ...] = ()
