"""The pain diary beside the load, in words."""

from typing import NamedTuple

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
    """

    words: str
    trend: tuple[float | None, ...]


def pain_entry(weeks: tuple[SymptomWeek, ...]) -> PainEntry | None:
    """Put the diary into words; None where it holds nothing for these weeks."""
    if not any(week.entries for week in weeks):
        return None
    this = weeks[-1]
    trend = tuple(week.mean_score for week in weeks)
    first = next((n for n, week in enumerate(weeks) if week.entries), 0)
    if not this.entries:
        return PainEntry("no entry this week", trend[first:])
    parts = [count(this.entries, "entry", "entries")]
    if this.mean_score is not None and this.highest is not None:
        parts.insert(0, f"mean {number(this.mean_score)} of 10, highest {number(this.highest)}")
    before = weeks[-2].mean_score if len(weeks) > 1 else None
    if before is not None:
        parts.append(f"the week before {number(before)}")
    words = "; ".join(parts)
    named = [clean(word).replace("_", " ") for word in (*this.regions, *this.signs)]
    return PainEntry(f"{words} ({', '.join(named)})" if named else words, trend[first:])
