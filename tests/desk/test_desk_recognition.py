"""Which files the adapters claim, and that they leave all others alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.adapter import HEAD_BYTES, Adapter, SourceFile
from tl_desk import ActivityWatchAdapter, CheckInAdapter, PostureCsvAdapter

if TYPE_CHECKING:
    from tests.conftest import ClaimedBy

ADAPTERS: tuple[Adapter, ...] = (CheckInAdapter(), PostureCsvAdapter(), ActivityWatchAdapter())

AW = ["activitywatch"]
DeskFile = Callable[..., SourceFile]


def claimants(file: SourceFile) -> list[str]:
    return [adapter.name for adapter in ADAPTERS if adapter.recognises(file)]


def test_no_other_file_of_the_corpus_is_claimed(claimed_by: "ClaimedBy") -> None:
    assert claimed_by(ADAPTERS) == {
        "desk/activitywatch/awserver_0.12_export_after_dup_insert.json": ["activitywatch"],
        "desk/activitywatch/awserver_0.12_export_two_hosts.json": ["activitywatch"],
        "desk/activitywatch/real_windows_afk_only.json": ["activitywatch"],
        "desk/profile/example_sitting_log.csv": ["posture-csv"],
    }


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("date,region,side,score,signs,note\n", ["check-ins"]),
        ("DATE;Score;Signs\n", ["check-ins"]),
        ("date,region,amount\n", []),
        ("date,score\n", []),
        ("region,score,signs\n", []),
        ("\n\nstart\tend\tposture\n", ["posture-csv"]),
        ("start,end,project\n", []),
        ("date,region,score,start,end\n", ["check-ins"]),
        ("notes about\ndate,region,side,score,signs,note\n", []),
        ('{"buckets": {}}', ["activitywatch"]),
        ('{"aggregations": {"days": {"buckets": [{"key": 1, "doc_count": 2}]}}}', []),
        ('{"buckets": [{"key": "a", "doc_count": 2, "type": "terms"}]}', []),
        ('{"took": 3, "buckets": [{"id": 1, "created": 2, "events": 3}]}', []),
        ('{"version": 1, "buckets": [{"id": "", "type": "", "client": "", "hostname": ""}]}', AW),
        ('{"id": "a", "created": "", "type": "afkstatus", "client": "", "events": [', AW),
        ('{"id": "a", "created": "", "type": "currentwindow", "client": "", "events": [', []),
        ('["buckets"]', []),
        ('{"timestamp": "2026-03-02T08:00:00Z", "data": {"status": "afk"}}', []),
        ("", []),
        ("\x00\x01\x02", []),
    ],
)
def test_heads(desk_file: DeskFile, content: str, names: list[str]) -> None:
    assert claimants(desk_file(content)) == names


def test_a_head_cut_within_a_character(desk_file: DeskFile) -> None:
    header = "date,region,side,score,signs,note\n"
    filler = "ä" * HEAD_BYTES
    file = desk_file(header + "x" + filler)
    assert claimants(file) == ["check-ins"]


def test_a_hostile_head_is_judged_quickly(desk_file: DeskFile) -> None:
    for content in ('{"a":"b",' * 8000, '{"' + "\\" * 65000, "{" + " " * 65000, '"' * 65000):
        assert claimants(desk_file(content)) == []
