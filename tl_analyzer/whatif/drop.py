"""``drop N hardest hinge sets``: the week without its heaviest hinging."""

from dataclasses import dataclass

import numpy as np

from tl_analyzer.log import Log
from tl_analyzer.report.wording import count
from tl_analyzer.whatif.change import ChangeError, Outcome, Review
from tl_analyzer.whatif.week_log import Sets, edit_sets, training


@dataclass(frozen=True)
class DropHinges:
    """Leave out the working hinge sets of the highest demand D; of equals, the last ones."""

    number: int

    def apply(self, log: Log, review: Review) -> Outcome:
        """Take the sets out of their sessions."""
        picture = review.picture(log)
        table = picture.sets
        hinging = table.column("tl_hinge") & ~table.warmup & np.isfinite(table.demand)
        rows = np.flatnonzero(picture.this_week())
        ranked = sorted(
            (n for n, row in enumerate(rows) if hinging[row]),
            key=lambda n: (-table.demand[rows[n]], -n),
        )
        if len(ranked) < self.number:
            raise ChangeError(
                f"that week has {count(len(ranked), 'hinge set')}, fewer than {self.number}",
                "Drop fewer, or none.",
            )
        dropped = set(ranked[: self.number])
        week = training(log, review)
        # The table holds the sets of the week one a row, in the order of the log.
        place = iter(range(len(rows)))

        def keep(sets: Sets) -> Sets:
            return tuple(s for s in sets if next(place) not in dropped)

        names = sorted({table.movements[table.movement[rows[n]]].name for n in dropped})
        return Outcome(
            edit_sets(log, week, keep, review),
            f"{count(self.number, 'hardest hinge set')} left out ({', '.join(names)})",
        )
