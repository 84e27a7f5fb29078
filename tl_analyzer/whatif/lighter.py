"""``lighter P%[:EXERCISE]``: the week's loads a little lower."""

from dataclasses import dataclass

from tl_analyzer.log import LoadMeaning, Log, StrengthSet
from tl_analyzer.report.wording import count, share
from tl_analyzer.whatif.change import ChangeError, Outcome, Review
from tl_analyzer.whatif.exercises import meant
from tl_analyzer.whatif.week_log import edit_sets, scaled, training


@dataclass(frozen=True)
class Lighter:
    """Lower the loads of the week, or of one exercise, by a share [1]."""

    by: float
    exercise: str = ""

    def apply(self, log: Log, review: Review) -> Outcome:
        """Scale the weights; body weight and a machine's assistance stay as they are."""
        week = training(log, review)
        names = set(week.exercises)
        if self.exercise:
            names &= meant(self.exercise, week.exercises, review.recogniser)

        def applies(one: StrengthSet) -> bool:
            loaded = one.weight is not None and one.meaning is LoadMeaning.EXTERNAL
            return loaded and one.exercise in names

        changed = sum(applies(s) for lift in week.lifting for s in lift.sets)
        if not changed:
            raise ChangeError("no set with a weight in that week")
        left = 1.0 - self.by
        return Outcome(
            edit_sets(
                log,
                week,
                lambda sets: tuple(scaled(s, left) if applies(s) else s for s in sets),
                review,
            ),
            f"{count(changed, 'set')}{f' of {self.exercise}' if self.exercise else ''}"
            f" {share(self.by)} lighter",
        )
