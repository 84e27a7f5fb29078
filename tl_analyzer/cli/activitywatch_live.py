"""Desk time straight from a running ActivityWatch on this computer, only when asked for.

Nothing but the loopback interface is ever spoken to, and nothing but AFK events is requested:
window titles and addresses stay where they are.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from tl_analyzer.activitywatch_server import ActivityWatchServer, Bounds
from tl_analyzer.adapter import SourceFile
from tl_analyzer.remedy import RemediableError

#: Name under which what was fetched appears among the sources.
LIVE_NAME = "activitywatch (live)"

_AFK_TYPE = "afkstatus"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is asked for.

    Attributes
    ----------
    buckets : int
        Most AFK buckets. [1]
    weeks : int
        Weeks of events that are asked for: what a report looks back on. [1]
    margin : timedelta
        Asked for beyond both ends, for the server cuts events there.
    """

    buckets: int = 100
    weeks: int = 20
    margin: timedelta = timedelta(days=1)


def fetch_activitywatch(
    url: str, until: datetime, bounds: Bounds | None = None, extent: Extent | None = None
) -> SourceFile:
    """Fetch the AFK events of the weeks before an instant, as an export in memory.

    Parameters
    ----------
    url : str
        Address of the server, on this computer: ``http://localhost:5600``.
    until : datetime
        End of what is asked for.
    bounds : Bounds, optional
        How long and how much is waited for.
    extent : Extent, optional
        How much is asked for.

    Returns
    -------
    SourceFile
        An export of the AFK buckets, to be read like any other.

    Raises
    ------
    RemediableError
        If the address is not on this computer, or there is no such server.
    """
    buckets = dict(_buckets(ActivityWatchServer(url, bounds), until, extent or Extent()))
    return SourceFile.of_bytes(LIVE_NAME, json.dumps({"buckets": buckets}).encode())


def live_sources(url: str | None, until: datetime) -> tuple[SourceFile, ...]:
    """What ``--activitywatch`` adds to the inputs: nothing without it."""
    return () if url is None else (fetch_activitywatch(url, until),)


def _buckets(
    server: ActivityWatchServer, until: datetime, extent: Extent
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The AFK buckets with their events; of the others nothing but their type is looked at."""
    own = [name for name, bucket in server.buckets().items() if _is_afk(bucket)]
    if len(own) > extent.buckets:
        raise RemediableError(
            f"ActivityWatch at {server.url}: more than {extent.buckets} AFK buckets",
            "Delete those of computers that are gone, or give an export as a file.",
        )
    period = (until - timedelta(weeks=extent.weeks) - extent.margin, until + extent.margin)
    start, end = (each.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for each in period)
    asked = urlencode({"start": start, "end": end})
    for name in own:
        events = server.events(name, asked)
        yield name, {"id": name, "type": _AFK_TYPE, "client": "", "events": events}


def _is_afk(bucket: object) -> bool:
    return isinstance(bucket, dict) and bucket.get("type") == _AFK_TYPE
