"""Rides one by one, with the numbers that the report adds up over the week."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from operator import itemgetter

from tl_analyzer.api.athlete import Athlete
from tl_analyzer.api.moment import Moment, asked_week
from tl_analyzer.athletes.settings import parameters_for
from tl_analyzer.finding import DataQuality
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.riding import joined, ride_exposures
from tl_analyzer.log import Log, PositionEvidence, RidePosture, RideSession
from tl_analyzer.log.value import Value

Ridden = tuple[RideExposure, RideSession]

_DAYS = 7  # [days of a week]

#: All days that there are. [ordinals]
_EVER = range(date.min.toordinal(), date.max.toordinal() + 1)


class RideLine(Value):
    """One ride as the report counts it.

    Attributes
    ----------
    start, end : datetime
        First and last record [UTC].
    zone : str
        IANA zone in which its day is cut.
    timed : bool
        Whether the time of day is known.
    title : str
        The ride as a reader would name it.
    position : str
        Position on the bike, from the profile; ``unspecified`` where it says nothing.
    minutes : float
        Time on the bike, stops left out. [min]
    flexed_min : float
        Minutes at or above the flexed level. [min]
    u_min : float
        u-weighted minutes, as the week's flexed riding counts them: 0 where nothing is flexed.
        [u min]
    longest_unbroken_min : float
        Longest stretch at or above the flexed level without a break that resets. [min]
    longest_is_upper_bound : bool
        Whether standing was not recorded as it happened, so that it can only be too long.
    standing_s, seated_s : float or None
        Time out of the saddle, and the rest of the time on the bike; None where no device
        recorded it. [s]
    quality : DataQuality
        How the posture is known.
    parameter_version : str
        Version of the parameters behind the numbers.
    files : tuple of str
        Files it was read from: several where a recording was split.
    """

    start: datetime
    end: datetime
    zone: str
    timed: bool
    title: str
    position: str
    minutes: float
    flexed_min: float
    u_min: float
    longest_unbroken_min: float
    longest_is_upper_bound: bool
    standing_s: float | None
    seated_s: float | None
    quality: DataQuality
    parameter_version: str
    files: tuple[str, ...]


def rides(
    athlete: Athlete, week: str | None = "last", *, as_of: Moment = None
) -> tuple[RideLine, ...]:
    """The rides that start in a week, in time order.

    Parameters
    ----------
    athlete : Athlete
        Whose rides they are.
    week : str or None
        As for `weekly_report`; None for every ride of the log.
    as_of : str, datetime, date or None
        The moment that ``this`` and ``last`` are seen from; now by default.

    Returns
    -------
    tuple of RideLine
        With the numbers of the week's report; a ride whose recording was split is one line.

    Raises
    ------
    RemediableError
        If there is no such week, or the log or a configured file cannot be used.
    """
    if week is None:
        return _lines(athlete, athlete.kept.log(date.max, date.min), _EVER)
    chosen, _ = asked_week(athlete, week, as_of)
    monday = chosen.monday.toordinal()
    log = athlete.kept.log(chosen.monday, chosen.monday)
    return _lines(athlete, log, range(monday, monday + _DAYS))


def _lines(athlete: Athlete, log: Log, days: range) -> tuple[RideLine, ...]:
    profile, zone = athlete.profile, athlete.timezone
    parameters = parameters_for(profile)
    ridden = sorted(
        (
            (exposure, ride)
            for ride in log.rides
            for exposure in ride_exposures(
                # A recording of the day before may go on in this one.
                [(ride, ride.start.wall_in(zone))],
                _EVER,
                profile.bike,
                parameters,
            )
        ),
        key=lambda one: one[0].start,
    )
    whole = joined(map(itemgetter(0), ridden), parameters)
    return tuple(
        _line(ride, parts, zone, parameters.version)
        for ride, parts in _with_parts(whole, deque(ridden))
        if ride.day in days
    )


def _with_parts(
    whole: Iterable[RideExposure], ridden: deque[Ridden]
) -> Iterator[tuple[RideExposure, list[RideSession]]]:
    """Each joined ride with its recordings: those that follow each other up to its end."""
    for ride in whole:
        exposure, part = ridden.popleft()
        parts = [part]
        while ridden and exposure.end <= ridden[0][0].start and ridden[0][0].end <= ride.end:
            exposure, part = ridden.popleft()
            parts.append(part)
        yield ride, parts


def _line(ride: RideExposure, parts: list[RideSession], zone: str, version: str) -> RideLine:
    minutes = sum(bout.minutes for bout in ride.bouts)
    stood = [_standing_s(part) for part in parts]
    standing = sum(s for s in stood if s is not None) if None not in stood else None
    return RideLine(
        start=datetime.fromtimestamp(ride.start, UTC),
        end=datetime.fromtimestamp(ride.end, UTC),
        zone=zone,
        timed=ride.timed,
        title=ride.label,
        position=ride.position,
        minutes=minutes,
        flexed_min=ride.flexed_min,
        u_min=ride.dose_u_min if ride.flexed_min > 0 else 0.0,
        longest_unbroken_min=ride.longest_bout_min,
        longest_is_upper_bound=ride.upper_bound,
        standing_s=standing,
        seated_s=None if standing is None else max(60.0 * minutes - standing, 0.0),
        quality=ride.quality,
        parameter_version=version,
        files=tuple(dict.fromkeys(part.provenance.file for part in parts)),
    )


def _standing_s(ride: RideSession) -> float | None:
    """Time out of the saddle; None where no device recorded it. [s]."""
    if ride.position_evidence is PositionEvidence.NONE:
        return None
    ridden = [bout for bout in ride.bouts if bout.posture is not RidePosture.STOPPED]
    if ride.position_evidence is PositionEvidence.EVENTS:
        ridden = [bout for bout in ridden if bout.posture is RidePosture.STANDING]
        return 60.0 * sum(bout.minutes for bout in ridden)
    return min(ride.time_standing_s or 0.0, 60.0 * sum(bout.minutes for bout in ridden))
