"""Which week of every athlete is reviewed, and as of when."""

from dataclasses import dataclass
from datetime import datetime

from tl_analyzer.load.week import Week
from tl_analyzer.local_days import moment_of


@dataclass(frozen=True, slots=True)
class Review:
    """The same question to every athlete; the answer depends on the athlete's zone.

    Attributes
    ----------
    week : str
        ``2026-W46``, ``this`` or ``last``.
    as_of : str
        An ISO instant, a wall clock or a date; the latter two are meant in the athlete's zone.
    """

    week: str
    as_of: str

    def moment(self, zone: str) -> datetime:
        """The moment of the report of an athlete; a date is the end of that day."""
        return moment_of(self.as_of, zone)

    def week_in(self, zone: str) -> Week:
        """The week of an athlete.

        Raises
        ------
        ValueError
            If there is no such week, or it has not begun.
        """
        moment = self.moment(zone)
        week = Week.parse(self.week, zone, moment)
        if week.start > moment.timestamp():
            raise ValueError(f"week {week.label} has not begun as of {moment.isoformat()}")
        return week
