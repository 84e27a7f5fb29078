"""Calendars made of events, and what the adapter reads in them."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import PlannedSession, PostureInterval, Problem, Tally
from tl_calendar import CalendarAdapter


@dataclass(frozen=True)
class Found:
    """What was read: intervals, planned sessions, problems and the account."""

    intervals: tuple[PostureInterval, ...]
    problems: tuple[Problem, ...]
    tally: Tally
    planned: tuple[PlannedSession, ...]

    @property
    def aside(self) -> dict[str, int]:
        return dict(self.tally.set_aside)

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def begins(self) -> list[str]:
        """Begins of the intervals, in UTC."""
        return [f"{each.start.utc:%Y-%m-%d %H:%M}" for each in self.intervals]


def _read(data: bytes, zone: str = "Europe/Berlin") -> Found:
    file = SourceFile.of_bytes("calendar.ics", data)
    *found, tally = CalendarAdapter().read(file, Reading(zone=zone))
    assert isinstance(tally, Tally)
    intervals = tuple(item for item in found if isinstance(item, PostureInterval))
    problems = tuple(item for item in found if isinstance(item, Problem))
    planned = tuple(item for item in found if isinstance(item, PlannedSession))
    assert len(intervals) + len(planned) + len(problems) == len(found)
    return Found(intervals, problems, tally, planned)


@pytest.fixture
def calendar() -> Callable[..., Found]:
    """Read a calendar of the given events, each a string of lines without begin and end."""

    def made(*events: str, head: str = "") -> Found:
        blocks = [f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT" for event in events]
        text = "\n".join(["BEGIN:VCALENDAR", *([head] if head else []), *blocks, "END:VCALENDAR"])
        return _read(text.replace("\n", "\r\n").encode())

    return made


@pytest.fixture
def read() -> Callable[[bytes], Found]:
    """Read the bytes of a calendar."""
    return _read
