"""The week ahead in words, before any layout: what every format for people says, said once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from tl_analyzer.advice.day_words import weekdays_listed
from tl_analyzer.agenda.agenda import (
    Agenda,
    AgendaDay,
    AgendaEntry,
    AgendaNote,
    AgendaSession,
    Basis,
    DeskHours,
    LeftOver,
    Status,
)
from tl_analyzer.report.audience import ATHLETE
from tl_analyzer.report.page import DISCLAIMER
from tl_analyzer.report.referral_words import ReferralEntry, referral_entry
from tl_analyzer.report.wording import (
    PROSE,
    clean,
    count,
    dated,
    day,
    moment,
    number,
    sentence,
    week_days,
)

_BASIS_WORDS = {
    Basis.RECORDED: "done",
    Basis.PLANNED: "planned",
    Basis.HABITUAL: "usual",
    Basis.PROFILE: "usual hours",
}


class Line(NamedTuple):
    """One line of a day.

    Attributes
    ----------
    kind : str
        ``desk``, ``session``, ``work``, ``break`` or ``done``.
    clock : str
        ``18:23``, ``08:30-17:00``; empty where no clock time is known.
    title, detail : str
        What it is, and how much or how it is known.
    minutes : str
        ``4 min``; empty for all that takes no time of its own.
    notes : tuple of (str, str)
        Changes that belong to it: name and dose.
    cues : tuple of str
        How to do it, where it stands for the first time.
    """

    kind: str
    clock: str
    title: str
    detail: str
    minutes: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    cues: tuple[str, ...] = ()


class DayEntry(NamedTuple):
    """One day: its name, what it asks for, whether it is over, and its lines in order."""

    title: str
    amount: str
    over: bool
    lines: tuple[Line, ...]


class HowTo(NamedTuple):
    """One exercise or change: everything about it, once."""

    title: str
    tags: str
    dose: str
    days: str
    why: str
    cues: tuple[str, ...]


class AgendaPage(NamedTuple):
    """A week ahead in words."""

    title: str
    subtitle: str
    message: str
    amount: str
    referral: ReferralEntry | None
    days: tuple[DayEntry, ...]
    how_to: tuple[HowTo, ...]
    for_the_week: tuple[HowTo, ...]
    left_over: tuple[str, ...]
    assumptions: tuple[str, ...]
    disclaimer: str
    version: str


def agenda_page(agenda: Agenda) -> AgendaPage:
    """Put a week ahead into words; foreign text in them is harmless."""
    name, identity = clean(agenda.athlete.name), clean(agenda.athlete.id)
    notes = {note.key: note for note in agenda.notes}
    told: set[str] = set()
    return AgendaPage(
        title=f"Plan for week {clean(agenda.week)}: {week_days(agenda.week)}",
        subtitle=(
            f"{f'{name} ({identity})' if name else identity} · {clean(agenda.timezone)}"
            f" · as of {moment(agenda.as_of.isoformat(), year=True)}"
        ),
        message="" if agenda.referral else sentence(clean(agenda.message, PROSE)),
        amount=_amount(agenda),
        referral=referral_entry(agenda.referral, ATHLETE),
        days=tuple(_day(each, notes, told) for each in agenda.days),
        how_to=tuple(_how_to(agenda)),
        for_the_week=tuple(_of_note(notes[key], "") for key in agenda.for_the_week),
        left_over=tuple(_left_over(each) for each in agenda.left_over),
        assumptions=tuple(clean(words, PROSE) for words in agenda.assumptions),
        disclaimer=DISCLAIMER,
        version=(
            f"plan schema {clean(agenda.schema_version)},"
            f" parameters {clean(agenda.parameter_version) or 'without a version'}"
        ),
    )


def _amount(agenda: Agenda) -> str:
    if agenda.status is not Status.PLANNED:
        return ""
    minutes = [each.minutes for each in agenda.days if each.minutes]
    most = f"At most {agenda.minutes_per_day} minutes a day"
    if not minutes:
        return f"{most}."
    return f"{most}; {number(sum(minutes))} minutes on {count(len(minutes), 'day')} in all."


def _day(each: AgendaDay, notes: Mapping[str, AgendaNote], told: set[str]) -> DayEntry:
    amount = f"{number(each.minutes)} min" if each.minutes else ""
    lines = [*(_desk(d, notes) for d in each.desk), *(_session(s, notes) for s in each.sessions)]
    starts = [d.start for d in each.desk] + [s.start for s in each.sessions]
    for entry in each.entries:
        lines.append(_work(entry, told))
        starts.append(entry.start)
    done = tuple(Line("done", "", clean(name), "done already") for name in each.done)
    order = sorted(range(len(lines)), key=lambda n: _instant(starts[n]))
    return DayEntry(
        title=day(each.day),
        amount=amount,
        over=each.over,
        lines=(*done, *(lines[n] for n in order)),
    )


def _instant(start: datetime | None) -> float:
    return start.timestamp() if start else 0.0


def _clock(start: datetime | None, end: datetime | None = None) -> str:
    if start is None:
        return ""
    return f"{start:%H:%M}-{end:%H:%M}" if end is not None else f"{start:%H:%M}"


def _desk(desk: DeskHours, notes: Mapping[str, AgendaNote]) -> Line:
    clock = _clock(desk.start, desk.end)
    return Line("desk", clock, "Desk", _BASIS_WORDS[desk.basis], notes=_named(desk.notes, notes))


def _session(session: AgendaSession, notes: Mapping[str, AgendaNote]) -> Line:
    label = clean(session.label)
    return Line(
        kind="session",
        clock=_clock(session.start, session.end),
        title=label[:1].upper() + label[1:],
        detail=_BASIS_WORDS[session.basis],
        notes=_named(session.notes, notes),
    )


def _named(keys: Iterable[str], notes: Mapping[str, AgendaNote]) -> tuple[tuple[str, str], ...]:
    return tuple((clean(notes[key].exercise), clean(notes[key].dose, PROSE)) for key in keys)


def _work(entry: AgendaEntry, told: set[str]) -> Line:
    dose = clean(entry.dose, PROSE)
    if entry.start is None:
        dose = f"{dose}; {clean(entry.place)}"
    cues = () if entry.key in told else tuple(clean(cue, PROSE) for cue in entry.cues)
    told.add(entry.key)
    return Line(
        kind="break" if entry.every_min else "work",
        clock=_clock(entry.start, entry.end if entry.every_min else None),
        title=clean(entry.exercise),
        detail=dose,
        minutes=f"{number(entry.minutes)} min" if entry.minutes else "",
        cues=cues,
    )


def _how_to(agenda: Agenda) -> Iterator[HowTo]:
    """Exercises and breaks in the order of the week, then changes beside sessions."""
    days: dict[str, list[int]] = {}
    first: dict[str, AgendaEntry] = {}
    for each in agenda.days:
        for entry in each.entries:
            first.setdefault(entry.key, entry)
            days.setdefault(entry.key, []).append(each.day.toordinal())
    for key, entry in first.items():
        minutes = [f"{number(entry.minutes)} min"] if entry.minutes else []
        yield HowTo(
            title=clean(entry.exercise),
            tags=", ".join([entry.purpose.value, *minutes]),
            dose=clean(entry.dose, PROSE),
            days=weekdays_listed(days[key]),
            why=sentence(dated(clean(entry.why, PROSE))),
            cues=tuple(clean(cue, PROSE) for cue in entry.cues),
        )
    for note in agenda.notes:
        beside = [
            each.day.toordinal()
            for each in agenda.days
            if any(note.key in keys for keys in _keys(each))
        ]
        if beside:
            yield _of_note(note, weekdays_listed(beside))


def _keys(each: AgendaDay) -> Iterator[tuple[str, ...]]:
    yield from (desk.notes for desk in each.desk)
    yield from (session.notes for session in each.sessions)


def _of_note(note: AgendaNote, days: str) -> HowTo:
    return HowTo(
        title=clean(note.exercise),
        tags=note.purpose.value,
        dose=clean(note.dose, PROSE),
        days=days,
        why=sentence(dated(clean(note.why, PROSE))),
        cues=tuple(clean(cue, PROSE) for cue in note.cues),
    )


def _left_over(left: LeftOver) -> str:
    done = f", {left.done} done" if left.done else ""
    return sentence(
        f"{clean(left.exercise)}: {left.placed} of {count(left.wanted, 'day')} placed{done};"
        f" {clean(left.reason, PROSE)}"
    )
