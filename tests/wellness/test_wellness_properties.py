"""Whatever the bytes, nothing raises, the account adds up, and nothing is invented."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import Adapter
from tl_analyzer.log import CheckIn, Wellness
from tl_wellness import (
    DiaryTableAdapter,
    Hrv4TrainingAdapter,
    IntervalsWellnessAdapter,
    TrainingPeaksMetricsAdapter,
)

if TYPE_CHECKING:
    from tests.wellness.conftest import Read

GOLDENS = Path(__file__).parent.parent / "goldens"
SAMPLES: tuple[tuple[Adapter, bytes], ...] = tuple(
    (adapter, path.read_bytes())
    for adapter in (
        DiaryTableAdapter(),
        Hrv4TrainingAdapter(),
        IntervalsWellnessAdapter(),
        TrainingPeaksMetricsAdapter(),
    )
    for path in sorted((GOLDENS / adapter.name).iterdir())
    if not path.name.endswith(".golden.json")
)


@given(data=st.binary(max_size=400), place=st.integers(0, len(SAMPLES) - 1))
def test_any_bytes(read: "Read", data: bytes, place: int) -> None:
    read(SAMPLES[place][0], data)


@given(
    place=st.integers(0, len(SAMPLES) - 1),
    at=st.floats(0, 1),
    width=st.integers(0, 12),
    put=st.one_of(
        st.binary(max_size=12), st.sampled_from([b'"', b"\n", b",", b";", b"\0", b"{", b"9" * 400])
    ),
)
def test_mutated_samples(read: "Read", place: int, at: float, width: int, put: bytes) -> None:
    adapter, data = SAMPLES[place]
    cut = int(at * len(data))
    entries, _, tally = read(adapter, data[:cut] + put + data[cut + width :])
    assert tally.read <= len(entries)
    for entry in entries:
        if isinstance(entry, CheckIn) and entry.score is not None:
            assert 0 <= entry.score <= 10
        if isinstance(entry, Wellness) and entry.scale is not None:
            assert entry.scale.least <= entry.value <= entry.scale.most


@given(cells=st.lists(st.text(max_size=12), min_size=5, max_size=5))
def test_any_answers_of_a_form(read: "Read", cells: list[str]) -> None:
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    header = "Timestamp,Pain 0-10,Where?,Side?,Notes\n"
    read(DiaryTableAdapter(), header + quoted + "\n")
    read(DiaryTableAdapter(), header + "2026/11/09 7:00:00 AM GMT+1," + quoted.partition(",")[2])


@pytest.mark.parametrize("place", range(len(SAMPLES)))
def test_reading_twice_says_the_same(read: "Read", place: int) -> None:
    adapter, data = SAMPLES[place]
    assert read(adapter, data) == read(adapter, data)
