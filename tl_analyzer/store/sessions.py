"""Sessions of the store by date, kind and words, for lists; nothing of the model is needed."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tl_analyzer.store.athletes import number_of
from tl_analyzer.store.texts import given_text, texts
from tl_analyzer.tables.instants import instant, microseconds

_SETS = "strength_set AS p WHERE p.athlete = s.athlete AND p.workout_start = s.start AND p.workout"

#: By kind: what is listed of a session, and where words are sought. ``found`` are their numbers.
_LISTED = {
    "strength": (
        "s.duration_s / 60.0, NULL, s.title, s.workout,"
        f" (SELECT count(*) FROM {_SETS} = s.workout) FROM workout AS s",
        "s.title IN found OR EXISTS (SELECT 1 FROM"
        f" {_SETS} = s.workout AND (p.exercise IN found OR p.note IN found))",
    ),
    "ride": (
        "s.moving_s / 60.0, s.distance_m, s.sub_sport, s.ride, 0 FROM ride AS s",
        "s.sub_sport IN found OR s.device IN found",
    ),
    "activity": (
        "s.moving_s / 60.0, s.distance_m, s.sport, s.number, 0 FROM activity AS s",
        "s.sport IN found",
    ),
}

#: Kinds of sessions that can be asked for.
SESSION_KINDS = tuple(_LISTED)

#: How far the day of an instant may differ between zones.
_ZONES = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session of a list.

    Attributes
    ----------
    athlete, kind : str
        Whose it is, and one of `SESSION_KINDS`.
    start : datetime
        Begin [UTC]; local noon of the day where the clock is ``date``.
    zone, clock : str
        Zone it was lived in, and what is known of its time.
    title : str
        Its name, sub-sport or sport.
    minutes, distance_m : float or None
        Length, without pauses where they are known [min], and distance [m].
    sets : int
        Sets of a workout. [1]
    exercises : tuple of str
        Names of its exercises, in order.
    file : str
        File it was read from.
    """

    athlete: str
    kind: str
    start: datetime
    zone: str
    clock: str
    title: str
    minutes: float | None
    distance_m: float | None
    sets: int
    exercises: tuple[str, ...]
    file: str

    @property
    def local(self) -> datetime:
        """Begin on the wall clock where it was lived."""
        return self.start.astimezone(ZoneInfo(self.zone))


def search(
    connection: sqlite3.Connection,
    athlete_id: str | None = None,
    *,
    text: str = "",
    since: date | None = None,
    until: date | None = None,
    kind: str | None = None,
    limit: int | None = None,
) -> tuple[SessionLine, ...]:
    """Sessions as read, newest first; two recordings of one session are two.

    Parameters
    ----------
    connection : Connection
        For reading.
    athlete_id : str, optional
        Whose; default: everybody's.
    text : str
        Part of a title, an exercise, a note, a sport or a device, in any case.
    since, until : date, optional
        First and last day, as they were lived.
    kind : str, optional
        One of `SESSION_KINDS`.
    limit : int, optional
        At most so many.

    Raises
    ------
    StoreError
        If the store does not know the athlete.
    """
    values = {
        "athlete": None if athlete_id is None else number_of(connection, athlete_id),
        "since": None if since is None else _noon(since - _ZONES),
        "until": None if until is None else _noon(until + _ZONES),
        "found": json.dumps(_numbers_of(connection, text)) if text else None,
    }
    rows = [
        (each, *row)
        for each in ([kind] if kind else SESSION_KINDS)
        for row in connection.execute(_statement(each), values)
    ]
    rows.sort(key=lambda row: row[2], reverse=True)
    lines: list[SessionLine] = []
    for row in rows:
        if limit is not None and len(lines) >= limit:
            break
        line = _line(connection, row)
        day = line.local.date()
        if (since is None or since <= day) and (until is None or day <= until):
            lines.append(line)
    return tuple(lines)


def exercise_counts(
    connection: sqlite3.Connection, athlete_id: str | None = None
) -> dict[str, int]:
    """Sets by name of the exercise as written, the most frequent first."""
    athlete = None if athlete_id is None else number_of(connection, athlete_id)
    rows = connection.execute(
        "SELECT text.value, count(*) FROM strength_set JOIN text ON text.id = exercise"
        " WHERE athlete = coalesce(?, athlete)"
        " GROUP BY exercise ORDER BY count(*) DESC, text.value",
        (athlete,),
    )
    return {given_text(name): count for name, count in rows}


def _statement(kind: str) -> str:
    listed, sought = _LISTED[kind]
    return (
        "WITH found AS (SELECT value FROM json_each(:found))"
        f" SELECT s.athlete, s.start, s.zone, s.clock, s.origin, {listed}"
        " WHERE (:athlete IS NULL OR s.athlete = :athlete)"
        " AND (:since IS NULL OR s.start >= :since) AND (:until IS NULL OR s.start <= :until)"
        f" AND (:found IS NULL OR {sought})"
    )


def _numbers_of(connection: sqlite3.Connection, text: str) -> list[int]:
    """Numbers of the texts that hold some words; the database knows the case of ASCII only."""
    sought = text.casefold()
    held = connection.execute("SELECT id, value FROM text")
    return [number for number, value in held if sought in given_text(value).casefold()]


def _noon(day: date) -> int:
    return microseconds(datetime.fromisoformat(f"{day.isoformat()}T12:00:00+00:00"))


def _line(connection: sqlite3.Connection, row: Sequence[Any]) -> SessionLine:
    kind, athlete, start, zone, clock, origin, minutes, distance_m, title, number, sets = row
    name, file = connection.execute(
        "SELECT athlete.name, origin.file FROM athlete, origin"
        " WHERE athlete.id = ? AND origin.origin = ?",
        (athlete, origin),
    ).fetchone()
    exercises = _exercises(connection, athlete, start, number) if kind == "strength" else []
    words = texts(connection, (zone, clock, title, file, *exercises))
    return SessionLine(
        athlete=name,
        kind=kind,
        start=instant(start),
        zone=words[zone],
        clock=words[clock],
        title=words[title],
        minutes=minutes,
        distance_m=distance_m,
        sets=sets,
        exercises=tuple(words[each] for each in exercises),
        file=words[file],
    )


def _exercises(connection: sqlite3.Connection, athlete: int, start: int, workout: int) -> list[int]:
    rows = connection.execute(
        "SELECT exercise FROM strength_set WHERE athlete = ? AND workout_start = ? AND workout = ?"
        " GROUP BY exercise ORDER BY min(number)",
        (athlete, start, workout),
    )
    return [exercise for (exercise,) in rows]
