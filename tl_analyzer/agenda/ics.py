"""The week ahead as a calendar (RFC 5545), to be imported or subscribed to."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from tl_analyzer import __version__
from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.agenda.agenda import Agenda, AgendaEntry
from tl_analyzer.load.week import monday_of
from tl_analyzer.report.wording import PROSE, clean, dated, number, sentence
from tl_analyzer.vocabulary import PLAN_UID

#: A calendar lies open on a desk: titles name no part of the body and no test of it.
_PRIVATE = (
    *("back", "thoracic", "lumbar", "extens", "flexor", "crest", "lockout", "mobilisation"),
    *("screen", "self-"),
)

#: What a title begins with.
_KINDS = {
    Purpose.MOBILITY: "Mobility",
    Purpose.STABILITY: "Stability",
    Purpose.PATTERN: "Technique",
    Purpose.HIP: "Strength",
    Purpose.BREATHING: "Breathing",
    Purpose.BREAK: "Break",
    Purpose.ERGONOMIC: "Setup",
    Purpose.LOAD: "Training",
}

#: How long the first of a day's breaks stands in the calendar; the others are reminders. [min]
_BREAK_MIN = 5

#: A description of time zones for so long before and after the week holds its changes of clock.
_AROUND = timedelta(days=400)


def calendar(agenda: Agenda, remind_min: int | None = None) -> str:
    """Write the work of a week as calendar events.

    An event keeps its UID from one run to the next, and its sequence number grows with the moment
    of the plan: importing again moves events and doubles none. Every event is private and
    leaves the time free, so that nobody takes it for an appointment.

    Parameters
    ----------
    agenda : Agenda
        The week ahead.
    remind_min : int, optional
        Sound an alarm so long before each event; none by default. [min]
    """
    made = Calendar()
    made.add("prodid", f"-//tl-analyzer//plan {__version__}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Mobility and stability")
    for day in agenda.days:
        for entry in day.entries:
            made.add_component(_event(agenda, day.day, entry, remind_min))
    monday = monday_of(agenda.week)
    made.add_missing_timezones(first_date=monday - _AROUND, last_date=monday + _AROUND)
    written: bytes = made.to_ical()
    return written.decode("utf-8")


def _event(agenda: Agenda, day: date, entry: AgendaEntry, remind_min: int | None) -> Event:
    event = Event()
    event.add("uid", _uid(agenda, day, entry))
    event.add("dtstamp", agenda.as_of.astimezone(UTC))
    event.add("sequence", int(agenda.as_of.timestamp() // 60))
    event.add("summary", title(entry))
    event.add("description", "\n".join(_description(entry)))
    for name, instant in _times(day, entry):
        event.add(name, instant)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("categories", [_KINDS[entry.purpose]])
    if remind_min is not None:
        event.add_component(_alarm(entry, remind_min))
    return event


def title(entry: AgendaEntry) -> str:
    """Title of an event: ``Mobility: cat-camel``, without a word that others need not read."""
    kind, name = _KINDS[entry.purpose], clean(entry.exercise)
    if any(word in name.lower() for word in _PRIVATE):
        return f"{kind}: {number(entry.minutes)} minutes" if entry.minutes else kind
    return f"{kind}: {name[:1].lower()}{name[1:]}"


def _times(day: date, entry: AgendaEntry) -> Iterator[tuple[str, date | datetime]]:
    """Begin and end; a whole day where no clock time is known."""
    if entry.start is None or entry.end is None:
        yield from (("dtstart", day), ("dtend", day + timedelta(days=1)))
        return
    yield "dtstart", entry.start
    yield "dtend", entry.start + timedelta(minutes=_BREAK_MIN) if entry.every_min else entry.end


def _description(entry: AgendaEntry) -> Iterator[str]:
    dose = clean(entry.dose, PROSE)
    yield sentence(f"{dose[:1].upper()}{dose[1:]}; {clean(entry.place)}")
    yield from (f"- {clean(cue, PROSE)}" for cue in entry.cues)
    yield sentence(dated(clean(entry.why, PROSE)))


def _alarm(entry: AgendaEntry, remind_min: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title(entry))
    alarm.add("trigger", -timedelta(minutes=remind_min))
    if entry.every_min and entry.start and entry.end:
        every = timedelta(minutes=entry.every_min)
        alarm.add("duration", every)
        alarm.add("repeat", int((entry.end - entry.start) / every))
    return alarm


def _uid(agenda: Agenda, day: date, entry: AgendaEntry) -> str:
    """The same for the same athlete, week, exercise and day; it names none of them."""
    told = "\x1f".join((agenda.athlete.id, agenda.week, entry.key, day.isoformat()))
    return f"{sha256(told.encode()).hexdigest()[:32]}{PLAN_UID}"
