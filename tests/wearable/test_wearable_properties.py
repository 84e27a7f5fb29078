"""Whatever the bytes, nothing raises, the account adds up, and intervals are sound."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import Adapter
from tl_analyzer.log import PostureInterval
from tl_wearable import GarminDailyAdapter, GoogleFitAdapter, GoogleHealthAdapter, OuraAdapter

if TYPE_CHECKING:
    from tests.wearable.conftest import Read

GOLDENS = Path(__file__).parent.parent / "goldens"
MARKS = [b'"', b"\n", b",", b"Z", b"\0", b"[", b"9" * 400, b"-", b"\xff"]
SAMPLES: tuple[tuple[Adapter, str, bytes], ...] = tuple(
    (adapter, path.name, path.read_bytes())
    for adapter in (GarminDailyAdapter(), GoogleFitAdapter(), GoogleHealthAdapter(), OuraAdapter())
    for path in sorted((GOLDENS / adapter.name).iterdir())
    if not path.name.endswith(".golden.json")
)


@given(data=st.binary(max_size=400), place=st.integers(0, len(SAMPLES) - 1))
def test_any_bytes(read: "Read", data: bytes, place: int) -> None:
    adapter, name, _ = SAMPLES[place]
    read(adapter, data, name)


@given(
    place=st.integers(0, len(SAMPLES) - 1),
    at=st.floats(0, 1),
    width=st.integers(0, 12),
    put=st.one_of(st.binary(max_size=12), st.sampled_from(MARKS)),
)
def test_mutated_samples(read: "Read", place: int, at: float, width: int, put: bytes) -> None:
    adapter, name, data = SAMPLES[place]
    cut = int(at * len(data))
    entries, _, _ = read(adapter, data[:cut] + put + data[cut + width :], name)
    for entry in entries:
        if isinstance(entry, PostureInterval):
            assert 0 < entry.minutes <= 25 * 60


@given(st.permutations(range(5)))
def test_the_order_of_rows_makes_no_difference(read: "Read", order: list[int]) -> None:
    rows = [f"2026-11-09T08:0{n}:00Z,{40 * n},A\n" for n in range(5)]
    content = "timestamp,steps,data source\n" + "".join(rows[n] for n in order)
    entries, _, _ = read(GoogleHealthAdapter(), content, "steps_2026-11-01.csv")
    (walk,) = entries
    assert isinstance(walk, PostureInterval)
    assert (f"{walk.start.utc:%H:%M}", walk.minutes) == ("08:01", 4)


@given(st.text(alphabet="012345", max_size=300))
def test_classes_of_a_ring_add_up(read: "Read", classes: str) -> None:
    content = (
        '[{"day": "2026-11-09", "timestamp": "2026-11-09T04:00:00Z",'
        f' "class_5_min": "{classes}"}}]'
    )
    entries, _, _ = read(OuraAdapter(), content, "oura.json")
    minutes = sum(e.minutes for e in entries if isinstance(e, PostureInterval))
    assert minutes == 5 * (len(classes) - classes.count("0"))


@pytest.mark.parametrize("place", range(len(SAMPLES)))
def test_reading_twice_says_the_same(read: "Read", place: int) -> None:
    adapter, name, data = SAMPLES[place]
    assert read(adapter, data, name) == read(adapter, data, name)
