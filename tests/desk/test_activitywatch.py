"""ActivityWatch exports: what a computer saw, once, however often it was written down."""

import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Entry, Posture, PostureInterval, Problem, ProblemKind, Quality, Tally
from tl_desk import ActivityWatchAdapter

Read = Callable[..., tuple[list[Entry], list[Problem], Tally]]
Event = dict[str, object]

MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
ACTIVE, AFK = "not-afk", "afk"


def event(status: str, start_s: float, end_s: float) -> Event:
    stamp = (MORNING + timedelta(seconds=start_s)).isoformat()
    return {"timestamp": stamp, "duration": end_s - start_s, "data": {"status": status}}


def bucket(events: list[Event], host: str = "pc", kind: str = "afkstatus") -> dict[str, object]:
    return {
        "id": f"aw-watcher-afk_{host}",
        "created": MORNING.isoformat(),
        "type": kind,
        "client": "aw-watcher-afk",
        "hostname": host,
        "events": events,
    }


def export(*buckets: dict[str, object]) -> str:
    return json.dumps({"buckets": {str(b["id"]): b for b in buckets}})


def watched(read: Read, content: str | bytes) -> tuple[list[PostureInterval], list[Problem], Tally]:
    entries, problems, tally = read(ActivityWatchAdapter(), content)
    intervals = [entry for entry in entries if isinstance(entry, PostureInterval)]
    assert len(intervals) == len(entries)
    for earlier, later in pairwise(intervals):
        assert earlier.end <= later.start.utc
    assert all(interval.minutes > 0 for interval in intervals)
    return intervals, problems, tally


def outline(intervals: list[PostureInterval]) -> list[tuple[float, float, Posture, float]]:
    """Start and end [min after 8:00 UTC], posture and probability."""
    return [
        (
            round((i.start.utc - MORNING) / timedelta(minutes=1), 3),
            round((i.end - MORNING) / timedelta(minutes=1), 3),
            i.posture,
            i.probability,
        )
        for i in intervals
    ]


def hours(intervals: list[PostureInterval], probability: float) -> float:
    return sum(i.minutes for i in intervals if i.probability == probability) / 60


def test_a_morning_with_pauses_of_each_kind(read: Read) -> None:
    minutes = [
        (ACTIVE, 0, 40),
        (AFK, 40, 44),
        (ACTIVE, 44, 60),
        (AFK, 60, 70),
        (ACTIVE, 70, 90),
        (AFK, 90, 120),
        (ACTIVE, 120, 130),
        # the computer is off
        (ACTIVE, 150, 160),
        (AFK, 160, 163),
    ]
    events = [event(status, start * 60, end * 60) for status, start, end in minutes]
    intervals, problems, tally = watched(read, export(bucket(events[::-1])))
    sitting, unknown = Posture.SITTING, Posture.UNKNOWN
    assert outline(intervals) == [
        (0, 40, sitting, 0.8),
        (40, 44, sitting, 0.7),
        (44, 60, sitting, 0.8),
        (60, 70, sitting, 0.45),
        (70, 90, sitting, 0.8),
        (90, 120, unknown, 0.5),
        (120, 130, sitting, 0.8),
        (150, 160, sitting, 0.8),
        (160, 163, unknown, 0.5),
    ]
    assert [i.quality for i in intervals[:4]] == [Quality.B, Quality.B, Quality.B, Quality.C]
    assert {i.source for i in intervals} == {"computer activity (ActivityWatch)"}
    assert {i.start.zone for i in intervals} == {"Europe/Berlin"}
    assert intervals[0].provenance.row == 9
    assert (problems, tally.unit, tally.total, tally.read) == ([], "event", 9, 9)


