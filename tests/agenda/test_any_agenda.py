"""Whatever the week, work stays within minutes, beside sessions and after now."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agenda.week_ahead import DESK, WeekAhead, item
from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.exercise import Role
from tl_analyzer.agenda.agenda import Agenda, Status
from tl_analyzer.agenda.ics import calendar
from tl_analyzer.log import PlannedSport

BOOK = catalogue()
KEYS = tuple(key for key, entry in BOOK.exercises.items() if entry.role is Role.OFFERED)
WORK = tuple(key for key in KEYS if BOOK.exercises[key].minutes)
CHANGES = tuple(key for key in KEYS if key not in WORK)

#: Weeks ahead with and without a change of the clocks on their Sunday.
WEEKS = {"2026-W46": "2026-11-16", "2026-W42": "2026-10-19", "2026-W12": "2026-03-23"}


@st.composite
def weeks(draw: st.DrawFn) -> WeekAhead:
    week = WeekAhead()
    reviewed = draw(st.sampled_from(sorted(WEEKS)))
    monday = datetime.fromisoformat(WEEKS[reviewed])

    def wall(minute: int) -> str:
        return f"{monday + timedelta(minutes=minute):%Y-%m-%d %H:%M}"

    minutes = st.integers(0, 7 * 24 * 60 - 1)
    begun = draw(st.lists(minutes, max_size=8))
    planned = tuple(
        week.intends(
            draw(st.sampled_from(PlannedSport)),
            wall(minute)[: draw(st.sampled_from((10, 16)))],
            draw(st.none() | st.integers(1, 300)),
        )
        for minute in begun
    )
    keys = draw(st.lists(st.sampled_from(WORK), max_size=5, unique=True))
    changes = draw(
        st.lists(st.sampled_from(sorted(set(KEYS) - set(WORK))), max_size=3, unique=True)
    )
    return week.but(
        reviewed=reviewed,
        now=wall(draw(st.integers(0, 8 * 24 * 60))),
        planned=planned,
        desk=(DESK,) if draw(st.booleans()) else (),
        rises=draw(st.sampled_from((None, "05:30:00", "11:00:00"))),
        minutes=draw(st.integers(0, 25)),
        plan=tuple(
            item(key, *draw(st.permutations(BOOK.exercises[key].answers))[:2])
            for key in (*keys, *changes)
        ),
    )


@settings(max_examples=120)
@given(weeks())
def test_any_agenda_keeps_its_promises(week: WeekAhead) -> None:
    agenda = week.agenda()
    assert agenda == week.agenda()
    written = agenda.model_dump_json()
    # As text: where a clock is turned back, equal instants of two zones are not equal (PEP 495).
    assert Agenda.model_validate_json(written).model_dump_json() == written
    for day in agenda.days:
        keys = [entry.key for entry in day.entries]
        assert len(keys) == len(set(keys)), "one entry once a day"
        assert day.minutes <= week.minutes
        taken = [(s.start, s.end) for s in day.sessions if s.start and s.end]
        taken += [(desk.start, desk.end) for desk in day.desk]
        for entry in day.entries:
            if entry.start is None or entry.end is None:
                assert any(session.start is None for session in day.sessions)
                continue
            assert entry.start >= week.as_of
            assert entry.start.date() == entry.end.date() == day.day
            if not entry.every_min:
                assert (entry.end - entry.start).total_seconds() == 60 * entry.minutes
                assert all(entry.end <= start or end <= entry.start for start, end in taken)
                taken.append((entry.start, entry.end))


@settings(max_examples=60)
@given(weeks())
def test_nothing_of_a_plan_is_dropped_without_a_word(week: WeekAhead) -> None:
    agenda = week.agenda()
    if agenda.status is Status.OVER:
        return
    missing = {left.key: left for left in agenda.left_over}
    for each in week.plan:
        placed = sum(e.key == each.key for day in agenda.days for e in day.entries)
        if each.minutes:
            wanted = missing[each.key].wanted if each.key in missing else placed
            assert max(each.per_week, 1) == wanted
            assert each.key not in missing or missing[each.key].placed == placed < wanted
            assert each.key not in missing or missing[each.key].reason
        else:
            beside = [key for day in agenda.days for s in day.sessions for key in s.notes]
            beside += [key for day in agenda.days for desk in day.desk for key in desk.notes]
            assert placed or each.key in beside or each.key in agenda.for_the_week


@settings(max_examples=30)
@given(weeks())
def test_every_entry_becomes_one_event(week: WeekAhead) -> None:
    agenda = week.agenda()
    written = calendar(agenda)
    assert written.count("BEGIN:VEVENT") == sum(len(day.entries) for day in agenda.days)
    uids = [line for line in written.splitlines() if line.startswith("UID:")]
    assert len(uids) == len(set(uids))
