"""``swap EXERCISE>EXERCISE[@FACTOR]``: the week's sets of one exercise done as another."""

from dataclasses import dataclass

from tl_analyzer.load.set_exposure import PAIRED
from tl_analyzer.log import Log, StrengthSet
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.report.wording import count, share
from tl_analyzer.whatif.change import ChangeError, Outcome, Review
from tl_analyzer.whatif.exercises import meant, same_exercise
from tl_analyzer.whatif.week_log import edit_sets, scaled, training


@dataclass(frozen=True)
class Swap:
    """Do the sets of one exercise as another.

    Attributes
    ----------
    old, new : str
        Exercises as typed.
    factor : float or None
        Share of the load that is kept; None keeps all of it. [1]
    """

    old: str
    new: str
    factor: float | None = None

    def apply(self, log: Log, review: Review) -> Outcome:
        """Rename the sets, and scale their loads."""
        week = training(log, review)
        names = meant(self.old, week.exercises, review.recogniser)
        self._check_target(names, week.exercises, review)
        swapped = sum(s.exercise in names for lift in week.lifting for s in lift.sets)

        def done(one: StrengthSet) -> StrengthSet:
            if one.exercise not in names:
                return one
            lifted = one if self.factor is None else scaled(one, self.factor)
            if same_exercise(self.new, one.exercise, review.recogniser):
                return lifted
            return lifted.model_copy(update={"exercise": self.new})

        load = "the same load" if self.factor is None else f"{share(self.factor)} of the load"
        return Outcome(
            edit_sets(log, week, lambda sets: tuple(map(done, sets)), review),
            f"{count(swapped, 'set')} of {', '.join(sorted(names))} done as {self.new} at {load}",
        )

    def _check_target(self, names: frozenset[str], known: tuple[str, ...], review: Review) -> None:
        target = review.recogniser.recognise(self.new)
        if not target.recognised:
            raise ChangeError(
                f"{self.new!r} is not recognised as an exercise",
                did_you_mean(
                    self.new, known, "`tl exercises NAME` shows how a name is understood."
                ),
            )
        equipment = {review.recogniser.recognise(name).equipment for name in names}
        pairs = {kind in PAIRED for kind in (*equipment, target.equipment)}
        if self.factor is None and len(pairs) > 1:
            raise ChangeError(
                "a dumbbell's weight is logged for one hand, so the load cannot simply be kept",
                f"Say which share of the written weight each hand takes: swap {self.old}>"
                f"{self.new}@0.5",
            )
