"""Which days of a week an exercise is put on."""

from collections.abc import Collection, Mapping
from itertools import combinations, pairwise
from typing import NamedTuple

#: Days after which a week begins again. [days]
_WEEK = 7


class Wish(NamedTuple):
    """How often something is wanted, and with how much rest.

    Attributes
    ----------
    days : int
        Days it is still wanted on. [1]
    apart : bool
        Whether a day between matters more than the place: strength needs it.
    never_next : bool
        Whether it is better left out than done on two days in a row.
    """

    days: int
    apart: bool = False
    never_next: bool = False


def spread(
    fitting: Mapping[int, bool], wish: Wish, done: Collection[int], laden: Mapping[int, float]
) -> tuple[int, ...]:
    """Choose days, as many as are wanted and fit.

    Parameters
    ----------
    fitting : mapping of int to bool
        Days on which it fits [ordinal], and whether that is at the place it belongs to.
    wish : Wish
        How often it is wanted.
    done : collection of int
        Days of this week on which it was done already. [ordinal]
    laden : mapping of int to float
        Minutes that each day holds already. [min]

    Returns
    -------
    tuple of int
        Days in order. [ordinal]
    """

    def neighbours(days: tuple[int, ...]) -> int:
        work = sorted({*days, *done})
        return sum(after - before == 1 for before, after in pairwise(work))

    def cost(days: tuple[int, ...]) -> tuple[float, ...]:
        work = sorted({*days, *done})
        close, elsewhere = neighbours(days), sum(not fitting[day] for day in days)
        first = (close, elsewhere) if wish.apart else (elsewhere, close)
        gaps = [b - a for a, b in zip(work, [*work[1:], work[0] + _WEEK], strict=True)]
        return (*first, sum(gap**2 for gap in gaps), sum(laden[day] for day in days), *days)

    for size in range(min(wish.days, len(fitting)), 0, -1):
        best = min(combinations(sorted(fitting), size), key=cost)
        if not wish.never_next or neighbours(best) <= neighbours(()):
            return best
    return ()