@pytest.mark.parametrize(
    ("pause_s", "posture", "probability"),
    [
        (300, Posture.SITTING, 0.7),
        (301, Posture.SITTING, 0.45),
        (900, Posture.SITTING, 0.45),
        (901, Posture.UNKNOWN, 0.5),
    ],
)
def test_pauses_at_their_limits_with_the_watchers_millisecond_seams(
    read: Read, pause_s: int, posture: Posture, probability: float
) -> None:
    events = [
        event(ACTIVE, 0, 1000),
        event(AFK, 1000.001, 1000 + pause_s),
        event(ACTIVE, 1000.001 + pause_s, 3000),
    ]
    intervals, _, _ = watched(read, export(bucket(events)))
    assert len(intervals) == 3
    assert (intervals[1].posture, intervals[1].probability) == (posture, probability)
    assert sum(i.minutes for i in intervals) == 50


@pytest.mark.parametrize(("length_h", "probability"), [(6, 0.8), (6.01, 0.4), (30, 0.4)])
def test_input_that_never_pauses_is_doubted(
    read: Read, length_h: float, probability: float
) -> None:
    intervals, _, _ = watched(read, export(bucket([event(ACTIVE, 0, length_h * 3600)])))
    assert [(i.posture, i.probability) for i in intervals] == [(Posture.SITTING, probability)]


def test_endless_input_pieced_together_from_many_events(read: Read) -> None:
    events = [event(ACTIVE, start, start + 1799.999) for start in range(0, 8 * 3600, 1800)]
    intervals, _, _ = watched(read, export(bucket(events)))
    assert outline(intervals) == [(0, 480, Posture.SITTING, 0.4)]


def test_a_media_computer_does_not_spoil_the_work_computer(read: Read) -> None:
    media = bucket([event(ACTIVE, 0, 10 * 3600)], "media")
    work = bucket([event(ACTIVE, 3600, 7200), event(AFK, 7200, 10800)], "work")
    intervals, _, _ = watched(read, export(media, work))
    assert outline(intervals) == [
        (0, 60, Posture.SITTING, 0.4),
        (60, 120, Posture.SITTING, 0.8),
        (120, 600, Posture.SITTING, 0.4),
    ]


def test_a_pause_beside_doubted_input_is_no_sitting(read: Read) -> None:
    events = [event(ACTIVE, 0, 7 * 3600), event(AFK, 25200, 25400), event(ACTIVE, 25400, 26000)]
    intervals, _, _ = watched(read, export(bucket(events)))
    assert [(i.posture, i.probability) for i in intervals] == [
        (Posture.SITTING, 0.4),
        (Posture.UNKNOWN, 0.5),
        (Posture.SITTING, 0.8),
    ]


def test_endless_input_is_seen_through_an_older_synchronised_copy(read: Read) -> None:
    early, late = event(ACTIVE, 0, 4 * 3600), event(ACTIVE, 4 * 3600, 8 * 3600)
    copy = bucket([early]) | {"id": "aw-watcher-afk_pc-synced-from-pc"}
    intervals, _, _ = watched(read, export(copy, bucket([early, late])))
    assert outline(intervals) == [(0, 480, Posture.SITTING, 0.4)]


def test_two_computers_are_united(read: Read) -> None:
    first = bucket([event(ACTIVE, 0, 1800), event(AFK, 1800, 5400)], "a")
    second = bucket([event(AFK, 0, 1500), event(ACTIVE, 1500, 3600), event(AFK, 3600, 4200)], "b")
    intervals, _, tally = watched(read, export(first, second))
    assert outline(intervals) == [
        (0, 60, Posture.SITTING, 0.8),
        (60, 90, Posture.UNKNOWN, 0.5),
    ]
    assert tally.read == 5


def test_synchronised_copies_and_growing_events_count_once(read: Read) -> None:
    own = bucket([event(ACTIVE, 0, 1800), event(ACTIVE, 0, 900), event(AFK, 1800, 1900)])
    copy = {**own, "id": "aw-watcher-afk_pc-synced-from-pc"}
    once, _, _ = watched(read, export(own))
    twice, problems, tally = watched(read, export(own, copy))
    assert outline(twice) == outline(once)
    assert problems == []
    assert (tally.total, tally.read) == (6, 2)
    assert dict(tally.set_aside) == {"duplicate": 2, "shorter copy": 2}


