"""Sessions that are planned and not done yet."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from tl_analyzer.log.instant import When
from tl_analyzer.log.provenance import Provenance
from tl_analyzer.log.value import Value


class PlannedSport(StrEnum):
    """What is planned, as far as it matters."""

    RIDE = "ride"
    STRENGTH = "strength"
    OTHER = "other"


class PlannedSession(Value):
    """A session that stands in a calendar or a training plan; it proves nothing that happened.

    Attributes
    ----------
    start : When
        Begin; only a date where no time is planned.
    end : datetime or None
        End [UTC]; None where no length is planned.
    sport : PlannedSport
        What it is.
    title : str
        What it is called; of a private calendar only the word that told the sport.
    """

    kind: Literal["planned"] = "planned"
    start: When
    end: datetime | None
    sport: PlannedSport
    title: str
    provenance: Provenance
