"""Fixtures for the strength adapter: sources made of text, and what was read from them."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import BodyMass, Problem, StrengthSession, Tally
from tl_strength import StrengthCsvAdapter

Read = tuple[list[StrengthSession], list[Problem], Tally]
RowMaker = Callable[..., str]

BERLIN = Reading(zone="Europe/Berlin")


def _source(content: str | bytes, name: str = "log.csv") -> SourceFile:
    data = content.encode() if isinstance(content, str) else content
    return SourceFile.of_bytes(name, data)


def _read(content: str | bytes, reading: Reading = BERLIN, name: str = "log.csv") -> Read:
    found = list(StrengthCsvAdapter().read(_source(content, name), reading))
    sessions = [entry for entry in found if isinstance(entry, StrengthSession)]
    problems = [entry for entry in found if isinstance(entry, Problem)]
    tallies = [entry for entry in found if isinstance(entry, Tally)]
    masses = [entry for entry in found if isinstance(entry, BodyMass)]
    assert len(sessions) + len(problems) + len(tallies) + len(masses) == len(found)
    assert tallies == found[-1:], "one tally, and it comes last"
    assert sum(len(session.sets) for session in sessions) == tallies[0].read
    return sessions, problems, tallies[0]


def _row(**cells: str) -> str:
    held = {
        "date": "2026-03-02 18:05:10",
        "title": "Lower",
        "duration": "1h",
        "exercise": "Deadlift (Barbell)",
        "order": "1",
        "weight": "100",
        "reps": "5",
        "distance": "0",
        "seconds": "0",
        "notes": "",
        "workout_notes": "",
        "rpe": "8",
    }
    assert set(cells) <= set(held)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow((held | cells).values())
    return out.getvalue()


@pytest.fixture(scope="session")
def source() -> Callable[..., SourceFile]:
    """Make a file of text or bytes."""
    return _source


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    """Read text or bytes as the adapter would, and check what always holds."""
    return _read


@pytest.fixture(scope="session")
def row() -> RowMaker:
    """Make a row of a Strong export with twelve columns: ``row(reps="7.5")``."""
    return _row


@pytest.fixture(scope="session")
def samples() -> Path:
    """The hand-written exports, one for each layout, each beside its golden log."""
    return Path(__file__).parent / "samples"
