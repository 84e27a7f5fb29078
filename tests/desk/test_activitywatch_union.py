"""What several watchers saw counts once, however often it was written down."""

import random
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import Observation, Posture, PostureInterval

if TYPE_CHECKING:
    from tests.desk.conftest import ActivityWatch

ACTIVE, AFK = "not-afk", "afk"


def hours(intervals: list[PostureInterval], probability: float) -> float:
    return sum(i.minutes for i in intervals if i.probability == probability) / 60


def test_two_computers_stay_apart_without_their_names(aw: "ActivityWatch") -> None:
    first = aw.bucket([aw.event(ACTIVE, 0, 1800), aw.event(AFK, 1800, 5400)], "a")
    second = aw.bucket(
        [aw.event(AFK, 0, 1500), aw.event(ACTIVE, 1500, 3600), aw.event(AFK, 3600, 4200)], "b"
    )
    intervals, _, tally = aw.watched(aw.export(first, second))
    assert aw.outline(intervals) == [
        (0, 30, Posture.SITTING, 0.8),
        (0, 25, Posture.UNKNOWN, 0.5),
        (25, 60, Posture.SITTING, 0.8),
        (30, 90, Posture.UNKNOWN, 0.5),
        (60, 70, Posture.UNKNOWN, 0.5),
    ]
    assert {i.source for i in intervals} == {"computer activity (ActivityWatch)"}
    assert tally.read == 5


def test_synchronised_copies_and_growing_events_count_once(aw: "ActivityWatch") -> None:
    own = aw.bucket(
        [aw.event(ACTIVE, 0, 1800), aw.event(ACTIVE, 0, 900), aw.event(AFK, 1800, 1900)]
    )
    copy = {**own, "id": "aw-watcher-afk_pc-synced-from-pc"}
    once, _, _ = aw.watched(aw.export(own))
    twice, problems, tally = aw.watched(aw.export(own, copy))
    assert aw.outline(twice) == aw.outline(once)
    assert problems == []
    assert (tally.total, tally.read) == (6, 2)
    assert dict(tally.set_aside) == {"duplicate": 2, "shorter copy": 2}


def test_the_real_windows_export(aw: "ActivityWatch", corpus: Path) -> None:
    """71 events, 52 of them overlapping: 5.60 h of input as a sum, 5.58 h as a union."""
    content = (corpus / "desk/activitywatch/real_windows_afk_only.json").read_bytes()
    intervals, problems, tally = aw.watched(content)
    assert round(hours(intervals, 0.8), 2) == 5.58
    assert (tally.total, tally.refused, problems) == (71, 0, [])
    assert (intervals[-1].end - intervals[0].start.utc) / timedelta(hours=1) < 17.32
    assert sum(i.minutes for i in intervals) / 60 < 17.31
    assert round(hours(intervals, 0.5), 2) == 11.51


def test_the_real_server_with_two_hosts(aw: "ActivityWatch", corpus: Path) -> None:
    folder = corpus / "desk/activitywatch"
    plain, _, _ = aw.watched((folder / "awserver_0.12_export_two_hosts.json").read_bytes())
    again, _, tally = aw.watched(
        (folder / "awserver_0.12_export_after_dup_insert.json").read_bytes()
    )
    assert aw.outline(plain) == aw.outline(again)
    assert [(round(s), round(e), p) for s, e, _, p in aw.outline(plain)] == [
        (0, 40, 0.8),
        (0, 42, 0.5),
        (40, 55, 0.5),
        (42, 50, 0.8),
        (50, 60, 0.5),
        (55, 60, 0.8),
        (60, 70, 0.5),
    ]
    assert tally.total == tally.read + sum(n for _, n in tally.set_aside)


spans = st.tuples(
    st.sampled_from([ACTIVE, AFK]),
    st.integers(min_value=0, max_value=20_000),
    st.integers(min_value=0, max_value=5_000),
    st.sampled_from(["a", "b"]),
)


def exported(aw: "ActivityWatch", stated: list[tuple[str, int, int, str]]) -> str:
    hosts = sorted({host for *_, host in stated})
    return aw.export(
        *(
            aw.bucket([aw.event(s, at, at + n) for s, at, n, h in stated if h == host], host)
            for host in hosts
        )
    )


def covered(intervals: list[PostureInterval]) -> float:
    """Seconds that any of the intervals covers."""
    total, until = timedelta(0), None
    for interval in sorted(intervals, key=lambda i: i.start.utc):
        start = interval.start.utc if until is None else max(until, interval.start.utc)
        total += max(interval.end - start, timedelta(0))
        until = interval.end if until is None else max(until, interval.end)
    return total.total_seconds()


@given(st.lists(spans, min_size=1, max_size=15))
def test_input_is_the_union_and_never_more_than_the_span(
    aw: "ActivityWatch", stated: list[tuple[str, int, int, str]]
) -> None:
    intervals, _, tally = aw.watched(exported(aw, stated))
    assert tally.total == len(stated)
    seconds = {s for status, at, n, _ in stated if status == ACTIVE for s in range(at, at + n)}
    watching = {s for _, at, n, _ in stated for s in range(at, at + n)}
    active = covered([i for i in intervals if i.observation is Observation.COMPUTER_ACTIVE])
    everything = covered(intervals)
    # Holes of up to five seconds are closed: at most one after each event.
    assert len(seconds) - 1e-6 <= active <= len(seconds) + 5 * len(stated)
    assert len(watching) - 1e-6 <= everything <= len(watching) + 5 * len(stated)
    if intervals:
        first, last = min(watching), max(watching) + 1
        assert everything <= last - first + 1e-6
        assert intervals[0].start.utc == aw.morning + timedelta(seconds=first)
        assert max(i.end for i in intervals) == aw.morning + timedelta(seconds=last)


@given(st.lists(spans, min_size=1, max_size=15))
def test_intervals_of_one_computer_never_overlap(
    aw: "ActivityWatch", stated: list[tuple[str, int, int, str]]
) -> None:
    alone = [(status, at, n, "a") for status, at, n, _ in stated]
    intervals, _, _ = aw.watched(exported(aw, alone))
    assert all(a.end <= b.start.utc for a, b in pairwise(intervals))


@given(st.lists(spans, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(
    aw: "ActivityWatch", stated: list[tuple[str, int, int, str]], chance: random.Random
) -> None:
    once, _, _ = aw.watched(exported(aw, stated))
    shuffled = stated * 2
    chance.shuffle(shuffled)
    again, _, _ = aw.watched(exported(aw, shuffled))
    assert aw.outline(again) == aw.outline(once)
