"""How evidence is written: days, instants, counts, and how well a mixture of data is known."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.labels import day_and_time
from tl_analyzer.log import When


def instant(time: float, zone: str) -> str:
    """Write an instant [s] as evidence states it: ``2026-11-12T17:45+01:00``."""
    return datetime.fromtimestamp(time, ZoneInfo(zone)).isoformat(timespec="minutes")


def day(ordinal: int) -> str:
    """Write a day [ordinal] as evidence states it: ``2026-11-12``."""
    return date.fromordinal(ordinal).isoformat()


def clock(time: float, zone: str) -> str:
    """Write an instant [s] as a sentence does: ``Thu 2026-11-12 17:45``."""
    return day_and_time(When(utc=datetime.fromtimestamp(time, UTC), zone=zone), zone)


def count(n: float, noun: str) -> str:
    """Write a whole number with its noun: ``1 hard set``, ``3 hard sets``."""
    return f"{n:.0f} {plural(n, noun)}"


def plural(n: float, noun: str) -> str:
    """Put a noun in the number that `n` asks for: ``ride``, ``rides``; ``entry``, ``entries``."""
    if round(n) == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"


def listed(words: list[str]) -> str:
    """Join words as a sentence does: ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def worst(*qualities: DataQuality) -> DataQuality:
    """Return the poorest of some qualities: a conclusion is no better known than its weakest."""
    return max(qualities, key=list(DataQuality).index)
