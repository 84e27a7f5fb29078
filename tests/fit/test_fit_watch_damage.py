"""Watch files that are damaged: nothing raises, nothing is lost uncounted."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.fit_writer import FitFile, fit_time
from tl_analyzer.log import Entry, PostureInterval, Problem, StrengthSession, Tally

START = datetime(2026, 5, 1, 22, 0, tzinfo=UTC)
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]


def assert_sound(items: Items) -> None:
    """One account at the end; stretches of the wrist have a length and do not overlap."""
    assert isinstance(items[-1], Tally)
    assert sum(isinstance(item, Tally) for item in items) == 1
    found = [i for i in items if isinstance(i, PostureInterval) if i.observation != "sleep"]
    for stretch in found:
        assert stretch.start.utc < stretch.end
    for before, after in pairwise(found):
        assert before.end <= after.start.utc
    if any(not isinstance(item, Problem | Tally) for item in items):
        assert items[-1].read > 0


def _monitoring() -> bytes:
    fit = FitFile()
    fit.add("file_id", type=32, manufacturer=1, product=3122)
    fit.add("monitoring_info", timestamp=START, local_timestamp=START + timedelta(hours=2))
    fit.add("user_profile", weight=70.0, sleep_time=82_800, wake_time=25_200)
    for step, activity in enumerate((8, 6, 8, 0, 1, 8), start=1):
        fit.add(
            "monitoring",
            timestamp_16=(fit_time(START) + 3000 * step) & 0xFFFF,
            current_activity_type_intensity=activity,
            cycles=200 * step,
        )
    day = START + timedelta(days=1)
    fit.add("monitoring", timestamp=day, activity_type=6, cycles=4000, duration_min=1440)
    return fit.to_bytes()


def _workout() -> bytes:
    fit = FitFile()
    fit.add("file_id", type=4)
    for index in range(5):
        fit.add(
            "set",
            timestamp=START + timedelta(seconds=60 * index + 30),
            start_time=START + timedelta(seconds=60 * index),
            duration=30.0,
            set_type=(index + 1) % 2,
            repetitions=5,
            weight=80.0,
            category=(8, 23),
            category_subtype=(0, 45),
            wkt_step_index=index,
        )
    fit.add("exercise_title", message_index=0, exercise_category=8, wkt_step_name="Heavy pulls")
    fit.add("session", start_time=START, sport=10, sub_sport=20, total_elapsed_time=300.0)
    return fit.to_bytes()


MONITORING, WORKOUT = _monitoring(), _workout()


def test_both_files_are_sound_as_they_are(read: Read) -> None:
    assert_sound(read(MONITORING))
    assert sum(isinstance(item, PostureInterval) for item in read(MONITORING)) > 4
    assert any(isinstance(item, StrengthSession) for item in read(WORKOUT))


@settings(deadline=None, max_examples=300)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8),
    length=st.floats(0.02, 1),
)
@pytest.mark.parametrize("whole", [MONITORING, WORKOUT], ids=["monitoring", "workout"])
def test_no_damage_raises(
    read: Read, whole: bytes, changes: list[tuple[float, int]], length: float
) -> None:
    data = bytearray(whole)
    for place, byte in changes:
        data[int(place * len(data))] = byte
    assert_sound(read(bytes(data[: int(length * len(data)) + 1])))


@settings(deadline=None, max_examples=200)
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["full", "short", "both", "none"]),
            st.integers(-100_000, 400_000),
            st.sampled_from([None, 0, 1, 2, 5, 6, 8, 31, 70, 168]),
            st.sampled_from([None, 0, 10, 50_000]),
        ),
        max_size=30,
    ),
    opened=st.booleans(),
)
def test_rows_in_any_order_never_overlap_and_are_all_counted(
    read: Read, rows: list[tuple[str, int, int | None, int | None]], opened: bool
) -> None:
    fit = FitFile()
    fit.add("file_id", type=32)
    if opened:
        fit.add("monitoring_info", timestamp=START)
    for time, second, activity, cycles in rows:
        full = fit_time(START) + second
        fit.add(
            "monitoring",
            timestamp=full if time in ("full", "both") else None,
            timestamp_16=full & 0xFFFF if time in ("short", "both") else None,
            current_activity_type_intensity=activity,
            cycles=cycles,
        )
    items = read(fit.to_bytes())
    assert_sound(items)
    assert isinstance(items[-1], Tally)
    assert items[-1].total == 1 + opened + len(rows)


@settings(deadline=None, max_examples=150)
@given(
    sets=st.lists(
        st.fixed_dictionaries(
            {
                "set_type": st.sampled_from([None, 0, 1, 9]),
                "start_time": st.one_of(st.none(), st.integers(0, 2**32 - 1)),
                "duration": st.one_of(st.none(), st.integers(0, 4_000_000)),
                "repetitions": st.one_of(st.none(), st.integers(0, 65_535)),
                "weight": st.one_of(st.none(), st.integers(0, 4095)),
                "category": st.lists(st.integers(0, 65_535), min_size=1, max_size=3).map(tuple),
                "category_subtype": st.lists(st.integers(0, 65_535), max_size=3).map(tuple),
                "wkt_step_index": st.one_of(st.none(), st.integers(0, 65_535)),
            }
        ),
        max_size=6,
    )
)
def test_whatever_sets_hold_they_are_all_counted(
    read: Read, sets: list[dict[str, int | tuple[int, ...] | None]]
) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for one in sets:
        fit.add("set", **one)
    fit.add("session", start_time=START, sport=10, sub_sport=20, total_elapsed_time=300.0)
    items = read(fit.to_bytes())
    assert_sound(items)
    assert isinstance(items[-1], Tally)
    assert items[-1].total == 2 + len(sets)
    for session in (item for item in items if isinstance(item, StrengthSession)):
        assert all(one.exercise for one in session.sets)
