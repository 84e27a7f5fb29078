"""Columns of spans, of sitting and of a flexion line say what their parts say one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.load.flexion_line import flexion_line
from tl_analyzer.load.ride_exposure import FlexedBout
from tl_analyzer.local_days import day_at
from tl_analyzer.log import Quality
from tl_analyzer.plugins import parameter_set
from tl_analyzer.sitting.day_columns import days_of
from tl_analyzer.sitting.seats import Seats, packed
from tl_analyzer.sitting.sitting import Sitting
from tl_analyzer.sitting.span_columns import Spans, outside, united
from tl_analyzer.sitting.spans import Span, subtract, union

Edges = list[tuple[float, float]]

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(-2, 20)).map(
        lambda s: (float(s[0]), float(s[0] + s[1]))
    ),
    max_size=20,
)


def columns(edges: Edges) -> Spans:
    return Spans(*np.array(edges, dtype=np.float64).reshape(-1, 2).T)


def pairs(found: Spans) -> Edges:
    return list(zip(found.start.tolist(), found.end.tolist(), strict=True))


@given(spans, st.sampled_from([0.0, 1.0, 5.0]))
def test_spans_unite_as_one_by_one(edges: Edges, seam: float) -> None:
    assert pairs(united(*columns(edges), seam)) == union(edges, seam)


@given(spans, spans)
def test_what_is_left_of_many_spans_is_what_is_left_of_each(some: Edges, taken: Edges) -> None:
    apart = union(taken)
    found = outside(*columns(some), columns([*apart]))
    left = [(n, piece) for n, span in enumerate(some) for piece in subtract(Span(*span), apart)]
    pieces = pairs(Spans(found.start, found.end))
    assert list(zip(found.of.tolist(), pieces, strict=True)) == left


@given(
    st.sampled_from(["Europe/Berlin", "Asia/Beirut", "Pacific/Apia", "America/New_York"]),
    st.lists(st.integers(1_200_000_000, 1_900_000_000), max_size=5),
)
def test_days_of_instants_are_those_of_each(zone: str, instants: list[int]) -> None:
    found = days_of(np.array(instants, dtype=np.float64), zone)
    assert found.tolist() == [day_at(instant, zone) for instant in instants]


def sat(start: float, end: float, number: int) -> Sitting:
    probability = (0.3, 0.9)[number % 2]
    return Sitting(start, end, "desk_slumped", 0.4, probability, Quality.B, "computer", number > 3)


@given(spans, st.integers(-5, 90), st.integers(0, 40))
def test_sitting_unpacks_to_what_was_packed(edges: Edges, begin: int, length: int) -> None:
    line = tuple(sat(*span, n) for n, span in enumerate(union(edges)))
    seats = packed(line)
    assert packed(seats) is seats
    assert seats == line
    assert [seats[n] for n in range(len(line))] == list(line)
    assert seats[-len(line) :] == line
    within = seats[seats.between(begin, begin + length)]
    assert within == tuple(s for s in line if s.end > begin and s.start < begin + length)


@given(spans)
def test_a_line_of_flexion_has_no_overlap_and_leaves_nothing_out(edges: Edges) -> None:
    """What begins first holds to its end; improbable sitting is none."""
    line = [sat(*span, 2 * (n % 2) + 1) for n, span in enumerate(sorted(edges))]
    doubtful = [sat(200.0, 300.0, 0)]
    found = flexion_line(Seats.of([*line, *doubtful]), (), parameter_set()).bouts()
    expected: list[FlexedBout] = []
    until = -np.inf
    for start, end in sorted(edges):
        if max(start, until) < end:
            expected.append(FlexedBout(max(start, until), end, 0.4))
            until = end
    assert found == expected
