"""Time in FIT files: which timestamps to trust, and the zone a device states."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from tl_fit.cuts import cuts
from tl_fit.limits import EARLIEST_FIT_S, LARGEST_OFFSET_S, OFFSET_STEP_S
from tl_fit.message import FloatArray, Message, Records

_FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)


def utc(fit_s: int) -> datetime:
    """The instant of a FIT time."""
    return _FIT_EPOCH + timedelta(seconds=fit_s)


@dataclass(frozen=True)
class TimedRecords:
    """Records with times one can build on.

    Attributes
    ----------
    records : Records
        In time order, every second at most once; what several records of one second hold is
        merged.
    impossible : int
        Records left out because they have no time or one far from all others.
    relative : bool
        Whether records were left out because they count from power-on: the clock was not set.
    backward : int
        Records that were written after a later one, and were put in their place.
    """

    records: Records
    impossible: int
    relative: bool
    backward: int


def timed(records: Records) -> TimedRecords:
    """Order the records by time and leave out those whose time cannot be true."""
    absolute = records.time_s >= EARLIEST_FIT_S
    relative = bool(np.any((records.time_s >= 0) & ~absolute)) and not absolute.any()
    sound = absolute
    if absolute.any():
        middle = np.median(records.time_s[absolute])
        sound = absolute & (np.abs(records.time_s - middle) <= cuts().clock_span_s)
    kept = records if sound.all() else records.pick(sound)
    backward = int(np.count_nonzero(np.diff(kept.time_s) < 0))
    ordered = kept.pick(np.argsort(kept.time_s, kind="stable")) if backward else kept
    return TimedRecords(
        records=_one_a_second(ordered),
        impossible=len(records) - len(kept),
        relative=relative,
        backward=backward,
    )


def _one_a_second(records: Records) -> Records:
    """Merge the records of one second; where they differ the larger value counts."""
    begins = np.diff(records.time_s, prepend=-1) != 0
    if begins.all():
        return records
    first = np.flatnonzero(begins)

    def merged(column: FloatArray) -> FloatArray:
        return np.fmax.reduceat(column, first)

    return Records(
        records.time_s[first],
        merged(records.speed_mps),
        merged(records.cadence_rpm),
        merged(records.power_w),
        merged(records.distance_m),
        merged(records.latitude),
    )


def stated_offset(activity: Message | None) -> timedelta | None:
    """The offset from UTC that the device states, where it is one that clocks have.

    Some programs write zero or a UNIX time as the local time; those are not offsets.
    """
    if activity is None:
        return None
    instant, local = activity.instant("timestamp"), activity.instant("local_timestamp")
    if instant is None or local is None:
        return None
    offset = local - instant
    if abs(offset) > LARGEST_OFFSET_S or offset % OFFSET_STEP_S:
        return None
    return timedelta(seconds=offset)


@dataclass(frozen=True)
class Zone:
    """The zone an activity was lived in.

    Attributes
    ----------
    name : str
        IANA name.
    stated : timedelta or None
        The offset the device states, where it differs from home.
    """

    name: str
    stated: timedelta | None = None


def zone_of(activity: Message | None, home: str) -> Zone:
    """The zone of an activity: what the device states if it is sane, else home.

    Parameters
    ----------
    activity : Message or None
        The message that may hold a local time.
    home : str
        IANA zone of the log, used where the device agrees with it or states nothing.
    """
    offset = stated_offset(activity)
    if activity is None or offset is None:
        return Zone(home)
    at = utc(activity.instant("timestamp") or 0)
    if offset == at.astimezone(ZoneInfo(home)).utcoffset():
        return Zone(home)
    return Zone(_fixed_zone(offset) or home, offset)


def _fixed_zone(offset: timedelta) -> str | None:
    """The IANA zone of a whole-hour offset, whose names count westward."""
    hours, rest = divmod(offset, timedelta(hours=1))
    if rest or not -12 <= hours <= 14:
        return None
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"


def offset_text(offset: timedelta) -> str:
    """An offset as ``UTC+05:30``."""
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
