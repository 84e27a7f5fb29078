"""Zones: named by IANA, by Windows, by the file, by nobody."""

from collections.abc import Callable
from typing import Protocol

import pytest

from tl_analyzer.log import Clock, PostureInterval, Problem

OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Head office
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:{rule};BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


class Found(Protocol):
    intervals: tuple[PostureInterval, ...]
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> list[str]: ...

    @property
    def begins(self) -> list[str]: ...


Calendar = Callable[..., Found]


def at(zone: str) -> str:
    named = f";TZID={zone}" if zone else ""
    return f"DTSTART{named}:20261109T120000\nDTEND{named}:20261109T130000"


@pytest.mark.parametrize(
    ("zone", "utc"),
    [
        ("Europe/London", "12:00"),
        ('"Europe/London"', "12:00"),
        ("/freeassociation.sourceforge.net/Europe/London", "12:00"),
        ("Pacific Standard Time", "20:00"),
        ("America/Argentina/Buenos_Aires", "15:00"),
    ],
)
def test_known_zones(zone: str, utc: str, calendar: Calendar) -> None:
    found = calendar(at(zone))
    assert found.begins == [f"2026-11-09 {utc}"]
    assert found.codes == []
    assert found.intervals[0].start.clock is Clock.STATED


@pytest.mark.parametrize(
    ("zone", "code"),
    [("", "zone-assumed"), ("Customized Time Zone 1", "zone-unknown"), ("../x", "zone-unknown")],
)
def test_without_a_known_zone_it_is_the_athletes_and_said(
    zone: str, code: str, calendar: Calendar
) -> None:
    found = calendar(at(zone))
    assert found.begins == ["2026-11-09 11:00"]
    assert found.codes == [code]
    assert found.intervals[0].start.clock is Clock.LOCAL


def test_the_zone_of_the_calendar_holds_for_clocks_without_one(calendar: Calendar) -> None:
    found = calendar(at(""), head="X-WR-TIMEZONE:Asia/Tokyo")
    assert (found.begins, found.codes) == (["2026-11-09 03:00"], [])


def test_an_unknown_zone_of_the_calendar_is_none(calendar: Calendar) -> None:
    assert calendar(at(""), head="X-WR-TIMEZONE:Nowhere").codes == ["zone-assumed"]


def test_a_series_in_utc_keeps_the_hour_of_its_calendar(calendar: Calendar) -> None:
    series = "DTSTART:20261019T070000Z\nDTEND:20261019T080000Z\nRRULE:FREQ=WEEKLY;COUNT=2"
    berlin = calendar(series, head="X-WR-TIMEZONE:Europe/Berlin")
    assert berlin.begins == ["2026-10-19 07:00", "2026-10-26 08:00"]
    assert calendar(series).begins == ["2026-10-19 07:00", "2026-10-26 07:00"]


def test_a_zone_may_be_defined_in_the_file(calendar: Calendar) -> None:
    head = OWN_ZONE.format(rule="FREQ=YEARLY")
    found = calendar(at("Head office"), head=head)
    assert (found.begins, found.codes) == (["2026-11-09 17:00"], [])


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=YEARLY;INTERVAL=0", "nonsense"])
def test_a_zone_that_changes_for_ever_is_unknown(rule: str, calendar: Calendar) -> None:
    found = calendar(at("Head office"), head=OWN_ZONE.format(rule=rule))
    assert found.codes == ["zone-unknown"]


def test_zones_of_one_file_do_not_reach_the_next(calendar: Calendar) -> None:
    calendar(at("Head office"), head=OWN_ZONE.format(rule="FREQ=YEARLY"))
    assert calendar(at("Head office")).codes == ["zone-unknown"]


def test_the_hour_that_exists_twice_is_marked(calendar: Calendar) -> None:
    found = calendar("DTSTART:20261025T023000\nDURATION:PT30M")
    assert found.intervals[0].start.clock is Clock.AMBIGUOUS
    assert found.intervals[0].minutes > 0


@pytest.mark.parametrize("begin", ["20260329T013000", "20260329T023000"])
def test_no_meeting_ends_before_it_begins_in_the_night_that_loses_an_hour(
    begin: str, calendar: Calendar
) -> None:
    zone = "DTSTART;TZID=Europe/Berlin"
    found = calendar(f"{zone}:{begin}\nDTEND;TZID=Europe/Berlin:20260329T031500")
    for each in found.intervals:
        assert each.minutes > 0
