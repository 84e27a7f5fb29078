"""A week beside the athlete's own usual, as the rules of weekly volume compare it."""

from math import isclose
from typing import NamedTuple

import numpy as np

from tl_analyzer.finding import Evidence, Severity
from tl_analyzer.load.history import usual as usual_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Floats
from tl_analyzer.load.weekly import Weekly
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence, set_rows
from tl_analyzer.rules.rule import Verdict


class Comparison(NamedTuple):
    """One weekly quantity and the usual it is compared with.

    Attributes
    ----------
    weekly : Weekly
        The quantity.
    usual : float
        The athlete's usual, lifted to a floor where it is next to nothing, so that no flag
        rests on twice nothing and none jumps between a usual of zero and one of a trifle.
    floor : float
        That floor.
    """

    weekly: Weekly
    usual: float
    floor: float = 0.0

    @property
    def this(self) -> float:
        """This week."""
        return self.weekly.this

    def limit(self, factor: float) -> float:
        """The quantity at `factor` times usual."""
        return factor * self.usual

    def above(self, factor: float) -> bool:
        """Whether this week is above `factor` times usual."""
        return self.this > self.limit(factor)

    def at_least(self, factor: float) -> bool:
        """Whether this week is at or above `factor` times usual, rounding of sums aside."""
        return self.above(factor) or isclose(self.this, self.limit(factor))

    def stands(self, factor: float, ease: float, parameters: Parameters) -> bool:
        """Whether the week is above, or was last week and is not clearly below.

        A flag raised last week is dropped only once the quantity is below `ease` of the mark, so
        that it does not flicker from week to week.
        """
        if self.above(factor):
            return True
        return self.this > ease * self.limit(factor) and self._was_above(factor, parameters)

    def clearing(self, factor: float, ease: float) -> float:
        """Quantity below which the flag goes: the mark, or `ease` of it where it only stands."""
        return self.limit(factor) if self.above(factor) else ease * self.limit(factor)

    def _was_above(self, factor: float, parameters: Parameters) -> bool:
        last, earlier = self.weekly.before[0], self.weekly.before[1:]
        usual = usual_of(earlier, parameters)
        return last is not None and usual is not None and last > factor * max(usual, self.floor)

    def straddles(self, factor: float) -> bool:
        """Whether the range of this week reaches to both sides of `factor` times usual."""
        if self.usual == self.weekly.usual:
            return self.weekly.straddles(factor)
        return self.weekly.low <= self.limit(factor) < self.weekly.high

    def severity(
        self, red_factor: float, familiar: float, weeks: int, least_red: float = 0.0
    ) -> Severity:
        """Choose how urgent a week above usual is.

        Parameters
        ----------
        red_factor : float
            Above this many times usual the week is red, else amber. [1]
        familiar : float
            Up to this many times the highest of the `weeks` before, the athlete has just shown
            that such weeks belong to their training, and it is worth watching only. [1]
        weeks : int
            Weeks to look back.
        least_red : float
            Up to this much the week is no more than amber, whatever the ratio.
        """
        if self.this <= familiar * self.highest_before(weeks):
            return Severity.WATCH
        red = self.above(red_factor) and self.this > least_red
        return Severity.RED if red else Severity.AMBER

    def highest_before(self, weeks: int) -> float:
        """Highest of the covered weeks among the last `weeks` before this one; 0 of none."""
        return max((v for v in self.weekly.before[:weeks] if v is not None), default=0.0)


def against_usual(weekly: Weekly, floor: float = 0.0) -> Comparison | None:
    """Compare a week with usual, or with `floor` where usual is less; None without a usual."""
    if weekly.usual is None:
        return None
    return Comparison(weekly, max(weekly.usual, floor), floor)


def of_week(picture: Picture, weekly: Weekly, threshold: float | None = None) -> Evidence:
    """State a weekly quantity with its range."""
    return Evidence(
        when=picture.week.label,
        measure=f"{weekly.name} of the week",
        value=weekly.this,
        unit=weekly.unit,
        threshold=threshold,
        low=weekly.low,
        high=weekly.high,
    )


def volume_verdict(
    picture: Picture, reps: Comparison, factor: float, column: Floats, clears_when: str
) -> Verdict:
    """Judge repetitions above usual: worth watching, with the day that gave most of them.

    Parameters
    ----------
    picture : Picture
        The week.
    reps : Comparison
        The week's repetitions beside usual.
    factor : float
        The mark. [x usual]
    column : (n,) float
        Repetitions of each set. [1]
    clears_when : str
        What would clear it.
    """
    rows = (column > 0) & (picture.sets.day == peak_day(picture, reps.weekly))
    return Verdict(
        severity=Severity.WATCH,
        because=(
            of_week(picture, reps.weekly, reps.limit(factor)),
            of_peak_day(picture, reps.weekly, set_rows.sessions_of(picture, rows)),
        ),
        clears_when=clears_when,
        quality=reps.weekly.quality,
        straddles=reps.straddles(factor),
    )


def peak_day(picture: Picture, weekly: Weekly) -> int:
    """Find the day that gave most of a weekly quantity. [ordinal]."""
    return picture.week.monday.toordinal() + int(np.argmax(weekly.daily))


def of_peak_day(picture: Picture, weekly: Weekly, sessions: tuple[str, ...]) -> Evidence:
    """State what the day gave that gave most."""
    return Evidence(
        when=evidence.day(peak_day(picture, weekly)),
        measure=f"{weekly.name} on the day with most of it",
        value=max(weekly.daily),
        unit=weekly.unit,
        sessions=sessions,
    )


def of_highest_before(picture: Picture, comparison: Comparison, weeks: int) -> Evidence:
    """State the highest of the weeks before, for a reader who wonders how unusual this one is."""
    weekly = comparison.weekly
    return Evidence(
        when=picture.week.back(1).label,
        measure=f"highest {weekly.name} of the {weeks} weeks before",
        value=comparison.highest_before(weeks),
        unit=weekly.unit,
    )


def fewest_to_drop(doses: Floats, excess: float) -> int:
    """Count the fewest items, largest first, whose doses together make up `excess`.

    Parameters
    ----------
    doses : (n,) float
        What each item contributes.
    excess : float
        What has to go, in the same unit.

    Returns
    -------
    int
        At most n; n also when all together are not enough.
    """
    reached = np.cumsum(np.sort(doses)[::-1])
    return min(int(np.searchsorted(reached, excess)) + 1, len(doses))
