"""The calendar loads elsewhere, lands on local times, and is updated rather than doubled."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

from tests.agenda.week_ahead import DESK, WeekAhead, item, weekly
from tests.reading import read_with
from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.exercise import Role
from tl_analyzer.agenda.agenda import Agenda
from tl_analyzer.agenda.ics import calendar, title
from tl_analyzer.plugins import adapters

#: What nobody needs to read over somebody's shoulder.
BODY = ("thorac", "lumbar", "spine", "back", "pain", "crest", "screen", "pelvi", "extens", "flexor")


def events(agenda: Agenda, remind_min: int | None = None) -> dict[str, icalendar.Component]:
    read = icalendar.Calendar.from_ical(calendar(agenda, remind_min))
    return {str(event["uid"]): event for event in read.walk("VEVENT")}


def start(event: icalendar.Component) -> date:
    begun = event.decoded("dtstart")
    assert isinstance(begun, date)
    return begun


@pytest.fixture
def planned(week: WeekAhead) -> WeekAhead:
    return week.but(
        strength=week.deadlifts(*weekly("18:00", 3)),
        desk=(DESK,),
        plan=(
            item("hip_hinge_drill", "TL101", per_week=1),
            item("cat_camel", "TL502"),
            item("desk_breaks", "TL305"),
        ),
    )


@pytest.mark.parametrize(
    ("zone", "reviewed", "monday", "sunday"),
    [
        ("Europe/Berlin", "2026-W42", "2026-10-19", "2026-10-25"),
        ("Europe/Berlin", "2026-W12", "2026-03-23", "2026-03-29"),
        ("America/New_York", "2026-W43", "2026-10-26", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-W39", "2026-09-28", "2026-10-04"),
        ("Asia/Kolkata", "2026-W46", "2026-11-16", "2026-11-22"),
    ],
)
def test_local_times_hold_over_a_change_of_the_clocks(
    week: WeekAhead, zone: str, reviewed: str, monday: str, sunday: str
) -> None:
    changing = week.but(
        zone=zone,
        reviewed=reviewed,
        now=f"{monday} 06:00",
        plan=(item("crook_lying_breathing", "TL702"),),
    )
    read = icalendar.Calendar.from_ical(calendar(changing.agenda()))
    first, last = date.fromisoformat(monday), date.fromisoformat(sunday)
    found = recurring_ical_events.of(read).between(first, last + timedelta(days=1))
    assert len(found) == 7
    home = ZoneInfo(zone)
    for event in found:
        # What another program makes of the file's own description of the zone.
        begun = event.decoded("dtstart").astimezone(UTC).astimezone(home)
        assert (begun.hour, begun.minute) == (19, 0)
    assert read.get_missing_tzids() == set()
    assert {str(zone["TZID"]) for zone in read.walk("VTIMEZONE")} == {zone}


def test_utc_needs_no_description_of_a_zone(week: WeekAhead) -> None:
    plan = (item("crook_lying_breathing", "TL702"),)
    read = icalendar.Calendar.from_ical(calendar(week.but(zone="UTC", plan=plan).agenda()))
    assert not read.walk("VTIMEZONE")
    assert start(read.walk("VEVENT")[0]) == datetime(2026, 11, 16, 19, tzinfo=UTC)


def test_a_second_import_updates_the_first(planned: WeekAhead) -> None:
    first = events(planned.agenda())
    later = planned.but(
        now="2026-11-17 08:00", strength=planned.deadlifts(*weekly("19:30", 3))
    ).agenda()
    second = events(later)
    assert set(second) < set(first), "days that are over are not written again"
    moved = [uid for uid in second if start(second[uid]) != start(first[uid])]
    assert "Technique: hip-hinge drill" in {str(second[uid]["SUMMARY"]) for uid in moved}
    for uid, event in second.items():
        assert int(event.decoded("sequence")) > int(first[uid].decoded("sequence"))
        assert event.decoded("dtstamp") > first[uid].decoded("dtstamp")
    assert events(planned.agenda()) == first


def test_another_athlete_and_another_week_have_other_events(planned: WeekAhead) -> None:
    one = planned.agenda()
    other = one.model_copy(update={"athlete": one.athlete.model_copy(update={"id": "bert"})})
    assert not set(events(one)) & set(events(other))
    assert all("anna" not in uid for uid in events(one))


def test_an_event_says_what_to_do_and_is_private(planned: WeekAhead) -> None:
    event = next(e for e in events(planned.agenda()).values() if "hip-hinge" in str(e["SUMMARY"]))
    assert str(event["SUMMARY"]) == "Technique: hip-hinge drill"
    told = str(event["DESCRIPTION"])
    entry = catalogue().exercises["hip_hinge_drill"]
    assert entry.dose in told and all(cue in told for cue in entry.cues)
    assert (str(event["CLASS"]), str(event["TRANSP"])) == ("PRIVATE", "TRANSPARENT")


def test_titles_name_no_part_of_the_body(week: WeekAhead) -> None:
    keys = [
        key
        for key, entry in catalogue().exercises.items()
        if entry.minutes and entry.role in (Role.OFFERED, Role.SCREEN, Role.SELF_CHECK)
    ]
    agenda = week.but(minutes=180, plan=tuple(item(key) for key in keys)).agenda()
    titles = {title(entry) for day in agenda.days for entry in day.entries}
    assert len(titles) > 15
    assert "Stability: dead bug" in titles
    assert not [each for each in titles if any(word in each.lower() for word in BODY)]


def test_no_alarm_unless_asked(planned: WeekAhead) -> None:
    agenda = planned.agenda()
    assert "VALARM" not in calendar(agenda)
    for event in events(agenda, 10).values():
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(minutes=-10)
        repeated = "breaks from the chair" in str(event["SUMMARY"])
        assert ("REPEAT" in alarm) is repeated
        if repeated:
            assert (int(alarm.decoded("repeat")), alarm.decoded("duration")) == (
                15,
                timedelta(minutes=30),
            )


def test_an_entry_without_a_clock_is_a_whole_day(week: WeekAhead) -> None:
    lifts = week.deadlifts(*weekly("", 3))
    plan = (item("hip_hinge_drill", "TL101", per_week=1),)
    (event,) = events(week.but(strength=lifts, plan=plan).agenda()).values()
    assert start(event) == date(2026, 11, 19)
    assert event.decoded("dtend") == date(2026, 11, 20)


def test_lines_are_folded_and_text_is_escaped(week: WeekAhead) -> None:
    hostile = item("dead_bug").model_copy(
        update={
            "exercise": "Press; now,\nBEGIN:VALARM \u202e" + "x" * 300,
            "dose": "2 sets\r\nEND:VEVENT\r\nBEGIN:VEVENT",
            "why": "because \U0001f9d8 " + "wörter " * 40,
        }
    )
    written = calendar(week.but(plan=(hostile,)).agenda())
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\n" not in written.replace("\r\n", "")
    read = icalendar.Calendar.from_ical(written)
    assert len(read.walk("VEVENT")) == 3 and not read.walk("VALARM")
    assert "\u202e" not in str(read.walk("VEVENT")[0]["SUMMARY"])


def test_the_own_calendar_adapter_takes_none_of_it_for_an_appointment(planned: WeekAhead) -> None:
    adapter = next(a.value for a in adapters() if a.name == "calendar-ics")
    assert adapter is not None
    read = read_with(adapter, calendar(planned.agenda()).encode(), "plan.ics")
    assert not read.entries
