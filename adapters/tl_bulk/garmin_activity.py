"""One activity of Garmin's ``summarizedActivities``: milliseconds, centimetres, two clocks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.log import When
from tl_bulk.done import Done
from tl_bulk.facts import facts
from tl_bulk.json_items import amount, instant
from tl_bulk.sports import sport_named

_MS = 1000.0
_CM = 100.0
_QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class GarminActivity:
    """An activity as read.

    Attributes
    ----------
    done : Done
        The activity.
    word : str
        What Garmin calls its sport.
    abroad : bool
        Whether the watch was set to another time than that of the log.
    """

    done: Done
    word: str
    abroad: bool


def read_activity(item: dict[str, object], home: str) -> GarminActivity | str | None:
    """Read an activity; the label of what is none, or None where it cannot be read.

    Parameters
    ----------
    item : dict
        Its members.
    home : str
        IANA zone of the log.
    """
    word = str(item.get("activityType") or "")
    if item.get("parent") is True or word == "multi_sport":
        return "bracket of a multisport activity"
    if "transition" in word.lower():
        return "transition"
    start = instant(item.get("startTimeGmt")) or instant(item.get("beginTimestamp"))
    running_ms, elapsed_ms = amount(item.get("duration")), amount(item.get("elapsedDuration"))
    lasting_ms = max(elapsed_ms or 0, running_ms or 0)
    if start is None or not 0 < lasting_ms <= _MS * facts().longest_s:
        return None
    zone = _zone(start, instant(item.get("startTimeLocal")), home)
    distance_cm = amount(item.get("distance"))
    done = Done(
        start=When(utc=start, zone=zone),
        elapsed_s=lasting_ms / _MS,
        moving_s=running_ms / _MS if running_ms else None,
        sport=sport_named(word),
        distance_m=distance_cm / _CM if distance_cm else None,
        power_w=amount(item.get("avgPower")),
    )
    return GarminActivity(done, word, zone != home)


def _zone(start: datetime, local: datetime | None, home: str) -> str:
    """The zone that the local time shows: home, or the IANA zone of its whole-hour offset.

    Garmin writes the local time as if it were UTC.
    """
    if local is None:
        return home
    offset = local - start
    if abs(offset.total_seconds()) > facts().largest_offset_s or offset % _QUARTER:
        return home
    hours, rest = divmod(offset, timedelta(hours=1))
    if start.astimezone(ZoneInfo(home)).utcoffset() == offset or rest or not -12 <= hours <= 14:
        return home
    # The names of these zones count westward.
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"