def test_input_wins_over_a_contradicting_pause(read: Read) -> None:
    events = [event(ACTIVE, 0, 2400), event(AFK, 300, 3000), event(ACTIVE, 3000, 3600)]
    intervals, _, _ = watched(read, export(bucket(events)))
    assert outline(intervals) == [
        (0, 40, Posture.SITTING, 0.8),
        (40, 50, Posture.SITTING, 0.45),
        (50, 60, Posture.SITTING, 0.8),
    ]


def test_windows_and_web_pages_are_counted_and_not_read(read: Read) -> None:
    secret = "Diagnosis.pdf - https://example.org/?session=42"
    window = bucket(
        [{"timestamp": "broken", "duration": -1, "data": {"app": "x", "title": secret}}] * 3,
        kind="currentwindow",
    ) | {"id": "w"}
    web = bucket([{"timestamp": 1, "data": {"url": secret, "events": [1]}}], kind="web.tab.current")
    afk = bucket([event(ACTIVE, 0, 600)]) | {"id": "a"}
    content = export(window, web | {"id": "t"}, afk)
    entries, problems, tally = read(ActivityWatchAdapter(), content)
    assert secret not in repr((entries, problems, tally))
    assert len(entries) == 1
    assert entries[0].provenance.row == 5
    assert problems == []
    assert dict(tally.set_aside) == {"bucket currentwindow": 3, "bucket web.tab.current": 1}


@pytest.mark.parametrize(
    ("broken", "column"),
    [
        ({"duration": -5}, "duration"),
        ({"duration": float("nan")}, "duration"),
        ({"duration": float("inf")}, "duration"),
        ({"duration": 10**400}, "duration"),
        ({"duration": 32 * 86400}, "duration"),
        ({"duration": "60"}, "duration"),
        ({"duration": True}, "duration"),
        ({"duration": None}, "duration"),
        ({"timestamp": "yesterday"}, "timestamp"),
        ({"timestamp": 1772438400}, "timestamp"),
        ({"timestamp": "0001-01-01T00:00:00+14:00"}, "timestamp"),
        ({"timestamp": "9999-12-31T23:59:59-14:00"}, "timestamp"),
        ({"timestamp": "1970-01-01T00:00:00Z"}, "timestamp"),
        ({"data": {"status": "lunch"}}, "data.status"),
        ({"data": {"status": ["afk"]}}, "data.status"),
        ({"data": None}, "data.status"),
    ],
)
def test_a_broken_event_costs_itself_alone(read: Read, broken: Event, column: str) -> None:
    bad = event(AFK, 0, 60) | broken
    intervals, (problem,), tally = watched(read, export(bucket([event(ACTIVE, 0, 600), bad])))
    assert outline(intervals) == [(0, 10, Posture.SITTING, 0.8)]
    assert (problem.kind, problem.line, problem.column) == (ProblemKind.REFUSED, 2, column)
    assert (tally.read, tally.refused) == (1, 1)


def test_things_that_are_no_events(read: Read) -> None:
    afk = {"type": "afkstatus", "events": [event(ACTIVE, 0, 600), 7, None, [], {"x": 1}]}
    content = json.dumps({"buckets": {"a": afk}})
    intervals, problems, tally = watched(read, content)
    assert len(intervals) == 1
    assert [p.line for p in problems] == [2, 3, 4, 5]
    assert tally.refused == 4


def test_clocks_without_a_zone_are_utc_and_said_once(read: Read) -> None:
    events = [event(ACTIVE, 0, 600), event(ACTIVE, 900, 1200)]
    for item in events:
        item["timestamp"] = str(item["timestamp"]).removesuffix("+00:00")
    intervals, (problem,), _ = watched(read, export(bucket(events)))
    assert outline(intervals) == [
        (0, 10, Posture.SITTING, 0.8),
        (15, 20, Posture.SITTING, 0.8),
    ]
    assert (problem.kind, problem.code) == (ProblemKind.REPAIRED, "zone-assumed")


