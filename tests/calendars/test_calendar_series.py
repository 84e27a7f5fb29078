"""Events that repeat, are moved, left out and never end."""

from collections.abc import Callable
from typing import Protocol

import pytest

from tl_analyzer.log import PostureInterval, Tally

WEEKLY = """UID:w
DTSTART;TZID=Europe/Berlin:20261019T090000
DTEND;TZID=Europe/Berlin:20261019T100000
RRULE:FREQ=WEEKLY;{}"""


class Found(Protocol):
    intervals: tuple[PostureInterval, ...]
    tally: Tally

    @property
    def aside(self) -> dict[str, int]: ...

    @property
    def codes(self) -> list[str]: ...

    @property
    def begins(self) -> list[str]: ...


Calendar = Callable[..., Found]
FOUR = ["2026-10-19 07:00", "2026-10-26 08:00", "2026-11-02 08:00", "2026-11-09 08:00"]


@pytest.mark.parametrize(
    "end",
    [
        "COUNT=4",
        "UNTIL=20261109T080000Z",
        "UNTIL=20261109",
        "UNTIL=20261109T090000",
        "INTERVAL=1;UNTIL=20261109T225959Z;WKST=SU",
        "COUNT=4;BYDAY=MO",
    ],
)
def test_a_series_keeps_its_hour_over_the_end_of_summer_time(end: str, calendar: Calendar) -> None:
    found = calendar(WEEKLY.format(end))
    assert found.begins == FOUR
    assert (found.tally.total, found.tally.read, found.codes) == (1, 1, [])


@pytest.mark.parametrize(
    "left_out",
    [
        "EXDATE;TZID=Europe/Berlin:20261026T090000",
        "EXDATE:20261026T080000Z",
        "EXDATE:20261026T090000",
        "EXDATE;VALUE=DATE:20261026",
        "EXDATE:20201026T080000Z,nonsense,20261026T080000Z",
    ],
)
def test_instances_are_left_out_however_they_are_written(left_out: str, calendar: Calendar) -> None:
    assert calendar(WEEKLY.format("COUNT=4") + f"\n{left_out}").begins == [FOUR[0], *FOUR[2:]]


def test_a_moved_instance_replaces_its_own(calendar: Calendar) -> None:
    moved = """UID:w
RECURRENCE-ID;TZID=Europe/Berlin:20261026T090000
DTSTART;TZID=Europe/Berlin:20261027T150000
DTEND;TZID=Europe/Berlin:20261027T153000"""
    for events in ((WEEKLY.format("COUNT=4"), moved), (moved, WEEKLY.format("COUNT=4"))):
        found = calendar(*events)
        assert found.begins == [FOUR[0], "2026-10-27 14:00", *FOUR[2:]]
        assert found.tally.read == 2
    cancelled = calendar(WEEKLY.format("COUNT=4"), moved + "\nSTATUS:CANCELLED")
    assert cancelled.begins == [FOUR[0], *FOUR[2:]]
    assert cancelled.aside == {"cancelled": 1}


def test_a_change_may_hold_from_then_on(calendar: Calendar) -> None:
    later = """UID:w
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261102T090000
DTSTART;TZID=Europe/Berlin:20261102T110000
DTEND;TZID=Europe/Berlin:20261102T113000"""
    found = calendar(WEEKLY.format("COUNT=4"), later)
    assert found.begins == [*FOUR[:2], "2026-11-02 10:00", "2026-11-09 10:00"]
    assert found.intervals[-1].minutes == 30


def test_further_dates_are_added(calendar: Calendar) -> None:
    found = calendar(
        "DTSTART:20261019T090000Z\nDTEND:20261019T100000Z\nRDATE:20261021T090000Z,20261022T090000Z"
    )
    assert found.begins == ["2026-10-19 09:00", "2026-10-21 09:00", "2026-10-22 09:00"]


def test_an_older_version_is_set_aside(calendar: Calendar) -> None:
    old = "UID:a\nSEQUENCE:1\nDTSTART:20261019T090000Z\nDURATION:PT1H"
    new = "UID:a\nSEQUENCE:2\nDTSTART:20261019T110000Z\nDURATION:PT1H"
    for events in ((old, new), (new, old)):
        found = calendar(*events)
        assert found.begins == ["2026-10-19 11:00"]
        assert found.aside == {"an older version of the same event": 1}


def test_the_same_calendar_twice_in_a_file_counts_once(calendar: Calendar) -> None:
    event = WEEKLY.format("COUNT=4")
    assert calendar(event, event).begins == FOUR


def test_an_endless_rule_ends_sixty_days_after_the_newest_stamp(calendar: Calendar) -> None:
    found = calendar(WEEKLY.format("BYDAY=MO") + "\nDTSTAMP:20261110T120000Z")
    assert found.begins[:4] == FOUR
    assert found.begins[-1] == "2027-01-04 08:00"
    assert found.codes == ["rule-without-end"]


def test_an_old_endless_rule_is_followed_through_the_last_years_only(calendar: Calendar) -> None:
    daily = "DTSTART:19900101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nDTSTAMP:20261110T120000Z"
    found = calendar(daily)
    assert found.begins[0].startswith("2020-11-")
    assert len(found.begins) < 2300


def test_a_reminder_for_the_end_of_the_century_moves_nothing(calendar: Calendar) -> None:
    junk = "UID:j\nDTSTART:20991231T090000Z\nDURATION:PT1H\nDTSTAMP:20261110T120000Z"
    found = calendar(WEEKLY.format("BYDAY=MO"), junk)
    assert found.begins[-2:] == ["2027-01-04 08:00", "2099-12-31 09:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=5",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=1,2,3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;UNTL=20261109",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=FORTNIGHTLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYDAY=99MO",
        "FREQ=DAILY;INTERVAL=99999999999",
        "nonsense",
        "",
    ],
)
def test_a_rule_that_cannot_be_followed_leaves_the_first_date(
    rule: str, calendar: Calendar
) -> None:
    bad = f"UID:b\nDTSTART:20261019T090000Z\nDURATION:PT1H\nRRULE:{rule}"
    found = calendar(bad, WEEKLY.format("COUNT=4"))
    assert found.begins.count("2026-10-19 09:00") == 1
    assert len(found.begins) == 5
    assert (found.codes, found.tally.read) == (["rule-not-followed"], 2)


def test_a_rule_that_never_comes_true_costs_little(calendar: Calendar) -> None:
    found = calendar(
        *(
            f"UID:{n}\nDTSTART:20200101T090000Z\nDURATION:PT1H\n"
            "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
            for n in range(5)
        )
    )
    assert found.codes.count("rule-not-followed") >= 4
    assert found.tally.read == 5


def test_a_negative_count_is_no_end(calendar: Calendar) -> None:
    found = calendar(WEEKLY.format("COUNT=-1") + "\nDTSTAMP:20261110T120000Z")
    assert found.begins[:4] == FOUR
    assert found.codes == ["rule-without-end"]
