"""The athletes of a roster, and the week of each as one line."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from tl_analyzer.analysis import illustrated_report, weekly_report
from tl_analyzer.athletes.athlete import Resolved, checked_profile
from tl_analyzer.athletes.athlete_log import AthleteLog
from tl_analyzer.athletes.case import Case
from tl_analyzer.athletes.log_of_files import LogOfFiles
from tl_analyzer.athletes.log_of_store import LogOfStore
from tl_analyzer.athletes.log_store import reading_store
from tl_analyzer.athletes.moment import as_of_instant, chosen_week
from tl_analyzer.athletes.reviewed_week import reviewed_week
from tl_analyzer.athletes.settings import parameters_for, recogniser_for
from tl_analyzer.intake.gather import CONFIGURATION
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.profile import Profile
from tl_analyzer.remedy import RemediableError
from tl_analyzer.roster.athlete_outcomes import athlete_outcomes
from tl_analyzer.roster.last_days import last_days
from tl_analyzer.roster.listed import Listed
from tl_analyzer.roster.roster_entry import RosterEntry
from tl_analyzer.roster.summing_up import (
    failed_line,
    last_day_looked_at,
    roster_line,
    silent_line,
)
from tl_analyzer.rules.catalogue import judge

#: Earlier than any record.
_EVER = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class RosterAthlete:
    """One athlete of a roster, by where the log is.

    Attributes
    ----------
    listed : Listed
        Who it is, and what the roster file says of them.
    folder : Path or None
        Folder with profile and inputs; None for the store, or for one who is listed only.
    store : Path or None
        File of the store; None for the default one.
    kept : bool
        Whether there is a folder, or an athlete in the store.
    """

    listed: Listed
    folder: Path | None
    store: Path | None = None
    kept: bool = True

    @property
    def id(self) -> str:
        """Id in the store or of the profile, else name of the folder."""
        return self.listed.id


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of every athlete.

    Attributes
    ----------
    week : str or None
        ``--week``.
    as_of : str
        ``--as-of``, or the moment the roster is made.
    weeks : int
        Weeks of the outcome statistics; 0 for none. [weeks]
    reports : bool
        Whether the reports behind the lines are wanted, with their pictures.
    profile : Path or None
        ``--profile``: what holds for athletes who have no profile of their own.
    """

    week: str | None
    as_of: str
    weeks: int = 0
    reports: bool = False
    profile: Path | None = None


def entry_of(athlete: RosterAthlete, asked: Asked) -> RosterEntry:
    """An athlete's week beside the week before; a failure is a line, too."""
    try:
        return _entry(athlete, asked)
    except RemediableError as why:
        told = "; ".join(why.message.rstrip(".").split("\n"))
        # Where the folder lies is known; which of its files it is matters.
        inside = told.replace(f"{athlete.folder}/", "") if athlete.folder else told
        return failed_entry(athlete, f"{inside}. {why.remedy}")
    # Whatever is wrong with one athlete's log must not cost the others theirs.
    except Exception as why:
        return failed_entry(athlete, f"internal error: {type(why).__name__}: {why}")


def failed_entry(athlete: RosterAthlete, why: str) -> RosterEntry:
    """What is left of an athlete of whom there is no report: why."""
    return RosterEntry(failed_line(athlete.listed, why))


def _entry(athlete: RosterAthlete, asked: Asked) -> RosterEntry:
    listed = athlete.listed
    if not athlete.kept:
        return RosterEntry(silent_line(listed, "Listed, but there is no log."))
    if athlete.folder is not None and not os.access(athlete.folder, os.R_OK | os.X_OK):
        return failed_entry(athlete, "The folder may not be read. Check its rights.")
    with _log_of(athlete, asked.profile) as source:
        who = source.who
        if athlete.folder is not None and not _holds_anything(athlete.folder):
            named = replace(listed, name=who.profile.athlete.name)
            return RosterEntry(silent_line(named, "The folder holds no log."))
        zone = who.profile.athlete.timezone
        as_of = as_of_instant(asked.as_of, zone)
        week = chosen_week(asked.week, zone, as_of)
        before, until = week.back(1), last_day_looked_at(week, as_of.date())
        log = source.read(week.monday, since=week.back(max(1, asked.weeks - 1)).monday)
        seen = source.acknowledged()
        days = _last_days(source, athlete, log, week, until)
    log = who.told(log)
    parameters = parameters_for(who.profile)
    recogniser = recogniser_for(who, None)
    then = datetime.fromtimestamp(before.end, as_of.tzinfo)
    stood = judge(picture_of(log, who.profile, before, then, parameters, recogniser), parameters)
    made = illustrated_report if asked.reports else weekly_report
    case = Case(log, who.profile, week, as_of, parameters, recogniser)
    report = reviewed_week(case, seen, analyse=made)
    gap_days = int(parameters.number("history.gap_days"))
    return RosterEntry(
        roster_line(report, stood, listed, days, until, gap_days),
        report if asked.reports else None,
        athlete_outcomes(log, week, asked.weeks, until, parameters) if asked.weeks else None,
    )


def _holds_anything(folder: Path) -> bool:
    """Whether there is any file but the profile and its like."""
    return any(
        path.is_file() and path.name not in CONFIGURATION and not path.name.startswith(".")
        for path in folder.rglob("*")
    )


def _last_days(
    source: AthleteLog, athlete: RosterAthlete, log: Log, week: Week, until: date
) -> dict[str, date]:
    """Last day of each kind of record within the weeks that every log was read for, else ever.

    Of a store the log holds its first days and those of the weeks that are looked at; in between
    there may be more.
    """
    trend = timedelta(weeks=parameters_for(source.who.profile).number("exposure.trend_weeks"))
    found = last_days(log, week.zone, until)
    recent = {kind: day for kind, day in found.items() if day > until - trend}
    if recent or not found or athlete.folder is not None:
        return recent or found
    return last_days(source.read(week.monday, since=_EVER), week.zone, until)


@contextmanager
def _log_of(athlete: RosterAthlete, usual: Path | None) -> Iterator[AthleteLog]:
    if athlete.folder is not None:
        files = LogOfFiles((athlete.folder,), None, None)
        files.who = _as_listed(files.who, athlete.listed, usual)
        yield files
        return
    with reading_store(athlete.store) as connection:
        stored = LogOfStore(connection, None, athlete.id)
        stored.who = _as_listed(stored.who, athlete.listed, usual)
        yield stored


def _as_listed(who: Resolved, listed: Listed, usual: Path | None) -> Resolved:
    """The athlete as the roster file names and places them, where no profile does."""
    if any(note.code == "profile-assumed" for note in who.notes):
        who = _with_usual(who, listed, usual)
    profile = who.profile
    if listed.name and not profile.athlete.name:
        profile = _said_of(profile, name=listed.name)
    return replace(who, profile=profile)


def _with_usual(who: Resolved, listed: Listed, usual: Path | None) -> Resolved:
    """Who has no profile: what ``--profile`` says of everybody, in the zone of the roster file."""
    if usual is not None:
        general = _said_of(checked_profile(usual), name="")
        who = replace(who, profile=general, folder=usual.parent, notes=())
    if listed.timezone:
        who = replace(who, profile=_said_of(who.profile, timezone=listed.timezone), notes=())
    return replace(who, profile=_said_of(who.profile, id=listed.id))


def _said_of(profile: Profile, **changed: str) -> Profile:
    return profile.model_copy(update={"athlete": profile.athlete.model_copy(update=changed)})
