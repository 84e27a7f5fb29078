"""An athlete whose weeks can be analysed: out of files, the log store, or a log at hand."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.api.path_names import PathName, path_of
from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.athletes.inputs import read_unwatched, require_readable
from tl_analyzer.athletes.log_of_files import LogOfFiles
from tl_analyzer.athletes.log_of_store import LogOfStore
from tl_analyzer.athletes.log_store import reading_store
from tl_analyzer.athletes.moment import as_of_instant, chosen_week
from tl_analyzer.intake.reading_of import reading_of
from tl_analyzer.log import Log
from tl_analyzer.profile import Profile
from tl_analyzer.remedy import RemediableError
from tl_analyzer.store.athletes import athletes


class KeptLog(Protocol):
    """Where an athlete's log is kept."""

    def log(self, monday: date, since: date) -> Log:
        """Everything that reports on the weeks from `since` to that of `monday` look at."""
        ...

    def acknowledged(self) -> tuple[Acknowledgement, ...]:
        """Flags of the athlete that somebody has seen."""
        ...


@dataclass(frozen=True, repr=False)
class Athlete:
    """An athlete with a log and a profile; made by `read`, `stored` and `of_log`.

    Attributes
    ----------
    who : Resolved
        Profile, and what had to be assumed about it.
    kept : KeptLog
        Where the log is.
    mapping : Path or None
        File of own exercise names; None for the one the profile names, if any.
    """

    who: Resolved
    kept: KeptLog
    mapping: Path | None = None

    def __repr__(self) -> str:
        # A profile tells more of somebody than a traceback or a notebook should show.
        return f"<Athlete {self.id!r}, {self.timezone}>"

    @property
    def id(self) -> str:
        """The id of the profile."""
        return self.who.profile.athlete.id

    @property
    def name(self) -> str:
        """The name of the profile; may be empty."""
        return self.who.profile.athlete.name

    @property
    def timezone(self) -> str:
        """IANA zone in which days and weeks are cut."""
        return self.who.profile.athlete.timezone

    @property
    def profile(self) -> Profile:
        """The profile in use."""
        return self.who.profile

    def monday(self, week: str = "last") -> date:
        """First day of a week.

        Parameters
        ----------
        week : str
            ``2026-W46``, ``this`` or ``last``.

        Raises
        ------
        RemediableError
            If there is no such week, or it has not begun.
        """
        return chosen_week(week, self.timezone, as_of_instant(None, self.timezone)).monday

    def log(self, week: str = "last", *, since: date | None = None) -> Log:
        """Everything that the report on a week looks at, with what had to be assumed.

        Parameters
        ----------
        week : str
            As for `monday`.
        since : date, optional
            A day of the first of several weeks, up to that one, that are looked at.

        Raises
        ------
        RemediableError
            If there is no such week, or the store cannot be read.
        """
        monday = self.monday(week)
        return self.who.told(self.kept.log(monday, monday if since is None else min(since, monday)))


@dataclass(frozen=True)
class AtHand:
    """A log in memory.

    Attributes
    ----------
    whole : Log
        The log.
    seen : tuple of Acknowledgement
        Flags that somebody has seen.
    """

    whole: Log
    seen: tuple[Acknowledgement, ...] = ()

    def log(self, monday: date, since: date) -> Log:
        """The log; it is whole, whatever the week."""
        return self.whole

    def acknowledged(self) -> tuple[Acknowledgement, ...]:
        """What was known when it was read."""
        return self.seen


@dataclass(frozen=True)
class InStore:
    """A log in the store, which is opened for each question.

    Attributes
    ----------
    store, profile : Path or None
        File of the store and of the profile; None for the default one and for the imported one.
    athlete : str
        The athlete's id.
    """

    store: Path | None
    profile: Path | None
    athlete: str

    def log(self, monday: date, since: date) -> Log:
        """What the weeks need of it."""
        with reading_store(self.store) as connection:
            return LogOfStore(connection, self.profile, self.athlete).read(monday, since=since)

    def acknowledged(self) -> tuple[Acknowledgement, ...]:
        """What the store holds."""
        with reading_store(self.store) as connection:
            return LogOfStore(connection, self.profile, self.athlete).acknowledged()


def read(
    *paths: PathName,
    profile: Profile | PathName | None = None,
    athlete: str | None = None,
    mapping: PathName | None = None,
) -> Athlete:
    """Read everything under some paths; nothing is stored.

    Parameters
    ----------
    *paths : str or PathLike
        Files, folders, archives.
    profile : Profile, str or PathLike, optional
        The athlete's profile, or its file; else ``profile.toml`` in the first folder.
    athlete : str, optional
        The athlete's id, where no profile says it.
    mapping : str or PathLike, optional
        File of own exercise names; else the one the profile names.

    Returns
    -------
    Athlete
        With the whole log in memory; what could not be read is among its problems.

    Raises
    ------
    NothingReadableError
        If no file holds anything readable.
    RemediableError
        If a path is not there, or the profile cannot be used.
    """
    if not paths or "" in paths:
        raise RemediableError("no path was given", "Name a file or a folder, or use `stored`.")
    wanted = tuple(map(Path, paths))
    for path in wanted:
        if not path.exists():
            raise RemediableError(f"{path} is not there", "Check the path.")
    if isinstance(profile, Profile):
        log = read_unwatched(wanted, reading_of(profile))
        require_readable(log, wanted)
        return of_log(log, profile, mapping)
    source = LogOfFiles(wanted, path_of(profile), athlete)
    log = source.read(date.max)
    return Athlete(source.who, AtHand(log, source.acknowledged()), path_of(mapping))


def stored(
    athlete: str | None = None,
    *,
    store: PathName | None = None,
    profile: PathName | None = None,
    mapping: PathName | None = None,
) -> Athlete:
    """An athlete of the log store.

    Parameters
    ----------
    athlete : str, optional
        The id; not needed where the store holds one athlete.
    store : str or PathLike, optional
        File of the store; the default one otherwise.
    profile, mapping : str or PathLike, optional
        As for `read`; else what was imported.

    Returns
    -------
    Athlete
        Whose log is read from the store for each question.

    Raises
    ------
    RemediableError
        If there is no such store, or no such athlete in it.
    """
    place, own = path_of(store), path_of(profile)
    with reading_store(place) as connection:
        who = LogOfStore(connection, own, athlete).who
    return Athlete(who, InStore(place, own, who.profile.athlete.id), path_of(mapping))


def stored_athletes(store: PathName | None = None) -> tuple[str, ...]:
    """Ids of all athletes of the log store.

    Parameters
    ----------
    store : str or PathLike, optional
        File of the store; the default one otherwise.

    Returns
    -------
    tuple of str
        As `stored` takes them.

    Raises
    ------
    RemediableError
        If there is no such store.
    """
    with reading_store(path_of(store)) as connection:
        return tuple(athlete.id for athlete in athletes(connection))


def of_log(log: Log, profile: Profile, mapping: PathName | None = None) -> Athlete:
    """An athlete with a log that somebody has built.

    Parameters
    ----------
    log : Log
        The log; whole, for its weeks are looked at one against the others.
    profile : Profile
        The athlete's profile.
    mapping : str or PathLike, optional
        File of own exercise names; else the one the profile names, from the current folder.

    Returns
    -------
    Athlete
        With the log in memory.
    """
    return Athlete(Resolved(profile, Path()), AtHand(log), path_of(mapping))
