"""Input of a computer and time without: raw evidence, without a verdict on pauses."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.log import Observation, Posture, Quality

if TYPE_CHECKING:
    from tests.desk.conftest import ActivityWatch

ACTIVE, AFK = "not-afk", "afk"
IN_USE, IDLE = Observation.COMPUTER_ACTIVE, Observation.COMPUTER_IDLE


def test_a_morning_with_pauses_of_each_kind(aw: "ActivityWatch") -> None:
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
    events = [aw.event(status, start * 60, end * 60) for status, start, end in minutes]
    intervals, problems, tally = aw.watched(aw.export(aw.bucket(events[::-1])))
    sitting, unknown = Posture.SITTING, Posture.UNKNOWN
    assert aw.outline(intervals) == [
        (0, 40, sitting, 0.8),
        (40, 44, unknown, 0.5),
        (44, 60, sitting, 0.8),
        (60, 70, unknown, 0.5),
        (70, 90, sitting, 0.8),
        (90, 120, unknown, 0.5),
        (120, 130, sitting, 0.8),
        (150, 160, sitting, 0.8),
        (160, 163, unknown, 0.5),
    ]
    assert {(i.posture, i.observation, i.quality) for i in intervals} == {
        (sitting, IN_USE, Quality.B),
        (unknown, IDLE, Quality.C),
    }
    assert {i.source for i in intervals} == {"computer activity (ActivityWatch)"}
    assert {i.start.zone for i in intervals} == {"Europe/Berlin"}
    assert intervals[0].provenance.row == 9
    assert (problems, tally.unit, tally.total, tally.read) == ([], "event", 9, 9)


@pytest.mark.parametrize("pause_s", [300, 301, 900, 901])
def test_the_watchers_millisecond_seams_are_closed(aw: "ActivityWatch", pause_s: int) -> None:
    events = [
        aw.event(ACTIVE, 0, 1000),
        aw.event(AFK, 1000.001, 1000 + pause_s),
        aw.event(ACTIVE, 1000.001 + pause_s, 3000),
    ]
    intervals, _, _ = aw.watched(aw.export(aw.bucket(events)))
    assert [i.observation for i in intervals] == [IN_USE, IDLE, IN_USE]
    assert sum(i.minutes for i in intervals) == 50


def test_input_wins_over_a_contradicting_pause(aw: "ActivityWatch") -> None:
    events = [aw.event(ACTIVE, 0, 2400), aw.event(AFK, 300, 3000), aw.event(ACTIVE, 3000, 3600)]
    intervals, _, _ = aw.watched(aw.export(aw.bucket(events)))
    assert aw.outline(intervals) == [
        (0, 40, Posture.SITTING, 0.8),
        (40, 50, Posture.UNKNOWN, 0.5),
        (50, 60, Posture.SITTING, 0.8),
    ]


@pytest.mark.parametrize(("length_h", "probability"), [(6, 0.8), (6.01, 0.4), (30, 0.4)])
def test_input_that_never_pauses_is_doubted(
    aw: "ActivityWatch", length_h: float, probability: float
) -> None:
    intervals, _, _ = aw.watched(aw.export(aw.bucket([aw.event(ACTIVE, 0, length_h * 3600)])))
    assert [(i.posture, i.probability) for i in intervals] == [(Posture.SITTING, probability)]


def test_endless_input_pieced_together_from_many_events(aw: "ActivityWatch") -> None:
    events = [aw.event(ACTIVE, start, start + 1799.999) for start in range(0, 8 * 3600, 1800)]
    intervals, _, _ = aw.watched(aw.export(aw.bucket(events)))
    assert aw.outline(intervals) == [(0, 480, Posture.SITTING, 0.4)]


def test_a_media_computer_does_not_spoil_the_work_computer(aw: "ActivityWatch") -> None:
    media = aw.bucket([aw.event(ACTIVE, 0, 10 * 3600)], "media")
    work = aw.bucket([aw.event(ACTIVE, 3600, 7200), aw.event(AFK, 7200, 10800)], "work")
    intervals, _, _ = aw.watched(aw.export(media, work))
    assert aw.outline(intervals) == [
        (0, 600, Posture.SITTING, 0.4),
        (60, 120, Posture.SITTING, 0.8),
        (120, 180, Posture.UNKNOWN, 0.5),
    ]


def test_doubted_input_ends_where_a_pause_begins(aw: "ActivityWatch") -> None:
    events = [
        aw.event(ACTIVE, 0, 7 * 3600),
        aw.event(AFK, 25200, 25400),
        aw.event(ACTIVE, 25400, 26000),
    ]
    intervals, _, _ = aw.watched(aw.export(aw.bucket(events)))
    assert [(i.posture, i.probability) for i in intervals] == [
        (Posture.SITTING, 0.4),
        (Posture.UNKNOWN, 0.5),
        (Posture.SITTING, 0.8),
    ]


def test_endless_input_is_seen_through_an_older_synchronised_copy(aw: "ActivityWatch") -> None:
    early, late = aw.event(ACTIVE, 0, 4 * 3600), aw.event(ACTIVE, 4 * 3600, 8 * 3600)
    copy = aw.bucket([early]) | {"id": "aw-watcher-afk_pc-synced-from-pc"}
    intervals, _, _ = aw.watched(aw.export(copy, aw.bucket([early, late])))
    assert aw.outline(intervals) == [(0, 480, Posture.SITTING, 0.4)]


def test_a_night_of_summer_time_change_is_as_long_as_it_was(aw: "ActivityWatch") -> None:
    start = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    item = {"timestamp": start.isoformat(), "duration": 7200, "data": {"status": ACTIVE}}
    (interval,), _, _ = aw.watched(aw.export(aw.bucket([item])))
    assert interval.minutes == 120
    assert f"{interval.start.local:%H:%M}" == "02:00"
    assert f"{interval.end.astimezone(interval.start.local.tzinfo):%H:%M}" == "03:00"
