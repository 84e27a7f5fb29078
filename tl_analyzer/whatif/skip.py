"""``skip DAY[:WHAT]``: a day's training, or a part of it, left out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tl_analyzer.load.labels import day_name
from tl_analyzer.log import Log
from tl_analyzer.report.wording import count
from tl_analyzer.whatif.change import ChangeError, Outcome, Review
from tl_analyzer.whatif.exercises import meant
from tl_analyzer.whatif.week_log import (
    Training,
    days_trained,
    edit_sets,
    not_ridden,
    training,
)


class Part(StrEnum):
    """Parts of a day's training."""

    ALL = ""
    RIDE = "ride"
    LIFTING = "lifting"


def part_of(log: Log, review: Review, day: date, part: Part) -> Training:
    """Find a part of a day's training.

    Raises
    ------
    ChangeError
        If there is none.
    """
    found = training(log, review, day.toordinal())
    chosen = Training(
        () if part is Part.RIDE else found.lifting, () if part is Part.LIFTING else found.rides
    )
    if not chosen.lifting and not chosen.rides:
        what = part.value or "training"
        raise ChangeError(
            f"no {what} on {day_name(day.toordinal())}",
            f"Days with training that week: {days_trained(log, review)}.",
        )
    return chosen


@dataclass(frozen=True)
class Skip:
    """Leave out a day's lifting, riding, or both."""

    day: date
    part: Part = Part.ALL

    def apply(self, log: Log, review: Review) -> Outcome:
        """Empty the sessions; their time counts neither as training nor as sitting."""
        gone = part_of(log, review, self.day, self.part)
        left = edit_sets(log, gone, lambda sets: (), review)
        rides = tuple(not_ridden(r) if r in gone.rides else r for r in log.rides)
        sets = sum(len(s.sets) for s in gone.lifting)
        parts = [count(sets, "set")] if gone.lifting else []
        parts += [count(len(gone.rides), "ride")] if gone.rides else []
        return Outcome(
            left.model_copy(update={"rides": rides}),
            f"{' and '.join(parts)} left out on {day_name(self.day.toordinal())}",
        )


@dataclass(frozen=True)
class SkipExercise:
    """Leave out the sets of one exercise on a day."""

    day: date
    exercise: str

    def apply(self, log: Log, review: Review) -> Outcome:
        """Take the sets out of their sessions."""
        lifting = part_of(log, review, self.day, Part.LIFTING)
        names = meant(self.exercise, lifting.exercises, review.recogniser)
        gone = sum(s.exercise in names for lift in lifting.lifting for s in lift.sets)
        left = edit_sets(
            log, lifting, lambda sets: tuple(s for s in sets if s.exercise not in names), review
        )
        return Outcome(
            left,
            f"{count(gone, 'set')} of {', '.join(sorted(names))} left out on"
            f" {day_name(self.day.toordinal())}",
        )
