"""The pain diary beside the load, in words."""

from typing import NamedTuple

from tl_analyzer.advice.numbers import counted
from tl_analyzer.report.change_words import WEEKS
from tl_analyzer.report.weekly_report import SymptomWeek
from tl_analyzer.report.wording import clean, count, number


class PainEntry(NamedTuple):
    """The diary of the week and of the weeks before.

    Attributes
    ----------
    words : str
        This week against the week before.
    trend : tuple of float or None
        Mean score by week, oldest first; None for weeks without a score.
    change : str
        The mean beside last week's and that of the four weeks before; empty where not known.
    """

    words: str
    trend: tuple[float | None, ...]
    change: str


def pain_entry(weeks: tuple[SymptomWeek, ...], running: bool = False) -> PainEntry | None:
    """Put the diary into words; None where it holds nothing for these weeks.

    Parameters
    ----------
    weeks : tuple of SymptomWeek
        The diary, oldest week first, this one last.
    running : bool
        Whether this week is not over.
    """
    if not any(week.entries for week in weeks):
        return None
    this = weeks[-1]
    trend = tuple(week.mean_score for week in weeks)
    first = next((n for n, week in enumerate(weeks) if week.entries), 0)
    so_far = " so far" if running else ""
    since = _change(trend, so_far)
    if not this.entries:
        return PainEntry(f"no entry this week{so_far}", trend[first:], since)
    parts = [count(this.entries, "entry", "entries")]
    if this.mean_score is not None and this.highest is not None:
        parts.insert(0, f"mean {number(this.mean_score)} of 10, highest {number(this.highest)}")
    words = "; ".join(parts)
    named = [clean(word).replace("_", " ") for word in (*this.regions, *this.signs)]
    said = f"{words} ({', '.join(named)})" if named else words
    return PainEntry(said, trend[first:], since)


def _change(trend: tuple[float | None, ...], aside: str) -> str:
    """Say the mean scores before, and by how many points of ten this week's differs from them."""
    *before, this = trend
    known = [mean for mean in before[-WEEKS:] if mean is not None]
    if not known:
        return ""
    four = f"four weeks {number(sum(known) / len(known))}"
    last = before[-1]
    if last is None:
        return f"last week no score, {four}"
    return f"{_points(this, last, aside)}last week {number(last)}, {four}"


def _points(this: float | None, last: float, aside: str) -> str:
    if this is None:
        return ""
    if this == last:
        return f"as last week{aside}: "
    points = counted(number(abs(this - last)), "points")
    return f"{'up' if this > last else 'down'} {points}{aside}: "
