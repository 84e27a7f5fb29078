"""From a date, a wall clock or an instant as read to a point in time of the log."""

from datetime import date, datetime

from tl_analyzer.log import When
from tl_analyzer.parsing.dates import read_form

#: Instants and wall clocks as machines write them.
_ISO = (
    "%Y-%m-%d[T%H:%M[:%S][%z]]",
    "%Y-%m-%d %H:%M[:%S][%z]",
    "%Y-%m-%d %H:%M:%S %z",
)


def when(moment: date, zone: str) -> When:
    """A point in time; a clock without an offset is read in `zone`."""
    if not isinstance(moment, datetime):
        return When.from_date(moment, zone)
    if moment.tzinfo is None:
        return When.from_local(moment, zone)
    return When(utc=moment, zone=zone)


def read_iso(text: str) -> date | None:
    """Read an ISO date, with its time and offset where they are written; else None."""
    for form in _ISO:
        if (found := read_form(text, form, ())) is not None:
            return found
    return None
