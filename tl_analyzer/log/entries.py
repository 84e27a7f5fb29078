"""Everything one athlete's log holds."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, InstanceOf

from tl_analyzer.log.activity import ActivitySession
from tl_analyzer.log.body import BodyMass, CheckIn, DailyTotal, Wellness
from tl_analyzer.log.planned import PlannedSession
from tl_analyzer.log.posture import PostureInterval
from tl_analyzer.log.postures import Postures, packed
from tl_analyzer.log.provenance import Problem, Tally
from tl_analyzer.log.ride import RideSession
from tl_analyzer.log.strength import StrengthSession
from tl_analyzer.log.value import Value

Entry = Annotated[
    StrengthSession
    | RideSession
    | ActivitySession
    | PostureInterval
    | BodyMass
    | CheckIn
    | Wellness
    | DailyTotal
    | PlannedSession,
    Field(discriminator="kind"),
]


class SourceSummary(Value):
    """What became of one file.

    Attributes
    ----------
    file : str
        The file as the user named it.
    digest : str
        SHA-256 of its bytes; empty when no adapter recognised it.
    opened : bool
        Whether it could be opened.
    adapter : str
        Adapter that read it; empty when none recognised it.
    reason : str
        What it is instead, when no adapter recognised it.
    entries : int
        Sessions, intervals and check-ins taken from it.
    tally : Tally or None
        The account of its rows or messages.
    same_as : str
        Another file with the same bytes, when this one was not read again.
    """

    file: str
    digest: str = ""
    opened: bool = True
    adapter: str = ""
    reason: str = ""
    entries: int = 0
    tally: Tally | None = None
    same_as: str = ""


class Log(Value):
    """One athlete's normalised log, each part in time order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    strength: tuple[StrengthSession, ...] = ()
    rides: tuple[RideSession, ...] = ()
    activities: tuple[ActivitySession, ...] = ()
    postures: Annotated[InstanceOf[Postures], BeforeValidator(packed)] = Postures()
    masses: tuple[BodyMass, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    wellness: tuple[Wellness, ...] = ()
    daily_totals: tuple[DailyTotal, ...] = ()
    planned: tuple[PlannedSession, ...] = ()
    sources: tuple[SourceSummary, ...] = ()
    problems: tuple[Problem, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Every entry, kind after kind, but for the postures: they are kept packed."""
        return chain(
            self.strength,
            self.rides,
            self.activities,
            self.masses,
            self.check_ins,
            self.wellness,
            self.daily_totals,
            self.planned,
        )
