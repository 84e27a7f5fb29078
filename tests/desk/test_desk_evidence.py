"""The numbers of the package: documented as data, and each one used."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import fields, replace
from importlib.resources import files

import pytest

from tests.reading import Found
from tl_analyzer.log import Quality
from tl_analyzer.parsing.grades import Grade
from tl_desk import (
    ActivityWatchAdapter,
    CheckInAdapter,
    Evidence,
    Grades,
    Limits,
    PostureCsvAdapter,
    shipped_evidence,
)

Read = Callable[..., Found]

DIARY = "date,region,side,score,signs,note\n"
LOG = "start,end,posture\n"


def _watcher(*spans: tuple[str, float, float]) -> str:
    events = [
        {
            "timestamp": f"2026-03-{2 + int(start // 1440):02d}T"
            f"{int(start % 1440 // 60):02d}:{int(start % 60):02d}:00Z",
            "duration": (end - start) * 60,
            "data": {"status": status},
        }
        for status, start, end in spans
    ]
    return json.dumps({"buckets": {"a": {"id": "a", "type": "afkstatus", "events": events}}})


DAY = _watcher(
    ("not-afk", 0, 60),
    ("afk", 60, 64),
    ("not-afk", 64, 80),
    ("afk", 80, 90),
    ("not-afk", 90, 100),
    ("afk", 100, 140),
    ("not-afk", 200, 700),
)
GRADED: dict[str, tuple[type, str]] = {
    "posture_log": (PostureCsvAdapter, LOG + "2026-03-02 10:00,11:00,sit\n"),
} | dict.fromkeys(("active", "idle", "endless"), (ActivityWatchAdapter, DAY))
#: A value for each limit that changes what becomes of a sample.
LIMITED: dict[str, tuple[int, type, str]] = {
    "endless_s": (50_000, ActivityWatchAdapter, DAY),
    "seam_s": (3_600, ActivityWatchAdapter, DAY),
    "event_s": (3_000, ActivityWatchAdapter, DAY),
    "posture_s": (3_000, PostureCsvAdapter, LOG + "2026-03-02 10:00,11:00,sit\n"),
    "over_midnight_s": (3_000, PostureCsvAdapter, LOG + "2026-03-02 23:00,01:00,sit\n"),
    "first_year": (2027, CheckInAdapter, DIARY + "2026-03-02,lumbar,,3,,\n"),
    "last_year": (2025, ActivityWatchAdapter, DAY),
    "file_bytes": (10, CheckInAdapter, DIARY + "2026-03-02,lumbar,,3,,\n"),
    "export_bytes": (10, ActivityWatchAdapter, DAY),
    "events": (3, ActivityWatchAdapter, DAY),
    "hint_similarity": (100, CheckInAdapter, DIARY + "2026-03-02,lumber,,3,,\n"),
    "emergency_similarity": (100, CheckInAdapter, DIARY + "2026-03-02,,,3,sadle_numbness,\n"),
}


def outcome(read: Read, adapter: type, content: str, evidence: Evidence) -> Found:
    return read(adapter(evidence), content)


@pytest.mark.parametrize("name", [field.name for field in fields(Grades)])
def test_every_grade_is_used(read: Read, name: str) -> None:
    adapter, content = GRADED[name]
    shipped = shipped_evidence()
    other = Grade(0.123, Quality.D)
    changed = replace(shipped, grade=replace(shipped.grade, **{name: other}))
    before, _, _ = outcome(read, adapter, content, shipped)
    after, _, _ = outcome(read, adapter, content, changed)
    differing = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(differing) >= 1
    assert {(d.probability, d.quality) for d in differing if d.kind == "posture"} == {
        (other.probability, other.quality)
    }


@pytest.mark.parametrize("name", [field.name for field in fields(Limits)])
def test_every_limit_is_used(read: Read, name: str) -> None:
    value, adapter, content = LIMITED[name]
    shipped = shipped_evidence()
    changed = replace(shipped, limit=replace(shipped.limit, **{name: value}))
    assert outcome(read, adapter, content, shipped) == outcome(read, adapter, content, shipped)
    assert outcome(read, adapter, content, changed) != outcome(read, adapter, content, shipped)


def test_every_number_is_documented() -> None:
    table = tomllib.loads(files("tl_desk").joinpath("evidence.toml").read_text("utf-8"))
    for part in table.values():
        for name, entry in part.items():
            assert {"value", "unit", "reference", "note"} <= set(entry), name
            assert entry["reference"], name
            assert entry["note"].endswith("."), name


def test_doubted_input_is_worth_less_than_input() -> None:
    grade = shipped_evidence().grade
    steps = [grade.posture_log, grade.active, grade.idle, grade.endless]
    assert [step.probability for step in steps] == [0.9, 0.8, 0.5, 0.4]
