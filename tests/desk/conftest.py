"""Files from text or bytes, and what an adapter makes of them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from tests.reading import Found, read_with
from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import CheckIn, Posture, PostureInterval, Problem, Tally
from tl_desk import ActivityWatchAdapter, CheckInAdapter

Read = Callable[..., Found]
Diary = Callable[[str | bytes], tuple[list[CheckIn], list[Problem], Tally]]


def _file(content: str | bytes, name: str = "file") -> SourceFile:
    data = content.encode() if isinstance(content, str) else content
    return SourceFile.of_bytes(name, data)


@pytest.fixture(scope="session")
def desk_file() -> Callable[..., SourceFile]:
    return _file


@pytest.fixture(scope="session")
def read() -> Read:
    """Read content with an adapter; each refused row has a problem of its own."""

    def run(adapter: Adapter, content: str | bytes, zone: str = "Europe/Berlin") -> Found:
        found = read_with(adapter, content, reading=Reading(zone=zone))
        if found.tally.total:
            assert len(found.refusals) == found.tally.refused
        return found

    return run


class ActivityWatch:
    """What ActivityWatch writes down of one morning, and what its adapter makes of that."""

    morning = datetime(2026, 3, 2, 8, tzinfo=UTC)

    def __init__(self, read: Read) -> None:
        self._read = read

    def event(self, status: str, start_s: float, end_s: float) -> dict[str, object]:
        stamp = (self.morning + timedelta(seconds=start_s)).isoformat()
        return {"timestamp": stamp, "duration": end_s - start_s, "data": {"status": status}}

    def bucket(
        self, events: list[dict[str, object]], host: str = "pc", kind: str = "afkstatus"
    ) -> dict[str, object]:
        return {
            "id": f"aw-watcher-afk_{host}",
            "created": self.morning.isoformat(),
            "type": kind,
            "client": "aw-watcher-afk",
            "hostname": host,
            "events": events,
        }

    def export(self, *buckets: dict[str, object]) -> str:
        return json.dumps({"buckets": {str(b["id"]): b for b in buckets}})

    def watched(self, content: str | bytes) -> tuple[list[PostureInterval], list[Problem], Tally]:
        """Intervals in time order; problems; the account."""
        entries, problems, tally = self._read(ActivityWatchAdapter(), content)
        intervals = [entry for entry in entries if isinstance(entry, PostureInterval)]
        assert len(intervals) == len(entries)
        for earlier, later in pairwise(intervals):
            assert earlier.start.utc <= later.start.utc
        assert all(interval.minutes > 0 for interval in intervals)
        return intervals, problems, tally

    def outline(
        self, intervals: list[PostureInterval]
    ) -> list[tuple[float, float, Posture, float]]:
        """Start and end [min after 8:00 UTC], posture and probability."""
        return [
            (
                round((i.start.utc - self.morning) / timedelta(minutes=1), 3),
                round((i.end - self.morning) / timedelta(minutes=1), 3),
                i.posture,
                i.probability,
            )
            for i in intervals
        ]


@pytest.fixture(scope="session")
def aw(read: Read) -> ActivityWatch:
    return ActivityWatch(read)


@pytest.fixture(scope="session")
def diary(read: Read) -> Diary:
    """Read a pain diary; every row that counts as read is a check-in."""

    def run(content: str | bytes) -> tuple[list[CheckIn], list[Problem], Tally]:
        entries, problems, tally = read(CheckInAdapter(), content)
        check_ins = [entry for entry in entries if isinstance(entry, CheckIn)]
        assert len(check_ins) == len(entries) == tally.read
        return check_ins, problems, tally

    return run
