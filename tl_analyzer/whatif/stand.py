"""``stand A/B``: on this week's rides, A minutes out of the saddle in every B."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tl_analyzer.log import Log, PositionEvidence, PostureBout, RidePosture, RideSession
from tl_analyzer.report.wording import count, number
from tl_analyzer.whatif.change import ChangeError, Outcome, Review
from tl_analyzer.whatif.week_log import training

#: Postures that standing up does not change.
_LEFT_ALONE = (RidePosture.STANDING, RidePosture.STOPPED)


@dataclass(frozen=True)
class Stand:
    """Stand up regularly on the bike.

    Attributes
    ----------
    minutes, every : float
        Minutes out of the saddle at the end of every so many of the ride. [min]
    """

    minutes: float
    every: float

    def apply(self, log: Log, review: Review) -> Outcome:
        """Rebuild the bouts of the week's rides; standing and stops of the ride itself stay."""
        ridden = training(log, review).rides
        if not ridden:
            raise ChangeError("no ride in that week")
        rides = tuple(self._ridden(r) if r in ridden else r for r in log.rides)
        return Outcome(
            log.model_copy(update={"rides": rides}),
            f"{number(self.minutes)} min standing in every {number(self.every)} on"
            f" {count(len(ridden), 'ride')}",
        )

    def _ridden(self, ride: RideSession) -> RideSession:
        bouts = tuple(piece for bout in ride.bouts for piece in self._pieces(bout, ride.start.utc))
        stood = 60.0 * sum(b.minutes for b in bouts if b.posture is RidePosture.STANDING)
        # A device that only summed the standing may have seen more of it, at times unknown.
        beyond = max((ride.time_standing_s or 0.0) - stood, 0.0)
        summed_only = ride.position_evidence is PositionEvidence.TIME_STANDING and beyond > 0.0
        return ride.model_copy(
            update={
                "bouts": bouts,
                "position_evidence": (
                    PositionEvidence.TIME_STANDING if summed_only else PositionEvidence.EVENTS
                ),
                "time_standing_s": beyond if summed_only else stood,
            }
        )

    def _pieces(self, bout: PostureBout, ride_start: datetime) -> Iterator[PostureBout]:
        if bout.posture in _LEFT_ALONE:
            yield bout
            return
        every, seated = timedelta(minutes=self.every), timedelta(minutes=self.every - self.minutes)
        now = bout.start
        while now < bout.end:
            turn = ride_start + (now - ride_start) // every * every
            stands = now >= turn + seated
            end = min(bout.end, turn + (every if stands else seated))
            posture = RidePosture.STANDING if stands else bout.posture
            yield PostureBout(start=now, end=end, posture=posture)
            now = end
