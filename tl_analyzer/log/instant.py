"""Points in time: an instant in UTC together with the zone it was lived in."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import field_validator

from tl_analyzer.log.value import Value


class Clock(StrEnum):
    """What the source knew about the time of day."""

    #: The source states an instant (UTC or an offset).
    STATED = "stated"
    #: A wall clock without a zone, read in the zone of the log.
    LOCAL = "local"
    #: A wall clock that exists twice or not at all, in a daylight-saving night.
    AMBIGUOUS = "ambiguous"
    #: Only the date is known: such a value is never before or after anything of its day.
    DATE = "date"


class When(Value):
    """An instant, the zone it was lived in, and what is known about its clock.

    Attributes
    ----------
    utc : datetime
        The instant, time zone UTC. For ``Clock.DATE`` it is local noon of that date.
    zone : str
        IANA time zone it was lived in.
    clock : Clock
        What the source knew about the time of day.
    """

    utc: datetime
    zone: str
    clock: Clock = Clock.STATED

    @field_validator("utc")
    @classmethod
    def _in_utc(cls, value: datetime) -> datetime:
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC)

    @classmethod
    def from_local(cls, wall: datetime, zone: str) -> Self:
        """Read a naive wall clock in a zone; daylight-saving doubts are marked, not hidden."""
        home = ZoneInfo(zone)
        first, second = wall.replace(tzinfo=home, fold=0), wall.replace(tzinfo=home, fold=1)
        doubtful = first.utcoffset() != second.utcoffset()
        return cls(
            utc=first.astimezone(UTC), zone=zone, clock=Clock.AMBIGUOUS if doubtful else Clock.LOCAL
        )

    @classmethod
    def from_date(cls, day: date, zone: str) -> Self:
        """A value of which only the date is known."""
        noon = datetime.combine(day, time(12), tzinfo=ZoneInfo(zone))
        return cls(utc=noon.astimezone(UTC), zone=zone, clock=Clock.DATE)

    @property
    def timed(self) -> bool:
        """Whether the time of day is known."""
        return self.clock is not Clock.DATE

    @property
    def local(self) -> datetime:
        """The wall clock where it was lived."""
        return self.utc.astimezone(ZoneInfo(self.zone))

    def wall_in(self, zone: str) -> datetime:
        """The wall clock in `zone`; a bare date stays the date it was written as."""
        return self.utc.astimezone(ZoneInfo(zone if self.timed else self.zone))

    def day_in(self, zone: str) -> date:
        """The calendar day in `zone`; a bare date stays the date it was written as."""
        return self.wall_in(zone).date()
