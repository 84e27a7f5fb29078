"""Stretches of posture, once all rows are known."""

from collections.abc import Iterable, Iterator

from tl_analyzer.log import Observation, Posture, PostureInterval, Provenance, When
from tl_analyzer.parsing.grades import Grade
from tl_apple.clock import utc
from tl_apple.evidence import Evidence
from tl_apple.records import Records
from tl_apple.sleep import Night, Stage
from tl_apple.steps import steps_by_minute, walks

_SOURCE = "Apple Health"


class Postures:
    """Makes intervals of the log.

    Parameters
    ----------
    zone : str
        IANA zone of the athlete.
    origin : Provenance
        Where the rows come from; intervals stand on many rows, and all share it.
    evidence : Evidence
        The numbers to use.
    """

    def __init__(self, zone: str, origin: Provenance, evidence: Evidence) -> None:
        self._zone, self._origin, self._evidence = zone, origin, evidence

    def all(self, records: Records, nights: list[Night]) -> Iterator[PostureInterval]:
        """Yield each kind of evidence in order of time.

        Steps and sleep come first: sitting is derived from what they leave.
        """
        grade, timeline = self._evidence.grade, records.timeline
        yield from self._sleep(records, nights)
        yield from self._walks(records)
        for stood in (timeline.standing(), timeline.up_briefly()):
            yield from self._made(stood, Posture.STANDING, grade.stood, Observation.STAND_TIME)
        yield from self._made(
            timeline.still(), Posture.SITTING, grade.still, Observation.WRIST_STILL
        )
        yield from self._made(
            timeline.idle_hours(), Posture.SITTING, grade.idle_hour, Observation.STAND_HOUR
        )
        yield from self._made(
            timeline.stood_hours(), Posture.UNKNOWN, grade.stood_hour, Observation.STAND_HOUR
        )

    def _sleep(self, records: Records, nights: list[Night]) -> Iterator[PostureInterval]:
        grade = self._evidence.grade
        for night in nights:
            records.timeline.mark_elsewhere(night.start, night.end)
            worth = grade.asleep if night.stage is Stage.ASLEEP else grade.in_bed
            stretch = [(night.start, night.end)]
            yield from self._made(stretch, Posture.LYING, worth, Observation.SLEEP)

    def _walks(self, records: Records) -> Iterator[PostureInterval]:
        limit = self._evidence.limit
        minutes = _marked(records, limit.bin_s // 60, limit.still_steps)
        yield from self._made(
            walks(minutes, limit.walking_steps),
            Posture.MOVING,
            self._evidence.grade.stepping,
            Observation.STEPS,
        )

    def _made(
        self,
        stretches: Iterable[tuple[int, int]],
        posture: Posture,
        grade: Grade,
        observation: Observation,
    ) -> Iterator[PostureInterval]:
        for start, end in stretches:
            yield PostureInterval(
                start=When(utc=utc(start), zone=self._zone),
                end=utc(end),
                posture=posture,
                probability=grade.probability,
                quality=grade.quality,
                observation=observation,
                source=_SOURCE,
                provenance=self._origin,
            )


def _marked(records: Records, bin_min: int, least: int) -> Iterator[tuple[int, float]]:
    """Pass minutes on, and mark on the way the bins that hold too many steps for a chair."""
    current, total = -1, 0.0
    for minute, steps in steps_by_minute(records.steps):
        if minute // bin_min != current:
            current, total = minute // bin_min, 0.0
        total += steps
        if total >= least:
            records.timeline.mark_stepped(minute)
        yield minute, steps
