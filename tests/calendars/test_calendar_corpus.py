"""Calendars of the corpus: claimed by this adapter alone, and counted."""

from pathlib import Path

import pytest

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.log import PostureInterval, Problem, Tally
from tl_analyzer.plugins import adapters
from tl_calendar import CalendarAdapter

#: Read, refused, set aside, intervals, and codes of the problems.
COUNTS: dict[str, tuple[int, int, dict[str, int], int, list[str]]] = {
    "bad_rrule_missing_until_event.ics": (1, 0, {}, 1, ["rule-not-followed"]),
    "duration_edited.ics": (2, 0, {}, 3, []),
    "each_week_but_two_deleted.ics": (1, 0, {}, 6, []),
    "end_before_start_event.ics": (0, 1, {}, 0, ["end-before-start"]),
    "issue_18_cancel_status.ics": (1, 0, {"cancelled": 1}, 2, []),
    "issue_20_exdate_ignored.ics": (1, 0, {}, 7, []),
    "issue_28_rrule_with_UTC_endinginZ.ics": (0, 0, {"marked free": 5}, 0, []),
    "issue_48_daylight_aware_repeats.ics": (1, 0, {}, 14, ["rule-without-end"]),
    "issue_86_x_wr_timezone_without_time_zone_in_dt.ics": (1, 0, {}, 1, []),
    "one_day_event_repeat_every_day.ics": (0, 0, {"whole days": 1}, 0, []),
    "recurring_events_changed_duration.ics": (5, 0, {"marked free": 1}, 6, []),
    "recurring_events_moved.ics": (5, 0, {}, 7, []),
    "synthetic_outlook_windows_tz.ics": (
        6,
        0,
        {"cancelled": 1},
        23,
        ["zone-assumed", "zone-unknown"],
    ),
    "three_events_one_edited.ics": (2, 0, {}, 3, []),
    "x_wr_timezone_simple_events_issue_59.ics": (2, 0, {}, 2, []),
    "zero_size_event.ics": (0, 0, {"without length": 1}, 0, []),
}


@pytest.fixture(scope="module")
def folder(corpus: Path) -> Path:
    return corpus / "desk" / "ics"


@pytest.mark.parametrize("name", COUNTS)
def test_corpus_file_is_claimed_once_and_counted(folder: Path, name: str) -> None:
    file = SourceFile.of_bytes(name, (folder / name).read_bytes())
    claims, _ = claimants(file, adapters())
    assert [claim.name for claim in claims] == ["calendar-ics"]
    *found, tally = CalendarAdapter().read(file, Reading(zone="Europe/Berlin"))
    assert isinstance(tally, Tally)
    intervals = sum(isinstance(item, PostureInterval) for item in found)
    codes = [item.code for item in found if isinstance(item, Problem)]
    counted = (tally.read, tally.refused, dict(tally.set_aside), intervals, codes)
    assert counted == COUNTS[name]


def test_every_calendar_of_the_corpus_is_counted(folder: Path) -> None:
    assert {path.name for path in folder.glob("*.ics")} == set(COUNTS)
