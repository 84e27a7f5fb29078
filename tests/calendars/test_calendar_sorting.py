"""Which events are sitting, which are absence, and which are neither."""

from collections.abc import Callable
from typing import Protocol

import pytest

from tl_analyzer.log import Observation, Posture, PostureInterval, Tally

HOUR = "DTSTART:20261109T090000Z\nDTEND:20261109T100000Z"
DAY = "DTSTART;VALUE=DATE:20261109\nDTEND;VALUE=DATE:20261110"
ANNA = "ATTENDEE;PARTSTAT={}:mailto:anna@example.org"
BERT = "ATTENDEE;CN=Bert;PARTSTAT=DECLINED:mailto:bert@example.org"


class Found(Protocol):
    intervals: tuple[PostureInterval, ...]
    tally: Tally

    @property
    def aside(self) -> dict[str, int]: ...


Calendar = Callable[..., Found]


def test_a_busy_meeting_is_sitting_as_planned(calendar: Calendar) -> None:
    found = calendar(HOUR)
    (meeting,) = found.intervals
    assert (meeting.posture, meeting.observation) == (Posture.SITTING, Observation.MEETING)
    assert (meeting.probability, meeting.quality.value, meeting.minutes) == (0.6, "C", 60)
    assert found.tally.read == 1


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (f"{HOUR}\nSTATUS:CANCELLED", "cancelled"),
        (f"{HOUR}\nSTATUS:cancelled", "cancelled"),
        (f"{HOUR}\nTRANSP:TRANSPARENT", "marked free"),
        (f"{HOUR}\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", "marked free"),
        (f"{HOUR}\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", "marked free"),
        (DAY, "whole days"),
        ("DTSTART;VALUE=DATE:20261109", "whole days"),
        ("DTSTART:20261109T080000Z\nDURATION:PT6H1M", "longer than 6 hours"),
        ("DTSTART:20261109T080000Z", "without length"),
        ("DTSTART:20261109T080000Z\nDURATION:PT0S", "without length"),
    ],
)
def test_what_is_no_meeting_is_set_aside_by_name(
    lines: str, label: str, calendar: Calendar
) -> None:
    found = calendar(lines)
    assert found.intervals == ()
    assert found.aside == {label: 1}


@pytest.mark.parametrize(
    "lines",
    [
        f"{HOUR}\nSTATUS:TENTATIVE",
        f"{HOUR}\nTRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY",
        "DTSTART:20261109T080000Z\nDURATION:PT6H",
        f"{HOUR}\nDURATION:PT0S",
    ],
)
def test_what_is_planned_and_busy_is_a_meeting(lines: str, calendar: Calendar) -> None:
    assert len(calendar(lines).intervals) == 1


@pytest.mark.parametrize(
    "title",
    ["Lunch", "Team walk", "Déjeuner avec Léa", "Mittagspause!", "Gåtur", "Bike fit", "Gym call"],
)
def test_a_title_may_say_that_nobody_sits(title: str, calendar: Calendar) -> None:
    found = calendar(f"{HOUR}\nSUMMARY:{title}")
    assert found.aside == {"not seated by its title": 1}


@pytest.mark.parametrize(
    "title", ["Code walk-through", "Brunch", "Dry run", "Lunch & learn", "Runway", "Walker", ""]
)
def test_words_that_only_look_like_it_do_not(title: str, calendar: Calendar) -> None:
    assert len(calendar(f"{HOUR}\nSUMMARY:{title}").intervals) == 1


@pytest.mark.parametrize(
    ("lines", "hours"),
    [
        (f"{DAY}\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", 24),
        (f"{HOUR}\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", 1),
        ("DTSTART:20261109T060000Z\nDURATION:PT9H\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", 9),
        (f"{DAY}\nSUMMARY:Urlaub", 24),
        (f"{DAY}\nSUMMARY:Someone's annual leave", 24),
        (f"{DAY}\nSUMMARY:Christmas\nCATEGORIES:Holiday", 24),
        (f"{HOUR}\nSUMMARY:Out of office", 1),
        ("DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261026\nSUMMARY:Ferien", 49),
    ],
)
def test_absence_is_off(lines: str, hours: int, calendar: Calendar) -> None:
    (off,) = calendar(lines).intervals
    assert (off.posture, off.observation) == (Posture.OFF, Observation.OUT_OF_OFFICE)
    assert off.minutes == 60 * hours


def test_a_meeting_about_holidays_is_none(calendar: Calendar) -> None:
    (meeting,) = calendar(f"{HOUR}\nSUMMARY:Plan the holiday party").intervals
    assert meeting.posture is Posture.SITTING


def test_a_holiday_of_others_that_is_marked_free_is_not_the_athletes(calendar: Calendar) -> None:
    assert calendar(f"{DAY}\nSUMMARY:Urlaub Bert\nTRANSP:TRANSPARENT").intervals == ()


def test_whole_days_run_from_midnight_to_midnight_of_the_athlete(calendar: Calendar) -> None:
    (off,) = calendar(f"{DAY}\nX-MICROSOFT-CDO-BUSYSTATUS:OOF").intervals
    assert f"{off.start.utc:%d %H:%M}" == "08 23:00"


def test_only_the_owners_answer_counts(calendar: Calendar) -> None:
    events = [f"{HOUR}\nUID:{n}\n{BERT}\n{ANNA.format('ACCEPTED')}" for n in range(2)]
    named = calendar(*events, head="X-WR-CALNAME:Anna@example.org")
    assert len(named.intervals) == 2
    others = calendar(*events, head="X-WR-CALNAME:bert@example.org")
    assert others.aside == {"declined": 2}
    # Who attends every meeting is the owner; of two nobody knows which.
    alone = f"{HOUR}\nUID:3\n{ANNA.format('DECLINED')}"
    assert calendar(*events, alone).aside == {"declined": 1}
    assert len(calendar(*events).intervals) == 2
    # One meeting does not tell its only guest from the owner.
    assert len(calendar(f"{HOUR}\n{BERT}").intervals) == 1


def test_titles_people_and_places_are_not_kept(calendar: Calendar) -> None:
    found = calendar(
        f"{HOUR}\nSUMMARY:Merger talks\nLOCATION:Room 7\nDESCRIPTION:Secret\n{BERT}\nUID:bert@x",
        "SUMMARY:Merger talks\nDTSTART:Merger talks\nUID:2",
        f"{HOUR}\nSUMMARY:Merger talks\nRRULE:Merger talks\nUID:3",
    )
    assert len(found.intervals) == 2
    assert not any(word in repr(found) for word in ("Merger", "Room", "Secret", "bert"))


def test_a_calendar_that_cancels_plans_nothing(calendar: Calendar) -> None:
    assert calendar(HOUR, head="METHOD:CANCEL").aside == {"cancelled": 1}
