"""The numbers of the package: documented as data, and each one used."""

import tomllib
from dataclasses import fields, replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.log import Quality
from tl_analyzer.parsing.grades import Grade
from tl_worktime import (
    ActiMotusAdapter,
    ActivpalAdapter,
    ActivpalSleepAdapter,
    DeskHeightAdapter,
    Grades,
    Limits,
    RescueTimeAdapter,
    TogglAdapter,
    WakaTimeAdapter,
    WindowsLockAdapter,
    shipped_evidence,
)
from tl_worktime.vocabulary import vocabulary

if TYPE_CHECKING:
    from tests.worktime.conftest import Read

GOLDENS = Path(__file__).parent.parent / "goldens"
NIGHT = (
    '"Time","DataCount (samples)","Interval (s)","ActivityCode (0=sedentary)"\n'
    "46146.375,0,14400,0\n46146.5417361111,0,60,1\n"
)


def sample(name: str) -> str:
    return (GOLDENS / name).read_text("utf-8")


GRADED: dict[str, tuple[type, str]] = {
    "sensor": (ActivpalAdapter, "activpal/dialect_b_Events.csv"),
    "sensor_long": (ActivpalAdapter, NIGHT),
    "sleep_diary": (ActivpalSleepAdapter, "activpal-sleep/Sleep.csv"),
    "desk_height": (DeskHeightAdapter, "desk-height/history.csv"),
    "heartbeats": (WakaTimeAdapter, "wakatime/dump.json"),
    "bucket": (RescueTimeAdapter, "rescuetime/by_minute.csv"),
    "unlocked": (WindowsLockAdapter, "windows-lock/events.csv"),
    "endless": (WindowsLockAdapter, "windows-lock/events.csv"),
    "locked": (WindowsLockAdapter, "windows-lock/events.csv"),
    "timer": (TogglAdapter, "toggl/detailed.csv"),
}
#: A value for each limit that changes what becomes of a sample.
LIMITED: dict[str, tuple[int, type, str]] = {
    "timer_s": (1000, TogglAdapter, "toggl/detailed.csv"),
    "duration_tolerance_s": (-1, TogglAdapter, "toggl/detailed.csv"),
    "bucket_s": (600, RescueTimeAdapter, "rescuetime/by_minute.csv"),
    "heartbeat_gap_s": (5000, WakaTimeAdapter, "wakatime/dump.json"),
    "endless_s": (50_000, WindowsLockAdapter, "windows-lock/events.csv"),
    "standing_cm": (120, DeskHeightAdapter, "desk-height/history.csv"),
    "moving_s": (1, DeskHeightAdapter, "desk-height/history.csv"),
    "still_cm": (0, DeskHeightAdapter, "desk-height/history.csv"),
    "sensor_long_s": (50_000, ActivpalAdapter, NIGHT),
    "event_s": (500, ActivpalAdapter, NIGHT),
    "seam_s": (5000, ActivpalAdapter, "activpal/dialect_b_Events.csv"),
    "table_gap_s": (5000, ActiMotusAdapter, "acti-motus/seconds.csv"),
    "sleep_s": (1000, ActivpalSleepAdapter, "activpal-sleep/Sleep.csv"),
    "held": (1, WakaTimeAdapter, "wakatime/dump.json"),
    "first_year": (2027, TogglAdapter, "toggl/detailed.csv"),
    "last_year": (2025, TogglAdapter, "toggl/detailed.csv"),
    "file_bytes": (10, TogglAdapter, "toggl/detailed.csv"),
}


def content_of(name: str) -> str:
    return name if "\n" in name else sample(name)


@pytest.mark.parametrize("name", [field.name for field in fields(Grades)])
def test_every_grade_is_used(read: "Read", name: str) -> None:
    adapter, content = GRADED[name]
    shipped = shipped_evidence()
    changed = replace(shipped, grade=replace(shipped.grade, **{name: Grade(0.1, Quality.D)}))
    before = read(adapter(shipped), content_of(content)).intervals
    after = read(adapter(changed), content_of(content)).intervals
    differing = [new for old, new in zip(before, after, strict=True) if old != new]
    assert differing
    assert {interval.quality for interval in differing} == {Quality.D}
    assert max(interval.probability for interval in differing) <= 0.1


@pytest.mark.parametrize("name", [field.name for field in fields(Limits)])
def test_every_limit_is_used(read: "Read", name: str) -> None:
    value, adapter, content = LIMITED[name]
    shipped = shipped_evidence()
    changed = replace(shipped, limit=replace(shipped.limit, **{name: value}))
    before = read(adapter(shipped), content_of(content))
    assert read(adapter(changed), content_of(content)) != before


def test_every_number_is_documented() -> None:
    table = tomllib.loads(files("tl_worktime").joinpath("evidence.toml").read_text("utf-8"))
    for part in table.values():
        for name, entry in part.items():
            assert {"value", "unit", "reference", "note"} <= set(entry), name
            assert entry["note"].endswith("."), name


def test_ranges_of_heights_do_not_meet() -> None:
    units = vocabulary().desk_height.unit
    assert all(a.most < b.least for a, b in pairwise(units))
