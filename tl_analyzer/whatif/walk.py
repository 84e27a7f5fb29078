"""``walk N``: N minutes on foot between the chair and what follows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from tl_analyzer.log import ActivitySession, Clock, Log, Provenance, When
from tl_analyzer.report.wording import count, number
from tl_analyzer.whatif.change import ChangeError, Outcome, Review
from tl_analyzer.whatif.week_log import lasted, training

#: What the model is told the time was spent with.
_SPORT = "walking"


@dataclass(frozen=True)
class Walk:
    """Walk so many minutes before each session and ride that follows sitting. [min]."""

    minutes: float

    def apply(self, log: Log, review: Review) -> Outcome:
        """Add walks that end where the session begins; the sitting ends that much earlier."""
        walks = tuple(self._walks(log, review))
        if not walks:
            raise ChangeError("no session or ride of that week follows sitting")
        activities = sorted((*log.activities, *walks), key=lambda a: a.start.utc)
        return Outcome(
            log.model_copy(update={"activities": tuple(activities)}),
            f"{number(self.minutes)} min walk from the chair to"
            f" {count(len(walks), 'session or ride', 'sessions and rides')}",
        )

    def _walks(self, log: Log, review: Review) -> Iterator[ActivitySession]:
        gap = 60.0 * review.parameters.number("rules.tl302.gap_minutes")
        least = review.parameters.number("flexion.seated_probability")
        seated = [s for s in review.picture(log).sitting if s.probability >= least]
        ends = list(_recorded_ends(log, review))
        starts = {s.utc.timestamp() for s in training(log, review).starts if s.timed}
        for start in sorted(starts):
            sat_until = max((min(s.end, start) for s in seated if s.start < start), default=None)
            since = max((end for end in ends if end <= start), default=float("-inf"))
            if sat_until is not None and sat_until > since and start - sat_until <= gap:
                begin = max(start - 60.0 * self.minutes, since)
                yield _activity(begin, start, review.week.zone)


def _recorded_ends(log: Log, review: Review) -> Iterator[float]:
    """Ends of everything recorded, which a walk must not reach back into. [s]."""
    for session in log.strength:
        if session.start.timed:
            yield session.start.utc.timestamp() + lasted(session, review.parameters)
    yield from (ride.end.timestamp() for ride in log.rides)
    yield from (a.end.timestamp() for a in log.activities if a.start.timed)


def _activity(begin: float, end: float, zone: str) -> ActivitySession:
    return ActivitySession(
        start=When(utc=datetime.fromtimestamp(begin, UTC), zone=zone, clock=Clock.STATED),
        end=datetime.fromtimestamp(end, UTC),
        sport=_SPORT,
        moving_s=end - begin,
        provenance=Provenance(adapter="what-if", file="", digest=""),
    )
