"""Diaries and training in a few lines."""

from collections.abc import Iterable
from datetime import date, timedelta

from tl_analyzer.log import (
    CheckIn,
    Log,
    Provenance,
    RideSession,
    StrengthSession,
    StrengthSet,
    When,
)

ZONE = "Europe/Berlin"
#: The Monday of 2026-W35, the first of twelve weeks up to 2026-W46.
FIRST = date(2026, 8, 24)
#: Far enough before it that anything new in these weeks can be told.
LONG_BEFORE = FIRST - timedelta(days=200)

_FROM = Provenance(adapter="test", file="diary.csv", digest="")


def entry(day: date, score: float | None, region: str = "lumbar", side: str = "") -> CheckIn:
    """One line of a diary."""
    start = When.from_date(day, ZONE)
    return CheckIn(start=start, region=region, side=side, score=score, provenance=_FROM)


def ride(day: date, hours: float) -> RideSession:
    """A ride without pauses."""
    start = When.from_date(day, ZONE)
    seconds = 3600.0 * hours
    return RideSession(
        start=start,
        end=start.utc + timedelta(seconds=seconds),
        elapsed_s=seconds + 600,
        moving_s=seconds,
        bouts=(),
        provenance=_FROM,
    )


def lifting(day: date, hours: float | None, sets: int = 12) -> StrengthSession:
    """A workout; without hours its length is not known."""
    return StrengthSession(
        start=When.from_date(day, ZONE),
        duration_s=None if hours is None else 3600.0 * hours,
        sets=tuple(StrengthSet(exercise="Deadlift", row=n + 1, reps=5) for n in range(sets)),
        provenance=_FROM,
    )


def log_of(entries: Iterable[CheckIn | RideSession | StrengthSession]) -> Log:
    """A log of these."""
    found = sorted(entries, key=lambda each: each.start.utc)
    return Log(
        check_ins=tuple(each for each in found if isinstance(each, CheckIn)),
        rides=tuple(each for each in found if isinstance(each, RideSession)),
        strength=tuple(each for each in found if isinstance(each, StrengthSession)),
    )
