"""``move DAY[:PART]>DAY[:HH:MM]``: a day's training done on another day, or at another time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.load.labels import day_and_time
from tl_analyzer.log import Log, RideSession, StrengthSession, When
from tl_analyzer.whatif.change import ChangeError, Outcome, Review
from tl_analyzer.whatif.skip import Part, part_of
from tl_analyzer.whatif.week_log import Training


@dataclass(frozen=True)
class Move:
    """Move a day's training; with a clock time, its first session starts then.

    Attributes
    ----------
    day, to : date
        From and to, both in the week under review.
    part : Part
        Lifting, riding, or both.
    at : time or None
        Wall clock in the athlete's zone; None keeps the times of the day.
    """

    day: date
    to: date
    part: Part = Part.ALL
    at: time | None = None

    def apply(self, log: Log, review: Review) -> Outcome:
        """Shift the sessions by the wall clock, and keep the log in time order."""
        moved = part_of(log, review, self.day, self.part)
        shift = self._shift(moved, review)
        strength = [
            self._lifted(s, shift, review) if s in moved.lifting else s for s in log.strength
        ]
        rides = [
            _ridden(r, self._start(r.start, shift, review)) if r in moved.rides else r
            for r in log.rides
        ]
        zone = review.week.zone
        return Outcome(
            log.model_copy(
                update={
                    "strength": tuple(sorted(strength, key=lambda s: s.start.utc)),
                    "rides": tuple(sorted(rides, key=lambda r: r.start.utc)),
                }
            ),
            "; ".join(
                f"what began {day_and_time(start, zone)} moved to"
                f" {day_and_time(self._start(start, shift, review), zone)}"
                for start in moved.starts
            ),
        )

    def _shift(self, moved: Training, review: Review) -> timedelta:
        """How far the wall clocks move."""
        days = self.to - self.day
        timed = [_wall(start, review) for start in moved.starts if start.timed]
        if self.at is None or not timed:
            return days
        first = min(timed)
        return datetime.combine(self.to, self.at) - first

    def _start(self, start: When, shift: timedelta, review: Review) -> When:
        zone = review.week.zone
        if start.timed:
            # Unmoved, a wall clock that exists twice must not lose which of the two it was.
            moved = When.from_local(_wall(start, review) + shift, zone) if shift else start
        elif self.at is None:
            moved = When.from_date(self.to, zone)
        else:
            moved = When.from_local(datetime.combine(self.to, self.at), zone)
        if not review.holds(moved):
            raise ChangeError(
                f"what began {day_and_time(start, zone)} would leave the week",
                "Choose an earlier time, or move lifting and ride apart.",
            )
        return moved

    def _lifted(
        self, session: StrengthSession, shift: timedelta, review: Review
    ) -> StrengthSession:
        start = self._start(session.start, shift, review)
        delta = start.utc - session.start.utc
        sets = tuple(
            s
            if s.start is None
            else s.model_copy(
                update={"start": s.start.model_copy(update={"utc": s.start.utc + delta})}
            )
            for s in session.sets
        )
        return session.model_copy(update={"start": start, "sets": sets})


def _wall(start: When, review: Review) -> datetime:
    return start.utc.astimezone(ZoneInfo(review.week.zone)).replace(tzinfo=None)


def _ridden(ride: RideSession, start: When) -> RideSession:
    delta = start.utc - ride.start.utc
    bouts = tuple(
        b.model_copy(update={"start": b.start + delta, "end": b.end + delta}) for b in ride.bouts
    )
    return ride.model_copy(update={"start": start, "end": ride.end + delta, "bouts": bouts})
