"""Lists in JSON files: how they begin, and their values, read with suspicion."""

import math
from datetime import UTC, datetime

_BOM = b"\xef\xbb\xbf"
_SECOND = 19


def starts_a_list(head: bytes) -> bool:
    """Whether a file begins as a JSON list of objects does."""
    text = head.removeprefix(_BOM).lstrip()
    return text.startswith(b"[") and text[1:].lstrip().startswith(b"{")


def amount(value: object) -> float | None:
    """A number of zero or more; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) and found >= 0 else None


def instant(value: object) -> datetime | None:
    """An instant written as milliseconds since 1970, or as a UTC time without a zone."""
    ms = amount(value)
    try:
        if ms is not None:
            return datetime.fromtimestamp(ms / 1000, UTC)
        if isinstance(value, str):
            return datetime.fromisoformat(value[:_SECOND]).replace(tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return None
