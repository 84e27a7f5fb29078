"""Instants as text that people and other programs read."""

from datetime import UTC, datetime

from tl_analyzer.tables.instants import instant, microseconds


def instant_text(number: object) -> str:
    """Write an instant [us since 1970-01-01 UTC] as ISO 8601."""
    if not isinstance(number, int):
        raise TypeError(f"{number!r} is no instant")
    return instant(number).isoformat()


def microseconds_of(text: str) -> int:
    """Read an instant as `instant_text` writes it. [us since 1970-01-01 UTC]."""
    return microseconds(datetime.fromisoformat(text).astimezone(UTC))
