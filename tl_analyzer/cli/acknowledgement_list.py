"""``tl ack --list``: what was seen of one athlete's flags, or of everybody's in the log store."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.athletes.log_of_store import LogOfStore
from tl_analyzer.athletes.log_store import reading_store
from tl_analyzer.athletes.moment import as_of_instant
from tl_analyzer.cli.acknowledging import Place
from tl_analyzer.profile import Profile
from tl_analyzer.report.wording import PROSE, clean, day
from tl_analyzer.store.athletes import athletes


def list_text(place: Place, as_of: str | None) -> str:
    """One line an acknowledgement.

    Parameters
    ----------
    place : Place
        Whose; without an athlete everybody's of the log store.
    as_of : str or None
        ``--as-of``: as of when they are listed.
    """
    lines = [
        _line(profile, each, as_of_instant(as_of, zone).astimezone(ZoneInfo(zone)).date())
        for profile, seen in _held(place)
        for zone in [profile.athlete.timezone]
        for each in seen
    ]
    return "".join(f"{line}\n" for line in lines) or "No flag is put aside.\n"


def _held(place: Place) -> Iterator[tuple[Profile, tuple[Acknowledgement, ...]]]:
    if place.paths or place.profile or place.athlete:
        with place.log() as source:
            yield source.who.profile, source.acknowledged()
        return
    with reading_store(place.store) as connection:
        for athlete in athletes(connection):
            one = LogOfStore(connection, None, athlete.id)
            yield one.who.profile, one.acknowledged()


def _line(profile: Profile, seen: Acknowledgement, today: date) -> str:
    zone = ZoneInfo(profile.athlete.timezone)
    over = " (that day has passed)" if today > seen.until else ""
    note = f": {clean(seen.note, PROSE)}" if seen.note else ""
    return (
        f"{clean(profile.athlete.id)}  {seen.code} ({seen.severity}, week {seen.week})"
        f" until {day(seen.until, year=True)}{over},"
        f" seen {day(seen.made_at.astimezone(zone).date(), year=True)}{note}"
    )
