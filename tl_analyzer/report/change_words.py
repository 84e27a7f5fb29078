"""A weekly quantity beside the week before and the four before it, in words."""

from collections.abc import Sequence
from typing import NamedTuple

from tl_analyzer.report.wording import number, quantity

#: Weeks that are told as one. [weeks]
WEEKS = 4

#: Weeks that differ by less are called alike: a week's training is logged no finer. [1]
_ALIKE = 0.1

#: From so many times on a rise is told in times instead of per cent. [1]
_TIMES = 2.0

#: Digits of a ratio of two weeks.
_DIGITS = 2


class Change(NamedTuple):
    """This week beside the weeks before.

    Attributes
    ----------
    direction : str
        ``up``, ``down``, ``alike`` or, without whole weeks to compare, empty.
    last : str
        Last week with its unit; empty where it is not known.
    four_weeks : str
        Mean of those of the four weeks before that are known; empty where none is.
    words : str
        All of it in one phrase; empty where nothing is known.
    """

    direction: str
    last: str
    four_weeks: str
    words: str


def change(
    trend: Sequence[float | None], unit: str, usual: str = "", running: bool = False
) -> Change:
    """Put this week beside last week and the four before.

    Parameters
    ----------
    trend : sequence of float or None
        Weeks, oldest first, this one last; None where a week is not known.
    unit : str
        Unit of the values.
    usual : str
        What stands beside it as usual; four weeks of the same are not said again.
    running : bool
        Whether this week is not over: then it is neither up nor down on a whole one.
    """
    *before, this = trend or (None,)
    last = before[-1] if before else None
    known = [week for week in before[-WEEKS:] if week is not None]
    four = quantity(sum(known) / len(known), unit) if known else ""
    told = "" if last is None else quantity(last, unit)
    if this is None or last is None:
        direction, compared = "", "last week not known" if known else ""
    elif running:
        direction, compared = "", f"this week not over, all of last week {told}"
    else:
        direction, compared = _compared(this, last, told)
    parts = [compared]
    if four and four != usual:
        aside = "" if len(known) == WEEKS else f" ({len(known)} known)"
        parts.append(f"four weeks {four} a week{aside}")
    return Change(direction, told, four, ", ".join(filter(None, parts)))


def _compared(this: float, last: float, told: str) -> tuple[str, str]:
    """Direction, and how much."""
    if this == last or abs(this - last) < _ALIKE * max(this, last):
        return "alike", f"much as last week ({told})" if this else "none last week either"
    if last == 0:
        return "up", "none last week"
    if this == 0:
        return "down", f"last week {told}"
    ratio = this / last
    if ratio >= _TIMES:
        return "up", f"{number(ratio, _DIGITS)} times last week ({told})"
    percent = number(100 * abs(ratio - 1), _DIGITS)
    direction = "up" if ratio > 1 else "down"
    return direction, f"{percent} % {direction} on last week ({told})"
