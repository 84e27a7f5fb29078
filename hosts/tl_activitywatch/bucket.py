"""Our bucket on a server: what is there, what a week changes in it, and writing that."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from tl_activitywatch.training import Training, in_order
from tl_analyzer.activitywatch_server import ActivityWatchServer
from tl_analyzer.remedy import RemediableError

#: Who writes the bucket, as its ``client`` says.
CLIENT = "tl-analyzer"
#: Type of the events; readers of desk time ask for ``afkstatus`` and pass it by.
EVENT_TYPE = "training.session"

#: No session lasts so long: thirty years. [s]
_NEVER_S = 1e9

#: What may not stand in the id of a bucket.
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class There(NamedTuple):
    """An event of the bucket that is one athlete's session.

    Attributes
    ----------
    number : int
        Its ``id`` on the server.
    training : Training
        The session.
    """

    number: int
    training: Training


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing a week changes.

    Attributes
    ----------
    new : tuple of Training
        Sessions that are not there yet.
    corrected : tuple of There
        Sessions that are there with another length, title or count of sets, as they should be.
    same : tuple of Training
        Sessions that are there as they are.
    gone : tuple of Training
        Sessions there that the log does not hold any more; they stay.
    """

    new: tuple[Training, ...]
    corrected: tuple[There, ...]
    same: tuple[Training, ...]
    gone: tuple[Training, ...]


def bucket_name(hostname: str) -> str:
    """Id of our bucket of a computer."""
    return f"{CLIENT}_{_UNSAFE.sub('-', hostname)}"


def exists(server: ActivityWatchServer, bucket: str) -> bool:
    """Whether our bucket is there.

    Raises
    ------
    RemediableError
        If one of that name is there that somebody else writes.
    """
    found = server.buckets().get(bucket)
    if found is None:
        return False
    if not isinstance(found, dict) or (found.get("client"), found.get("type")) != (
        CLIENT,
        EVENT_TYPE,
    ):
        raise RemediableError(
            f"ActivityWatch at {server.url} has a bucket {bucket!r} that tl-analyzer did not make",
            "Rename or delete it in ActivityWatch, Raw data; nothing was written.",
        )
    return True


def sessions_there(server: ActivityWatchServer, bucket: str, athlete: str) -> tuple[There, ...]:
    """One athlete's sessions in our bucket.

    All events are asked for: between two instants a server would cut them there.
    """
    read = [_read(event, athlete) for event in server.events(bucket)]
    return tuple(sorted((one for one in read if one is not None), key=_order))


def changes(
    wanted: tuple[Training, ...], there: tuple[There, ...], period: tuple[datetime, datetime]
) -> Changes:
    """Compare the sessions of a week with those in the bucket.

    A session is known by its sport and its begin, and among several of those by their order.

    Parameters
    ----------
    wanted : tuple of Training
        The sessions of the week.
    there : tuple of There
        The athlete's sessions in the bucket, of any week.
    period : tuple of (datetime, datetime)
        Begin and end of the week.

    Returns
    -------
    Changes
        Each of `wanted` once as new, corrected or the same.
    """
    asked = dict(zip(_keys(wanted), wanted, strict=True))
    held = dict(zip(_keys(one.training for one in there), there, strict=True))
    known = [(one, held[key]) for key, one in asked.items() if key in held]
    begin, end = period
    return Changes(
        new=tuple(one for key, one in asked.items() if key not in held),
        corrected=tuple(There(old.number, one) for one, old in known if old.training != one),
        same=tuple(one for one, old in known if old.training == one),
        gone=tuple(
            old.training
            for key, old in held.items()
            if key not in asked and begin <= old.training.start < end
        ),
    )


def write(server: ActivityWatchServer, bucket: str, athlete: str, found: Changes) -> None:
    """Bring the bucket up to date in one request; without changes nothing is sent."""
    events: list[dict[str, object]] = [_event(one, athlete) for one in found.new]
    events += [{"id": one.number, **_event(one.training, athlete)} for one in found.corrected]
    if events:
        server.put_events(bucket, events)


def _event(one: Training, athlete: str) -> dict[str, object]:
    data: dict[str, object] = {"title": one.title, "sport": one.sport, "athlete": athlete}
    if one.sets is not None:
        data["sets"] = one.sets
    return {"timestamp": one.start.isoformat(), "duration": one.duration_s, "data": data}


def _read(event: object, athlete: str) -> There | None:
    """The athlete's session that an event is; anybody on this computer may write to a bucket."""
    match event:
        case {
            "id": int(number),
            "timestamp": str(stamp),
            "duration": int() | float() as length,
            "data": {"athlete": owner, "sport": str(sport), "title": str(title), **rest},
        } if owner == athlete and 0 <= length < _NEVER_S:
            start, sets = _instant(stamp), rest.get("sets")
            counted = sets if isinstance(sets, int) else None
            if start is not None:
                return There(number, Training(start, round(length), sport, title, counted))
    return None


def _instant(stamp: str) -> datetime | None:
    try:
        told = datetime.fromisoformat(stamp)
        return told.astimezone(UTC) if told.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _order(one: There) -> tuple[datetime, str, str]:
    return in_order(one.training)


def _keys(sessions: Iterable[Training]) -> Iterator[tuple[str, datetime, int]]:
    before = Counter[tuple[str, datetime]]()
    for one in sessions:
        begun = (one.sport, one.start)
        yield (*begun, before[begun])
        before[begun] += 1
