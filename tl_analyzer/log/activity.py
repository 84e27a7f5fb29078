"""Sessions that are neither lifting with sets nor riding: walks, runs, yoga, swims."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from tl_analyzer.log.instant import When
from tl_analyzer.log.provenance import Provenance
from tl_analyzer.log.value import Value


class ActivitySession(Value):
    """An activity that is known by sport and time alone.

    It proves that the athlete was not sitting, and that the log covers the day.
    """

    kind: Literal["activity"] = "activity"
    start: When
    end: datetime
    sport: str
    moving_s: float | None = Field(default=None, ge=0)
    distance_m: float | None = Field(default=None, ge=0)
    provenance: Provenance
