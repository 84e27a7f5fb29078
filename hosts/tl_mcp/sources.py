"""Where athletes come from: the log store, a folder of their folders, or one athlete's files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

import tl_analyzer as tl
from tl_analyzer.remedy import RemediableError

_PROFILE = "profile.toml"
_HIDDEN = "."


class Source(Protocol):
    """Where athletes come from."""

    def ids(self) -> tuple[str, ...]:
        """Everybody who is there, whoever may be asked about."""

    def athlete(self, known: str) -> tl.Athlete:
        """One of them."""

    def roster(self, week: str, as_of: str | None, ids: tuple[str, ...]) -> tl.Roster:
        """The weeks of some of them, most urgent first."""


@dataclass(frozen=True)
class LogStore:
    """The athletes of a log store.

    Parameters
    ----------
    file : Path or None
        The store; None for the default one.
    profile : Path or None
        What is said of an athlete elsewhere than in the store.
    """

    file: Path | None
    profile: Path | None

    def ids(self) -> tuple[str, ...]:
        """Everybody who was imported so far."""
        return tl.stored_athletes(self.file)

    def athlete(self, known: str) -> tl.Athlete:
        """One of them, as stored by now."""
        return tl.stored(known, store=self.file, profile=self.profile)

    def roster(self, week: str, as_of: str | None, ids: tuple[str, ...]) -> tl.Roster:
        """The weeks of some of them, most urgent first."""
        return tl.team_roster(store=self.file, week=week, as_of=as_of, athletes=ids)


@dataclass(frozen=True)
class Folders:
    """A folder with a folder for each athlete, found by its profile.

    Parameters
    ----------
    top : Path
        The folder.
    """

    top: Path

    def ids(self) -> tuple[str, ...]:
        """Everybody with a profile that can be read."""
        return tuple(sorted(self._places()))

    def athlete(self, known: str) -> tl.Athlete:
        """One of them, as the files are by now.

        Raises
        ------
        RemediableError
            If two go by this id.
        """
        places = self._places()[known]
        _refuse_shared(known, places)
        return tl.read(*places)

    def roster(self, week: str, as_of: str | None, ids: tuple[str, ...]) -> tl.Roster:
        """The weeks of some of them, most urgent first.

        Raises
        ------
        RemediableError
            If two go by one of these ids: who of them is meant cannot be told.
        """
        places = self._places()
        for known in ids:
            _refuse_shared(known, places.get(known, []))
        return tl.team_roster(self.top, week=week, as_of=as_of, athletes=ids)

    def _places(self) -> Mapping[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for profile in profiles_below(self.top):
            try:
                known = tl.read_profile(profile).athlete.id
            except RemediableError:
                # Whoever's profile is at fault cannot be asked about; `tl roster` says what it is.
                continue
            found.setdefault(known, []).append(profile.parent)
        return found


@dataclass(frozen=True)
class OneAthlete:
    """One athlete's own files.

    Parameters
    ----------
    paths : tuple of Path
        Files and folders.
    profile : Path or None
        The profile, where it lies elsewhere.
    """

    paths: tuple[Path, ...]
    profile: Path | None

    def ids(self) -> tuple[str, ...]:
        """The athlete's id."""
        return (self._id,)

    def athlete(self, known: str) -> tl.Athlete:
        """The athlete, as the files are by now."""
        return tl.read(*self.paths, profile=self.profile)

    def roster(self, week: str, as_of: str | None, ids: tuple[str, ...]) -> tl.Roster:
        """There is none of one athlete.

        Raises
        ------
        RemediableError
            Always.
        """
        raise RemediableError(
            "a roster is of many athletes, and this server reads the files of one",
            "Ask for the weekly report.",
        )

    @cached_property
    def _id(self) -> str:
        return self.athlete("").id


def source_of(paths: tuple[Path, ...], store: Path | None, profile: Path | None) -> Source:
    """Tell where the athletes come from; with paths no store is looked at.

    Raises
    ------
    RemediableError
        If paths contradict each other.
    """
    if not paths:
        return LogStore(store, profile)
    if not any(_of_many(path) for path in paths):
        return OneAthlete(paths, profile)
    if len(paths) > 1 or profile is not None:
        raise RemediableError(
            "a folder of athletes' folders is served alone, and each has a profile of its own",
            "Give one folder, without --profile.",
        )
    return Folders(paths[0])


def profiles_below(top: Path) -> tuple[Path, ...]:
    """Profiles in the folders below a folder; links and hidden folders are not followed."""
    found: list[Path] = []
    waiting = [top]
    while waiting:
        for entry in _inside(waiting.pop()):
            if (entry / _PROFILE).is_file():
                found.append(entry / _PROFILE)
            else:
                waiting.append(entry)
    return tuple(sorted(found))


def _refuse_shared(known: str, places: list[Path]) -> None:
    if len(places) > 1:
        raise RemediableError(
            f"{len(places)} athletes here go by the id {known!r}",
            "Whoever keeps the folder can give each profile an id of its own.",
        )


def _of_many(path: Path) -> bool:
    return path.is_dir() and not (path / _PROFILE).is_file() and bool(profiles_below(path))


def _inside(folder: Path) -> list[Path]:
    try:
        return [
            entry
            for entry in folder.iterdir()
            if entry.is_dir() and not entry.is_symlink() and not entry.name.startswith(_HIDDEN)
        ]
    except OSError:
        return []
