"""Instants as whole microseconds, exact both ways."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(instant: datetime) -> int:
    """An instant as a number. [us since 1970-01-01 UTC]."""
    return (instant - _EPOCH) // _MICROSECOND


def instant(number: int) -> datetime:
    """The instant of a number [us since 1970-01-01 UTC], in UTC."""
    return _EPOCH + timedelta(microseconds=number)


#: Numbers of the first and the last instant that exist here. [us]
FIRST, LAST = (
    microseconds(datetime.min.replace(tzinfo=UTC)),
    microseconds(datetime.max.replace(tzinfo=UTC)),
)
