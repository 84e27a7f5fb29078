"""The week ahead as it is expected: recorded, else planned, else habitual."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import numpy as np

from tl_analyzer.agenda.agenda import Basis
from tl_analyzer.agenda.commitment import Commitment, KnownDay
from tl_analyzer.agenda.habits import Habit, Held, habits
from tl_analyzer.agenda.rhythm import Rhythm
from tl_analyzer.agenda.usual_desk import desk_on
from tl_analyzer.finding import Channel
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import instant_at, midnight
from tl_analyzer.log import Log, PlannedSession, PlannedSport, RideSession, StrengthSession
from tl_analyzer.parameters import Parameters

#: What a session without a name is called.
_NAMES = {
    PlannedSport.RIDE: "ride",
    PlannedSport.STRENGTH: "lifting",
    PlannedSport.OTHER: "session",
}


def expected_days(
    log: Log, ahead: Picture, rhythm: Rhythm, parameters: Parameters
) -> tuple[KnownDay, ...]:
    """Lay out the seven days of the week ahead.

    What a calendar says is still to come is to come; of a sport that is planned at all no habits
    are expected: who plans knows better than the last four weeks. A habit of a day is done with
    as many recorded sessions as the day usually has.

    Parameters
    ----------
    log : Log
        The athlete's log at the moment of the plan.
    ahead : Picture
        The picture of the week ahead, at the moment of the plan.
    rhythm : Rhythm
        Gives a length to sessions without one.
    parameters : Parameters
        What makes a habit, under ``plan``.
    """
    held = [h for h in _held(log, ahead) if _weeks_back(h, ahead, parameters)]
    recorded = tuple(_recorded(log, ahead, rhythm))
    held_on = Counter((session.sport, session.day) for session in recorded)
    in_plan = tuple(_planned(log.planned, ahead, rhythm, _usual_loads(held)))
    by_plan = {session.sport for session in in_plan}
    planned = tuple(
        session
        for session in _to_come(in_plan, ahead)
        if session.start is not None or not held_on[session.sport, session.day]
    )
    usual = [_usual(habit, ahead, rhythm) for habit in habits(held, parameters)]
    usually_on = Counter((session.sport, session.day) for session in usual)
    to_come = (
        session
        for session in _to_come(usual, ahead)
        if session.sport not in by_plan
        and held_on[session.sport, session.day] < usually_on[session.sport, session.day]
    )
    sessions = (*recorded, *planned, *to_come)
    return tuple(
        KnownDay(
            day=day,
            desk=desk_on(day, ahead, parameters),
            sessions=tuple(sorted((s for s in sessions if s.day == day), key=_order)),
        )
        for day in (d.toordinal() for d in ahead.week.days)
    )


def _order(session: Commitment) -> tuple[float, str, str]:
    return (session.start or 0.0, session.sport, session.label)


def _to_come(sessions: Iterable[Commitment], ahead: Picture) -> Iterator[Commitment]:
    """Sessions that are not over; what was expected and not recorded was not held."""
    for session in sessions:
        over = session.end
        if over is None:
            over = midnight(session.day + 1, ahead.week.zone)
        if over > ahead.as_of:
            yield session


def _timed(session: RideSession | StrengthSession, zone: str) -> float | None:
    wall = session.start.wall_in(zone)
    return wall.hour * 60 + wall.minute if session.start.timed else None


def _length(session: RideSession | StrengthSession) -> float | None:
    if isinstance(session, RideSession):
        return (session.end - session.start.utc).total_seconds() / 60 or None
    return session.duration_s / 60 if session.duration_s else None


def _sessions(log: Log) -> tuple[RideSession | StrengthSession, ...]:
    return (*log.rides, *log.strength)


def _sport(session: RideSession | StrengthSession) -> PlannedSport:
    return PlannedSport.RIDE if isinstance(session, RideSession) else PlannedSport.STRENGTH


def _title(session: RideSession | StrengthSession) -> str:
    return "" if isinstance(session, RideSession) else session.title.strip()


def _held(log: Log, ahead: Picture) -> Iterator[Held]:
    zone, loads = ahead.week.zone, _loads(ahead)
    for session in _sessions(log):
        sport = _sport(session)
        yield Held(
            sport=sport,
            title=_title(session),
            day=session.start.day_in(zone).toordinal(),
            clock_min=_timed(session, zone),
            minutes=_length(session),
            loads=loads.get(session.start.utc, frozenset())
            if sport is PlannedSport.STRENGTH
            else frozenset({Channel.FLEXION}),
        )


def _weeks_back(held: Held, ahead: Picture, parameters: Parameters) -> bool:
    monday = ahead.week.monday.toordinal()
    return 0 < monday - held.day <= 7 * parameters.number("plan.habit_window_weeks")


def _usual_loads(
    held: Iterable[Held],
) -> dict[tuple[PlannedSport, int], frozenset[Channel]]:
    """What sessions of a sport loaded in the last weeks, by weekday."""
    found: dict[tuple[PlannedSport, int], frozenset[Channel]] = {}
    for session in held:
        of = (session.sport, session.day % 7)
        found[of] = found.get(of, frozenset()) | session.loads
    return found


def _loads(ahead: Picture) -> dict[datetime, frozenset[Channel]]:
    """What every lifting session loaded, by its start."""
    sets = ahead.sets
    rows = {
        Channel.HINGE: sets.column("tl_hinge"),
        Channel.OVERHEAD: sets.overhead_dose > 0.0,
        Channel.ROTATION: (sets.rotation_reps > 0.0) | (sets.flexion_reps > 0.0),
    }
    found: dict[datetime, set[Channel]] = {}
    for channel, marked in rows.items():
        for number in set(sets.session[np.flatnonzero(marked)].tolist()):
            found.setdefault(ahead.sessions[number].start.utc, set()).add(channel)
    return {start: frozenset(channels) for start, channels in found.items()}


def _recorded(log: Log, ahead: Picture, rhythm: Rhythm) -> Iterator[Commitment]:
    zone = ahead.week.zone
    for session in _sessions(log):
        day = session.start.day_in(zone).toordinal()
        if not ahead.week.holds(day):
            continue
        start = session.start.utc.timestamp() if session.start.timed else None
        minutes = _length(session) or rhythm.session_s / 60
        yield Commitment(
            sport=_sport(session),
            label=_title(session) or _NAMES[_sport(session)],
            basis=Basis.RECORDED,
            day=day,
            start=start,
            end=None if start is None else start + 60 * minutes,
        )


def _planned(
    sessions: Iterable[PlannedSession],
    ahead: Picture,
    rhythm: Rhythm,
    loads: Mapping[tuple[PlannedSport, int], frozenset[Channel]],
) -> Iterator[Commitment]:
    for session in sessions:
        day = session.start.day_in(ahead.week.zone).toordinal()
        if not ahead.week.holds(day):
            continue
        start, end = None, None
        if session.start.timed:
            start = session.start.utc.timestamp()
            end = max(start, session.end.timestamp() if session.end else start + rhythm.session_s)
        yield Commitment(
            sport=session.sport,
            label=session.title.strip() or _NAMES[session.sport],
            basis=Basis.PLANNED,
            day=day,
            start=start,
            end=end,
            loads=loads.get((session.sport, day % 7), frozenset()),
        )


def _usual(habit: Habit, ahead: Picture, rhythm: Rhythm) -> Commitment:
    day = ahead.week.monday.toordinal() + habit.weekday
    start = None if habit.clock is None else instant_at(day, habit.clock, ahead.week.zone)
    seconds = 60 * habit.minutes if habit.minutes else rhythm.session_s
    return Commitment(
        sport=habit.sport,
        label=habit.title or _NAMES[habit.sport],
        basis=Basis.HABITUAL,
        day=day,
        start=start,
        end=None if start is None else start + seconds,
        loads=habit.loads,
    )
