"""What a picture finds by looking near an instant is what it would find by looking everywhere."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, Quality
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import default_profile
from tl_analyzer.rules.tl305_desk_without_breaks import _from_the_last_break
from tl_analyzer.sitting.bouts import bouts
from tl_analyzer.sitting.seats import Seats
from tl_analyzer.sitting.sitting import MovedBy, Moving, Sitting

#: Gap to the stretch before and length. [s]
spans = st.lists(st.tuples(st.integers(0, 900), st.integers(1, 9000)), max_size=30)
instants = st.integers(0, 100_000)


def seats(spans: list[tuple[int, int]]) -> tuple[Sitting, ...]:
    line: list[Sitting] = []
    now = 0
    for gap, length in spans:
        start, now = now + gap, now + gap + length
        line.append(Sitting(start, now, "desk_slumped", 0.4, 0.9, Quality.B, "computer"))
    return tuple(line)


@pytest.fixture(scope="module")
def empty() -> Picture:
    as_of = datetime(2026, 11, 16, tzinfo=UTC)
    week = Week(date(2026, 11, 9), "UTC")
    profile = default_profile("a", "UTC")
    return picture_of(Log(), profile, week, as_of, parameter_set(), Recogniser())


@given(spans, instants, instants)
def test_sitting_between_two_instants(
    empty: Picture, spans: list[tuple[int, int]], one: int, other: int
) -> None:
    line, (start, end) = seats(spans), sorted((one, other))
    found = replace(empty, sitting=Seats.of(line)).seated_within(start, end)
    assert found == tuple(s for s in line if s.end > start and s.start < end)


@given(st.lists(st.tuples(instants, st.integers(0, 40_000)), max_size=12), instants, instants)
def test_movement_between_two_instants(
    empty: Picture, moves: list[tuple[int, int]], start: int, end: int
) -> None:
    moved = tuple(Moving(a, a + n, "walk", MovedBy.ACTIVITY) for a, n in sorted(moves))
    looked_at = replace(empty, moved=moved)
    assert looked_at.moved_between(start, end) == any(
        m.start < end and m.end > start for m in moved
    )


@given(spans, instants)
def test_bouts_after_an_instant_do_not_depend_on_what_the_last_break_parts_off(
    empty: Picture, spans: list[tuple[int, int]], ago: int
) -> None:
    start = empty.week.start
    begin = start - ago
    line = [s._replace(start=begin + s.start, end=begin + s.end) for s in seats(spans)]
    near = _from_the_last_break(replace(empty, sitting=Seats.of(line)), 0.5, 5.0)

    def begun(sat: list[Sitting]) -> list[tuple[float, float]]:
        found = bouts(sat, lambda a, b: False, (), 5.0)
        return [(b.start, b.end) for b in found if b.start >= start]

    assert begun(near) == begun(line)
