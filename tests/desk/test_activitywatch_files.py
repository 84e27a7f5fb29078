"""ActivityWatch exports as files: their shapes, what is not read, and what is broken."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Entry, Posture, Problem, ProblemKind, Tally
from tl_desk import ActivityWatchAdapter

if TYPE_CHECKING:
    from tests.desk.conftest import ActivityWatch

Read = Callable[..., tuple[list[Entry], list[Problem], Tally]]
Event = dict[str, object]

ACTIVE, AFK = "not-afk", "afk"


def test_windows_and_web_pages_are_counted_and_not_read(aw: "ActivityWatch", read: Read) -> None:
    secret = "Diagnosis.pdf - https://example.org/?session=42"
    window = aw.bucket(
        [{"timestamp": "broken", "duration": -1, "data": {"app": "x", "title": secret}}] * 3,
        kind="currentwindow",
    ) | {"id": "w"}
    web = aw.bucket(
        [{"timestamp": 1, "data": {"url": secret, "events": [1]}}], kind="web.tab.current"
    )
    afk = aw.bucket([aw.event(ACTIVE, 0, 600)]) | {"id": "a"}
    content = aw.export(window, web | {"id": "t"}, afk)
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
def test_a_broken_event_costs_itself_alone(aw: "ActivityWatch", broken: Event, column: str) -> None:
    bad = aw.event(AFK, 0, 60) | broken
    intervals, (problem,), tally = aw.watched(aw.export(aw.bucket([aw.event(ACTIVE, 0, 600), bad])))
    assert aw.outline(intervals) == [(0, 10, Posture.SITTING, 0.8)]
    assert (problem.kind, problem.line, problem.column) == (ProblemKind.REFUSED, 2, column)
    assert (tally.read, tally.refused) == (1, 1)


def test_things_that_are_no_events(aw: "ActivityWatch") -> None:
    afk = {"type": "afkstatus", "events": [aw.event(ACTIVE, 0, 600), 7, None, [], {"x": 1}]}
    content = json.dumps({"buckets": {"a": afk}})
    intervals, problems, tally = aw.watched(content)
    assert len(intervals) == 1
    assert [p.line for p in problems] == [2, 3, 4, 5]
    assert tally.refused == 4


def test_clocks_without_a_zone_are_utc_and_said_once(aw: "ActivityWatch") -> None:
    events = [aw.event(ACTIVE, 0, 600), aw.event(ACTIVE, 900, 1200)]
    for item in events:
        item["timestamp"] = str(item["timestamp"]).removesuffix("+00:00")
    intervals, (problem,), _ = aw.watched(aw.export(aw.bucket(events)))
    assert aw.outline(intervals) == [
        (0, 10, Posture.SITTING, 0.8),
        (15, 20, Posture.SITTING, 0.8),
    ]
    assert (problem.kind, problem.code) == (ProblemKind.REPAIRED, "zone-assumed")


@pytest.mark.parametrize("stamp", ["2026-03-02T08:00:00Z", "2026-03-02T09:00:00.000000000+01:00"])
def test_stamps_of_both_servers(aw: "ActivityWatch", stamp: str) -> None:
    content = aw.export(aw.bucket([aw.event(ACTIVE, 0, 600) | {"timestamp": stamp, "id": 1}]))
    intervals, problems, _ = aw.watched(content)
    assert aw.outline(intervals) == [(0, 10, Posture.SITTING, 0.8)]
    assert problems == []


def test_an_event_without_length_and_a_sleeping_computer(aw: "ActivityWatch") -> None:
    bare: Event = {"timestamp": "2026-03-02T08:00Z", "data": {"status": ACTIVE}}
    events = [aw.event(ACTIVE, 0, 0), aw.event("hibernating", 0, 600), bare]
    intervals, _, tally = aw.watched(aw.export(aw.bucket(events)))
    assert intervals == []
    assert dict(tally.set_aside) == {"no length": 2, "computer asleep": 1}


@pytest.mark.parametrize("shape", ["object", "array", "bucket", "utf-16", "sorted", "same key"])
def test_shapes_of_export(
    aw: "ActivityWatch", desk_file: Callable[..., SourceFile], shape: str
) -> None:
    one = aw.bucket([aw.event(ACTIVE, 0, 600)])
    two = aw.bucket([aw.event(ACTIVE, 600, 1200)], "other") | {"id": "aw-watcher-afk_other"}
    shapes: dict[str, str | bytes] = {
        "object": aw.export(one, two),
        "array": json.dumps({"buckets": [one, two]}),
        "bucket": json.dumps(aw.bucket([aw.event(ACTIVE, 0, 1200)])),
        "utf-16": aw.export(one, two).encode("utf-16"),
        "sorted": json.dumps({"buckets": {"a": one, "b": two}}, sort_keys=True, indent=2),
        "same key": f'{{"buckets": {{"a": {json.dumps(one)}, "a": {json.dumps(two)}}}}}',
    }
    assert ActivityWatchAdapter().recognises(desk_file(shapes[shape]))
    intervals, problems, _ = aw.watched(shapes[shape])
    whole = [(0, 20)] if shape == "bucket" else [(0, 10), (10, 20)]
    assert aw.outline(intervals) == [(*span, Posture.SITTING, 0.8) for span in whole]
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
def test_broken_files_are_one_problem(aw: "ActivityWatch", content: bytes, code: str) -> None:
    intervals, (problem,), tally = aw.watched(content)
    assert (intervals, problem.code, tally.total) == ([], code, 0)


def test_an_export_that_breaks_off_keeps_what_stands_before(aw: "ActivityWatch") -> None:
    content = aw.export(aw.bucket([aw.event(ACTIVE, 0, 600), aw.event(AFK, 600, 900)]))
    cut = content[: content.rindex('"duration"')]
    intervals, (problem,), tally = aw.watched(cut)
    assert aw.outline(intervals) == [(0, 10, Posture.SITTING, 0.8)]
    assert (problem.kind, problem.code) == (ProblemKind.REFUSED, "json-broken")
    assert "before this place" in problem.hint
    assert (tally.total, tally.read, tally.refused) == (2, 1, 1)


def test_window_buckets_larger_than_a_chunk_are_passed_over(aw: "ActivityWatch") -> None:
    titles = [aw.event("x", n, n + 1) | {"data": {"title": "}]" * 200}} for n in range(3000)]
    window = aw.bucket(titles, kind="currentwindow") | {"id": "w"}
    afk = aw.bucket([aw.event(ACTIVE, 0, 600)])
    for sort_keys in (False, True):
        content = json.dumps({"buckets": {"w": window, "a": afk}}, sort_keys=sort_keys, indent=1)
        intervals, problems, tally = aw.watched(content)
        assert aw.outline(intervals) == [(0, 10, Posture.SITTING, 0.8)]
        assert (problems, dict(tally.set_aside)) == ([], {"bucket currentwindow": 3000})


def test_broken_json_names_its_place(aw: "ActivityWatch") -> None:
    _, (problem,), _ = aw.watched('{"buckets": {\n  "a": }}')
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
def test_exports_that_hold_nothing_say_so(aw: "ActivityWatch", content: str, code: str) -> None:
    intervals, problems, tally = aw.watched(content)
    assert (intervals, tally.total) == ([], 0)
    assert [(p.kind, p.code) for p in problems] == [(ProblemKind.NOTE, code)]


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(aw: "ActivityWatch", data: bytes) -> None:
    aw.watched(data)
    aw.watched(b'{"buckets": ' + data)


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
def test_any_json_is_accounted_for(aw: "ActivityWatch", value: object, other: object) -> None:
    aw.watched(json.dumps(value))
    aw.watched(json.dumps({"buckets": value}))
    afk = {"type": "afkstatus", "events": [value, other, {"timestamp": value, "data": other}]}
    aw.watched(json.dumps({"buckets": {"a": afk}}))