@pytest.mark.parametrize("stamp", ["2026-03-02T08:00:00Z", "2026-03-02T09:00:00.000000000+01:00"])
def test_stamps_of_both_servers(read: Read, stamp: str) -> None:
    content = export(bucket([event(ACTIVE, 0, 600) | {"timestamp": stamp, "id": 1}]))
    intervals, problems, _ = watched(read, content)
    assert outline(intervals) == [(0, 10, Posture.SITTING, 0.8)]
    assert problems == []


def test_an_event_without_length_and_a_sleeping_computer(read: Read) -> None:
    bare: Event = {"timestamp": "2026-03-02T08:00Z", "data": {"status": ACTIVE}}
    events = [event(ACTIVE, 0, 0), event("hibernating", 0, 600), bare]
    intervals, _, tally = watched(read, export(bucket(events)))
    assert intervals == []
    assert dict(tally.set_aside) == {"no length": 2, "computer asleep": 1}


@pytest.mark.parametrize("shape", ["object", "array", "bucket", "utf-16", "sorted", "same key"])
def test_shapes_of_export(read: Read, desk_file: Callable[..., SourceFile], shape: str) -> None:
    one = bucket([event(ACTIVE, 0, 600)])
    two = bucket([event(ACTIVE, 600, 1200)], "other") | {"id": "aw-watcher-afk_other"}
    shapes: dict[str, str | bytes] = {
        "object": export(one, two),
        "array": json.dumps({"buckets": [one, two]}),
        "bucket": json.dumps(bucket([event(ACTIVE, 0, 1200)])),
        "utf-16": export(one, two).encode("utf-16"),
        "sorted": json.dumps({"buckets": {"a": one, "b": two}}, sort_keys=True, indent=2),
        "same key": f'{{"buckets": {{"a": {json.dumps(one)}, "a": {json.dumps(two)}}}}}',
    }
    assert ActivityWatchAdapter().recognises(desk_file(shapes[shape]))
    intervals, problems, _ = watched(read, shapes[shape])
    assert outline(intervals) == [(0, 20, Posture.SITTING, 0.8)]
    assert problems == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"buckets": {"a": {"id": "a", "type": "afkstatus", "events": [{"time', "json-broken"),
        (b'{"buckets": ' + b"[" * 200_000, "json-too-deep"),
        (b'{"buckets": {"a": ' + b"9" * 5000 + b"}}", "json-broken"),
        (b'{"buckets": 5}', "export-without-buckets"),
        (b"[]", "export-without-buckets"),
        (b"", "json-broken"),
    ],
)
def test_broken_files_are_one_problem(read: Read, content: bytes, code: str) -> None:
    intervals, (problem,), tally = watched(read, content)
    assert (intervals, problem.code, tally.total) == ([], code, 0)


def test_broken_json_names_its_place(read: Read) -> None:
    _, (problem,), _ = watched(read, '{"buckets": {\n  "a": }}')
    assert (problem.line, problem.column) == (2, "8")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"buckets": {"a": {"id": "a", "type": "afkstatus"}}}', "bucket-without-events"),
        (
            '{"buckets": {"a": {"id": "a", "type": "afkstatus", "events": {}}}}',
            "bucket-without-events",
        ),
        ('{"buckets": {}}', "no-afk-bucket"),
    ],
)
def test_exports_that_hold_nothing_say_so(read: Read, content: str, code: str) -> None:
    intervals, problems, tally = watched(read, content)
    assert (intervals, tally.total) == ([], 0)
    assert [(p.kind, p.code) for p in problems] == [(ProblemKind.NOTE, code)]


