"""Which events are planned training; of their titles one word of the adapter's own is kept."""

from collections.abc import Callable
from typing import Protocol

import pytest

from tl_analyzer.log import Clock, PlannedSession, PlannedSport, PostureInterval, Tally
from tl_calendar.titles import shipped_titles

HOUR = "DTSTART:20261109T090000Z\nDTEND:20261109T100000Z"
DAY = "DTSTART;VALUE=DATE:20261109\nDTEND;VALUE=DATE:20261110"


class Found(Protocol):
    intervals: tuple[PostureInterval, ...]
    planned: tuple[PlannedSession, ...]
    tally: Tally

    @property
    def aside(self) -> dict[str, int]: ...


Calendar = Callable[..., Found]


@pytest.mark.parametrize(
    ("title", "sport", "word"),
    [
        ("Evening RIDE with Kim", "ride", "ride"),
        ("Sortie vélo", "ride", "sortie vélo"),
        ("Rennrad!", "ride", "rennrad"),
        ("Styrketræning", "strength", "styrketræning"),
        ("Siłownia", "strength", "siłownia"),
        ("GYM", "strength", "gym"),
        ("Strength training B", "strength", "strength training"),
        ("SILOWNIA", "strength", "siłownia"),
        ("Yoga at noon", "other", "yoga"),
        ("Gym then ride", "strength", "gym"),
        ("Ride, then gym", "ride", "ride"),
    ],
)
def test_a_title_tells_the_sport_by_the_word_it_names_first(
    title: str, sport: str, word: str, calendar: Calendar
) -> None:
    found = calendar(f"{HOUR}\nSUMMARY:{title}")
    (session,) = found.planned
    assert (session.sport, session.title) == (PlannedSport(sport), word)
    assert f"{session.start.utc:%H:%M} {session.end:%H:%M}" == "09:00 10:00"
    assert not found.intervals
    assert (found.tally.read, found.aside) == (1, {})


@pytest.mark.parametrize(
    "title",
    [
        "Quarterly review",
        "Dry run",
        "Test run of the release",
        "Rider survey",
        "Gymnasium",
        "Kraft",
    ],
)
def test_other_titles_are_meetings_as_ever(title: str, calendar: Calendar) -> None:
    found = calendar(f"{HOUR}\nSUMMARY:{title}")
    assert (len(found.intervals), found.planned) == (1, ())


def test_the_title_is_not_kept(calendar: Calendar) -> None:
    found = calendar(
        f"{HOUR}\nSUMMARY:Ride with Bert to Secret place\nLOCATION:Room 7\nDESCRIPTION:Clinic"
    )
    assert found.planned[0].title == "ride"
    assert not any(word in repr(found) for word in ("Bert", "Secret", "Room", "Clinic"))


def test_whole_days_are_planned_without_a_time(calendar: Calendar) -> None:
    (session,) = calendar(f"{DAY}\nSUMMARY:Long ride").planned
    assert (session.start.clock, session.end) == (Clock.DATE, None)
    assert str(session.start.local.date()) == "2026-11-09"


def test_several_whole_days_are_no_session(calendar: Calendar) -> None:
    tour = "DTSTART;VALUE=DATE:20261109\nDTEND;VALUE=DATE:20261112\nSUMMARY:Radtour"
    assert calendar(tour).aside == {"whole days": 1}
    away = calendar(tour.replace("Radtour", "Cycling holiday"))
    assert (len(away.intervals), away.planned) == (1, ())


@pytest.mark.parametrize(
    "lines",
    ["TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"],
)
def test_training_may_be_marked_free_or_away(lines: str, calendar: Calendar) -> None:
    assert len(calendar(f"{HOUR}\nSUMMARY:Gym\n{lines}").planned) == 1
    assert not calendar(f"{HOUR}\nSUMMARY:Review\n{lines}").planned


def test_training_need_have_no_length_and_may_be_long(calendar: Calendar) -> None:
    (short,) = calendar("DTSTART:20261109T080000Z\nSUMMARY:Ride").planned
    assert short.end is None
    (long,) = calendar("DTSTART:20261109T080000Z\nDURATION:PT9H\nSUMMARY:Ride").planned
    assert long.end is not None
    endless = calendar("DTSTART:20261109T080000Z\nDURATION:PT25H\nSUMMARY:Ride")
    assert (endless.planned, endless.aside) == ((), {"longer than 6 hours": 1})


@pytest.mark.parametrize("lines", ["STATUS:CANCELLED", "SEQUENCE:1\nSTATUS:cancelled"])
def test_what_is_cancelled_is_not_planned(lines: str, calendar: Calendar) -> None:
    assert calendar(f"{HOUR}\nSUMMARY:Ride\n{lines}").aside == {"cancelled": 1}


def test_a_series_keeps_its_hour_over_a_daylight_saving_change(calendar: Calendar) -> None:
    found = calendar(
        "DTSTART;TZID=Europe/Berlin:20261019T183000\nDTEND;TZID=Europe/Berlin:20261019T193000\n"
        "SUMMARY:Gym\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Europe/Berlin:20261102T183000"
    )
    assert [f"{each.start.utc:%d %H:%M}" for each in found.planned] == ["19 16:30", "26 17:30"]
    assert found.tally.read == 1


def test_no_word_is_in_two_lists() -> None:
    titles = shipped_titles()
    training = [*titles.ride, *titles.strength, *titles.other]
    assert len(training) == len(set(training))
    assert not set(training) & {*titles.on_the_feet, *titles.seated, *titles.day_off}
    assert all(word.isascii() for word in training)
    assert set(titles.written) == set(training)
    assert all(word == word.lower() for word in titles.written.values())
