"""Exports made of rows, and what the adapter reads in them."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Observation, PostureInterval, Problem, Tally
from tl_apple import AppleHealthAdapter

BERLIN = Reading(zone="Europe/Berlin")


@dataclass(frozen=True)
class Found:
    """What was read: entries, problems and the account."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    tally: Tally

    @property
    def aside(self) -> dict[str, int]:
        return dict(self.tally.set_aside)

    def stretches(self, observation: Observation) -> list[tuple[str, str]]:
        """Intervals of one kind of evidence, as clock times in UTC."""
        return [
            (f"{e.start.utc:%H:%M}", f"{e.end:%H:%M}")
            for e in self.entries
            if isinstance(e, PostureInterval) and e.observation is observation
        ]


def _read(data: bytes, reading: Reading = BERLIN) -> Found:
    file = SourceFile.of_bytes("export.xml", data)
    adapter = AppleHealthAdapter()
    assert adapter.recognises(file)
    *found, tally = adapter.read(file, reading)
    assert isinstance(tally, Tally)
    problems = tuple(item for item in found if isinstance(item, Problem))
    entries = tuple(item for item in found if not isinstance(item, Problem | Tally))
    return Found(entries, problems, tally)


@pytest.fixture
def read() -> Callable[[bytes], Found]:
    """Read the bytes of an export."""
    return _read


@pytest.fixture
def export() -> Callable[..., Found]:
    """Read an export made of the given elements."""

    def made(*elements: str) -> Found:
        body = "".join(elements)
        return _read(f'<?xml version="1.0"?><HealthData locale="en">{body}</HealthData>'.encode())

    return made


def _row(kind: str, start: str, end: str, value: str, source: str = "Watch", **more: str) -> str:
    extra = "".join(f' {name}="{text}"' for name, text in more.items())
    return (
        f'<Record type="HK{kind}" sourceName="{source}"{extra} startDate="2026-07-06 {start}:00'
        f' +0000" endDate="2026-07-06 {end}:00 +0000" value="{value}"/>'
    )


@pytest.fixture
def row() -> Callable[..., str]:
    """One record of 6 July 2026, its clock in UTC."""
    return _row


@pytest.fixture
def stand_hour(row: Callable[..., str]) -> Callable[[int, str], str]:
    """A row of one hour, ``Stood`` or ``Idle``."""

    def made(hour: int, value: str) -> str:
        return row(
            "CategoryTypeIdentifierAppleStandHour",
            f"{hour:02}:00",
            f"{hour + 1:02}:00",
            f"HKCategoryValueAppleStandHour{value}",
        )

    return made
