"""One athlete's week brought to a server, and what is told about it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tl_activitywatch.bucket import (
    CLIENT,
    EVENT_TYPE,
    Changes,
    bucket_name,
    changes,
    exists,
    sessions_there,
    write,
)
from tl_activitywatch.training import Training, period_of, plain_line, training_of
from tl_analyzer.activitywatch_server import ActivityWatchServer

if TYPE_CHECKING:
    from tl_analyzer import Athlete


def write_week(athlete: "Athlete", week: str, url: str, *, dry_run: bool) -> tuple[str, ...]:
    """Bring the sessions of a week to the server of this computer.

    Parameters
    ----------
    athlete : Athlete
        Whose week it is.
    week : str
        ``2026-W46``, ``this`` or ``last``.
    url : str
        Address of the server.
    dry_run : bool
        Whether nothing is to be written.

    Returns
    -------
    tuple of str
        What was done, line by line.

    Raises
    ------
    RemediableError
        If there is no such week, no such server, or a bucket there that is not ours.
    """
    server = ActivityWatchServer(url)
    log = athlete.log(week)
    monday = athlete.monday(week)
    trained = training_of(log, monday, athlete.timezone)
    hostname = server.hostname()
    bucket = bucket_name(hostname)
    present = exists(server, bucket)
    there = sessions_there(server, bucket, athlete.id) if present else ()
    found = changes(trained.sessions, there, period_of(monday, athlete.timezone))
    if not dry_run and (found.new or found.corrected):
        if not present:
            server.create_bucket(bucket, client=CLIENT, kind=EVENT_TYPE, hostname=hostname)
        write(server, bucket, athlete.id, found)
    return (
        *_told(found, athlete.timezone),
        *_untimed(trained.untimed),
        _summary(found, f"bucket {bucket} at {server.url}", dry_run),
    )


def _told(found: Changes, zone: str) -> Iterator[str]:
    corrected = tuple(one.training for one in found.corrected)
    named = (
        ("new", found.new),
        ("corrected", corrected),
        ("as before", found.same),
        ("stays", found.gone),
    )
    for word, sessions in named:
        for one in sessions:
            yield f"{word:<9}  {_line(one, zone)}"


def _untimed(number: int) -> Iterator[str]:
    if number:
        which = "session has" if number == 1 else "sessions have"
        yield f"left out   {number} {which} no time of day, and so no place on a timeline"


def _line(one: Training, zone: str) -> str:
    begun = one.start.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
    length = f"{round(one.duration_s / 60)} min" if one.duration_s else "length not logged"
    sets = "" if one.sets is None else f", {one.sets} set{'' if one.sets == 1 else 's'}"
    # Of a session that stays, the words come from the server.
    return f"{begun}  {plain_line(one.sport)}  {plain_line(one.title)}, {length}{sets}"


def _summary(found: Changes, where: str, dry_run: bool) -> str:
    would = "would be " if dry_run else ""
    said = [f"{len(found.new)} {would}new", f"{len(found.corrected)} {would}corrected"]
    said.append(f"{len(found.same)} as before")
    if found.gone:
        said.append(f"{len(found.gone)} no longer in the log stay (Raw data there deletes them)")
    return f"{', '.join(said)}: {where}"
