"""The athletes of a roster, and the week of each as one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tl_analyzer.analysis import weekly_report
from tl_analyzer.cli.athlete_log import AthleteLog
from tl_analyzer.cli.failure import Failure, UsageFailure
from tl_analyzer.cli.inputs import read_unwatched
from tl_analyzer.cli.log_of_files import LogOfFiles
from tl_analyzer.cli.log_of_store import LogOfStore
from tl_analyzer.cli.log_store import reading_store
from tl_analyzer.cli.moment import as_of_instant, chosen_week
from tl_analyzer.cli.settings import parameters_for, recogniser_for
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.report.weekly_report import AthleteLine
from tl_analyzer.roster.roster_line import RosterLine, roster_line
from tl_analyzer.rules.catalogue import judge
from tl_analyzer.store.athletes import athletes

_HIDDEN = "."


@dataclass(frozen=True, slots=True)
class RosterAthlete:
    """One athlete of a roster, by where the log is.

    Attributes
    ----------
    id : str
        Id in the store, or name of the folder.
    folder : Path or None
        Folder with profile and inputs; None for the store.
    store : Path or None
        File of the store; None for the default one.
    """

    id: str
    folder: Path | None
    store: Path | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of every athlete.

    Attributes
    ----------
    week : str or None
        ``--week``.
    as_of : str
        ``--as-of``, or the moment the roster is made.
    """

    week: str | None
    as_of: str


def athletes_of_folder(folder: Path) -> tuple[RosterAthlete, ...]:
    """Every sub-folder, by name.

    Raises
    ------
    UsageFailure
        If there is none.
    """
    found = sorted(
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.is_dir() and not path.name.startswith(_HIDDEN)
    )
    if not found:
        raise UsageFailure(
            f"{folder} has no sub-folders",
            "A roster reads one sub-folder an athlete, each with its profile.toml.",
        )
    return tuple(RosterAthlete(path.name, path) for path in found)


def athletes_of_store(store: Path | None) -> tuple[RosterAthlete, ...]:
    """Every athlete of the log store, by id.

    Raises
    ------
    UsageFailure
        If there is no store, or nobody in it.
    """
    with reading_store(store) as connection:
        found = athletes(connection)
    if not found:
        raise UsageFailure("the log store holds no athlete yet", "`tl import PATH...` fills it.")
    return tuple(RosterAthlete(athlete.id, None, store) for athlete in found)


def line_of(athlete: RosterAthlete, asked: Asked) -> RosterLine:
    """An athlete's week beside the week before; a failure is a line, too."""
    try:
        return _line(athlete, asked)
    except Failure as why:
        return failed_line(athlete, f"{why.message.rstrip('.')}. {why.hint}")
    # Whatever is wrong with one athlete's log must not cost the others theirs.
    except Exception as why:
        return failed_line(athlete, f"internal error: {type(why).__name__}: {why}")


def _line(athlete: RosterAthlete, asked: Asked) -> RosterLine:
    with _log_of(athlete) as source:
        who = source.who
        zone = who.profile.athlete.timezone
        as_of = as_of_instant(asked.as_of, zone)
        week = chosen_week(asked.week, zone, as_of)
        before = week.back(1)
        log = source.read(week.monday, since=before.monday)
    log = log.model_copy(update={"problems": (*who.notes, *log.problems)})
    parameters = parameters_for(who.profile)
    recogniser = recogniser_for(who, None)
    then = min(as_of, datetime.fromtimestamp(before.end, UTC).astimezone(as_of.tzinfo))
    stood = judge(picture_of(log, who.profile, before, then, parameters, recogniser), parameters)
    return roster_line(weekly_report(log, who.profile, week, as_of, parameters, recogniser), stood)


@contextmanager
def _log_of(athlete: RosterAthlete) -> Iterator[AthleteLog]:
    if athlete.folder is not None:
        yield LogOfFiles((athlete.folder,), None, None, read_unwatched)
        return
    with reading_store(athlete.store) as connection:
        yield LogOfStore(connection, None, athlete.id)


def failed_line(athlete: RosterAthlete, why: str) -> RosterLine:
    """The line of an athlete of whom there is no report, and why."""
    return RosterLine(athlete=AthleteLine(id=athlete.id), error=why)