def test_the_real_windows_export(read: Read, corpus: Path) -> None:
    """71 events, 52 of them overlapping: 5.60 h of input as a sum, 5.58 h as a union."""
    content = (corpus / "desk/activitywatch/real_windows_afk_only.json").read_bytes()
    intervals, problems, tally = watched(read, content)
    assert round(hours(intervals, 0.8), 2) == 5.58
    assert (tally.total, tally.refused, problems) == (71, 0, [])
    assert (intervals[-1].end - intervals[0].start.utc) / timedelta(hours=1) < 17.32
    assert sum(i.minutes for i in intervals) / 60 < 17.31


def test_the_real_server_with_two_hosts(read: Read, corpus: Path) -> None:
    folder = corpus / "desk/activitywatch"
    plain, _, _ = watched(read, (folder / "awserver_0.12_export_two_hosts.json").read_bytes())
    again, _, tally = watched(
        read, (folder / "awserver_0.12_export_after_dup_insert.json").read_bytes()
    )
    assert outline(plain) == outline(again)
    assert [(round(s), round(e), p) for s, e, _, p in outline(plain)] == [
        (0, 40, 0.8),
        (40, 42, 0.7),
        (42, 50, 0.8),
        (50, 55, 0.45),
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


def exported(stated: list[tuple[str, int, int, str]]) -> str:
    hosts = sorted({host for *_, host in stated})
    return export(
        *(
            bucket([event(s, at, at + n) for s, at, n, h in stated if h == host], host)
            for host in hosts
        )
    )


@given(st.lists(spans, min_size=1, max_size=15))
def test_input_is_the_union_and_never_more_than_the_span(
    read: Read, stated: list[tuple[str, int, int, str]]
) -> None:
    intervals, _, tally = watched(read, exported(stated))
    assert tally.total == len(stated)
    seconds = {s for status, at, n, _ in stated if status == ACTIVE for s in range(at, at + n)}
    watching = {s for _, at, n, _ in stated for s in range(at, at + n)}
    active = sum(i.minutes for i in intervals if i.probability in (0.8, 0.4)) * 60
    everything = sum(i.minutes for i in intervals) * 60
    # Holes of up to five seconds are closed: at most one after each event.
    assert len(seconds) - 1e-6 <= active <= len(seconds) + 5 * len(stated)
    assert len(watching) - 1e-6 <= everything <= len(watching) + 5 * len(stated)
    if intervals:
        first, last = min(watching), max(watching) + 1
        assert everything <= last - first + 1e-6
        assert intervals[0].start.utc == MORNING + timedelta(seconds=first)
        assert intervals[-1].end == MORNING + timedelta(seconds=last)


@given(st.lists(spans, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(
    read: Read, stated: list[tuple[str, int, int, str]], chance: random.Random
) -> None:
    once, _, _ = watched(read, exported(stated))
    shuffled = stated * 2
    chance.shuffle(shuffled)
    again, _, _ = watched(read, exported(shuffled))
    assert outline(again) == outline(once)


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(read: Read, data: bytes) -> None:
    watched(read, data)
    watched(read, b'{"buckets": ' + data)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["buckets", "events", "timestamp", "duration", "data", "type", "status"]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values, json_values)
def test_any_json_is_accounted_for(read: Read, value: object, other: object) -> None:
    watched(read, json.dumps(value))
    watched(read, json.dumps({"buckets": value}))
    afk = {"type": "afkstatus", "events": [value, other, {"timestamp": value, "data": other}]}
    watched(read, json.dumps({"buckets": {"a": afk}}))


def test_a_night_of_summer_time_change_is_as_long_as_it_was(read: Read) -> None:
    start = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    item = {"timestamp": start.isoformat(), "duration": 7200, "data": {"status": ACTIVE}}
    (interval,), _, _ = watched(read, export(bucket([item])))
    assert interval.minutes == 120
    assert f"{interval.start.local:%H:%M}" == "02:00"
    assert f"{interval.end.astimezone(interval.start.local.tzinfo):%H:%M}" == "03:00"
