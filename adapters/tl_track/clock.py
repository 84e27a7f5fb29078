"""Times of track files: ISO 8601 with an offset, to the millisecond."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tl_track.cuts import cuts

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d+))?\s?(Z|z|[+-]\d{2}:?\d{2})?"
)


@dataclass(frozen=True, slots=True)
class Instant:
    """A time as written.

    Attributes
    ----------
    ms : int
        Milliseconds since 1970 [UTC].
    zoned : bool
        Whether it states its offset from UTC.
    """

    ms: int
    zoned: bool


def utc(ms: int) -> datetime:
    """The instant so many milliseconds after 1970."""
    return _EPOCH + ms * _MS


def read_time(text: str) -> Instant | None:
    """Read a time; None where there is none, or one of a clock that was never set.

    A time without an offset is read as UTC, which both formats prescribe.
    """
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    day, clock, fraction, zone = match.groups()
    offset = "+00:00" if zone in (None, "Z", "z") else zone
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{offset}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if moment.year < cuts().earliest_year:
        return None
    thousandths = int(f"{fraction or 0}000"[:3])
    return Instant((moment - _EPOCH) // _MS + thousandths, zone is not None)
