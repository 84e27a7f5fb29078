"""Fixtures for sources whose rows hold several sets."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    Problem,
    ProblemKind,
    StrengthSession,
    StrengthSet,
    Tally,
)
from tl_strength import HevyJsonAdapter, JefitAdapter, ProgressionAdapter, StrengthCsvAdapter

BERLIN = Reading(zone="Europe/Berlin")
ADAPTERS: tuple[Adapter, ...] = (
    HevyJsonAdapter(),
    JefitAdapter(),
    ProgressionAdapter(),
    StrengthCsvAdapter(),
)


@dataclass(frozen=True)
class Found:
    """What was read from a file."""

    sessions: list[StrengthSession]
    activities: list[ActivitySession]
    masses: list[BodyMass]
    problems: list[Problem]
    tally: Tally

    @property
    def sets(self) -> list[StrengthSet]:
        return [one for session in self.sessions for one in session.sets]

    @property
    def codes(self) -> set[str]:
        return {problem.code for problem in self.problems}

    @property
    def brief(self) -> list[tuple[str, int | None, float | None, str]]:
        return [
            (one.exercise, one.reps, w.value if (w := one.weight) else None, w.unit if w else "")
            for one in self.sets
        ]


ReadAny = Callable[..., Found]


def _read(content: str | bytes, reading: Reading = BERLIN, name: str = "log.csv") -> Found:
    data = content.encode() if isinstance(content, str) else content
    file = SourceFile.of_bytes(name, data)
    claims = [adapter for adapter in ADAPTERS if adapter.recognises(file)]
    assert len(claims) == 1
    *found, tally = claims[0].read(file, reading)
    assert isinstance(tally, Tally)
    assert not any(isinstance(each, Tally) for each in found)
    problems = [each for each in found if isinstance(each, Problem)]
    refused = [each for each in problems if each.kind is ProblemKind.REFUSED]
    assert len({each.line for each in refused}) >= min(tally.refused, 1)
    return Found(
        [each for each in found if isinstance(each, StrengthSession)],
        [each for each in found if isinstance(each, ActivitySession)],
        [each for each in found if isinstance(each, BodyMass)],
        problems,
        tally,
    )


@pytest.fixture(scope="session")
def read_any() -> ReadAny:
    """Read a text or bytes with the one adapter that claims it."""
    return _read


@pytest.fixture(scope="session")
def goldens() -> Path:
    """The folder of hand-written samples."""
    return Path(__file__).parents[1] / "goldens"
