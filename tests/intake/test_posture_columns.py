"""Packed intervals of posture are the intervals that went in."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import (
    Clock,
    Log,
    Observation,
    Posture,
    PostureInterval,
    PosturePacker,
    Postures,
    Provenance,
    Quality,
    SittingStyle,
    When,
)

START = datetime(2026, 11, 12, tzinfo=UTC)

intervals = st.builds(
    lambda begin, length, row, digest, **rest: PostureInterval(
        start=When(
            utc=START + timedelta(microseconds=begin), zone="Europe/Berlin", clock=Clock.LOCAL
        ),
        end=START + timedelta(microseconds=begin + length),
        provenance=Provenance(adapter="a", file=f"{digest}.csv", digest=digest, row=row),
        **rest,
    ),
    begin=st.integers(-(10**15), 10**12),
    length=st.integers(0, 10**11),
    row=st.none() | st.integers(1, 10**6),
    digest=st.sampled_from("ab"),
    posture=st.sampled_from(Posture),
    probability=st.floats(0, 1),
    quality=st.sampled_from(Quality),
    observation=st.sampled_from(Observation),
    style=st.none() | st.sampled_from(SittingStyle),
    source=st.sampled_from(["watch", "computer"]),
)


@given(st.lists(intervals, max_size=20))
def test_what_was_packed_comes_out_again(held: list[PostureInterval]) -> None:
    packed = Postures(held)
    assert list(packed) == held
    assert packed == Postures(held)
    assert len(Log(postures=tuple(held)).postures) == len(held)


@given(st.lists(intervals, max_size=20))
def test_the_order_of_packing_has_no_effect(held: list[PostureInterval]) -> None:
    forward = PosturePacker(held).once()
    backward = PosturePacker(reversed(held)).once()
    assert sorted(map(repr, forward)) == sorted(map(repr, backward))
    starts = [each.start.utc for each in forward]
    assert starts == sorted(starts)


@given(st.lists(intervals, max_size=12))
def test_a_second_file_with_the_same_intervals_adds_none(held: list[PostureInterval]) -> None:
    first = [e.model_copy(update={"provenance": _from(e, "a")}) for e in held]
    second = [e.model_copy(update={"provenance": _from(e, "b")}) for e in held]
    assert len(PosturePacker([*first, *second]).once()) == len(held)


def _from(interval: PostureInterval, digest: str) -> Provenance:
    return interval.provenance.model_copy(update={"digest": digest})


def test_equal_intervals_of_one_file_all_stay() -> None:
    one = PostureInterval(
        start=When(utc=START, zone="UTC"),
        end=START + timedelta(minutes=5),
        posture=Posture.SITTING,
        probability=0.8,
        quality=Quality.B,
        source="watch",
        provenance=Provenance(adapter="a", file="a.csv", digest="a", row=1),
    )
    assert len(PosturePacker([one, one]).once()) == 2
