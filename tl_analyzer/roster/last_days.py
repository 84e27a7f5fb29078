"""When an athlete's log was last kept, by kind of record."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from tl_analyzer.log import ActivitySession, CheckIn, Log, RideSession, StrengthSession
from tl_analyzer.sitting.observed import observed_days

#: What begins at a known time.
_Dated = StrengthSession | RideSession | ActivitySession | CheckIn


def last_days(log: Log, zone: str, until: date) -> dict[str, date]:
    """Last day with a record of each kind that the log holds.

    Parameters
    ----------
    log : Log
        An athlete's log.
    zone : str
        In which its days are cut.
    until : date
        Later days are not looked at.

    Returns
    -------
    dict of str to date
        By ``strength``, ``rides``, ``activities``, ``desk`` and ``diary``; without kinds of which
        there is nothing.
    """
    latest: dict[str, Callable[[], date | None]] = {
        "strength": lambda: _last(log.strength, zone, until),
        "rides": lambda: _last(log.rides, zone, until),
        "activities": lambda: _last(log.activities, zone, until),
        "desk": lambda: _last_observed(observed_days(log, zone), until),
        "diary": lambda: _last(log.check_ins, zone, until),
    }
    found = ((kind, of_kind()) for kind, of_kind in latest.items())
    return {kind: day for kind, day in found if day is not None}


def _last(entries: Sequence[_Dated], zone: str, until: date) -> date | None:
    # In time order: the day is near the end. Of two records of one night the later may be dated
    # earlier, by the zone it was lived in, which does not matter here.
    days = (entry.start.day_in(zone) for entry in reversed(entries))
    return next((day for day in days if day <= until), None)


def _last_observed(days: Iterable[int], until: date) -> date | None:
    last = until.toordinal()
    found = max((day for day in days if day <= last), default=None)
    return None if found is None else date.fromordinal(found)
