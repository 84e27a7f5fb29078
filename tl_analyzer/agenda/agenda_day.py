"""One filled day as it stands in the agenda."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from tl_analyzer.advice.exercise import Place
from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.agenda.agenda import (
    AgendaDay,
    AgendaEntry,
    AgendaNote,
    AgendaSession,
    DeskHours,
)
from tl_analyzer.agenda.commitment import Commitment
from tl_analyzer.agenda.day_sheet import DaySheet, Placed
from tl_analyzer.agenda.measures import Measures, Reminder


def agenda_day(sheet: DaySheet, measures: Measures, zone: str) -> AgendaDay:
    """Write down a day.

    Parameters
    ----------
    sheet : DaySheet
        What happens on it and what was placed.
    measures : Measures
        What stands beside sessions and desk hours.
    zone : str
        IANA zone of its clocks.
    """
    placed = [_placed(each, zone) for each in sheet.placed()]
    again = [_reminder(r, zone) for r in measures.reminders if r.day == sheet.known.day]
    return AgendaDay(
        day=date.fromordinal(sheet.known.day),
        over=not sheet.open,
        desk=tuple(
            DeskHours(
                start=local(desk.start, zone),
                end=local(desk.end, zone),
                basis=desk.basis,
                notes=measures.by_desk.get(desk, ()),
            )
            for desk in sheet.known.desk
        ),
        sessions=tuple(
            _session(session, measures.by_session.get(session, ()), zone)
            for session in sheet.known.sessions
        ),
        entries=tuple(sorted([*placed, *again], key=_order)),
        done=tuple(sorted(sheet.done.values())),
    )


def note(item: PlanItem) -> AgendaNote:
    """A change of load, position or habit."""
    return AgendaNote(
        key=item.key,
        exercise=item.exercise,
        purpose=item.purpose,
        dose=item.dose,
        why=item.why,
        cues=item.cues,
    )


def local(instant: float, zone: str) -> datetime:
    """An instant [s since the epoch] on the clock of a zone."""
    return datetime.fromtimestamp(instant, ZoneInfo(zone))


def _order(entry: AgendaEntry) -> tuple[float, str]:
    return (entry.start.astimezone(UTC).timestamp() if entry.start else 0.0, entry.key)


def _session(session: Commitment, notes: tuple[str, ...], zone: str) -> AgendaSession:
    return AgendaSession(
        sport=session.sport,
        label=session.label,
        basis=session.basis,
        start=None if session.start is None else local(session.start, zone),
        end=None if session.end is None else local(session.end, zone),
        notes=notes,
    )


def _placed(placed: Placed, zone: str) -> AgendaEntry:
    item, span, place = placed.item, placed.span, placed.opening.place
    if span is None:
        return _entry(item, place, None, None, minutes=item.minutes)
    start, end = local(span.start, zone), local(span.end, zone)
    return _entry(item, place, start, end, minutes=item.minutes)


def _reminder(reminder: Reminder, zone: str) -> AgendaEntry:
    start, end = local(reminder.start, zone), local(reminder.end, zone)
    return _entry(reminder.item, Place.AT_THE_DESK, start, end, every_min=reminder.every_min)


def _entry(
    item: PlanItem,
    place: Place,
    start: datetime | None,
    end: datetime | None,
    minutes: float = 0.0,
    every_min: float = 0.0,
) -> AgendaEntry:
    return AgendaEntry(
        key=item.key,
        exercise=item.exercise,
        purpose=item.purpose,
        dose=item.dose,
        why=item.why,
        place=place.words,
        cues=item.cues,
        because=item.because,
        minutes=minutes,
        start=start,
        end=end,
        every_min=every_min,
    )
