"""Whose log it is: ``--profile``, a ``profile.toml`` in the folder, or the folder's name."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tl_analyzer.adapter import Reading
from tl_analyzer.intake.reading_of import reading_of
from tl_analyzer.log import Log, Problem, ProblemKind
from tl_analyzer.profile import (
    Profile,
    ProfileError,
    default_profile,
    load_profile,
    parse_profile,
)
from tl_analyzer.remedy import RemediableError

#: File name under which a folder of inputs keeps its profile.
PROFILE_FILE = "profile.toml"

_ZONE_FOLDER = "zoneinfo/"


@dataclass(frozen=True)
class Resolved:
    """The athlete of a run.

    Attributes
    ----------
    profile : Profile
        The profile in use.
    folder : Path
        Folder that file names in the profile are relative to.
    notes : tuple of Problem
        What had to be assumed, for the diagnostics of the report.
    file : Path or None
        The file of the profile; None where there is none.
    mapping : str
        Text of the athlete's own exercise names as it was imported, for when the file that the
        profile names is gone.
    """

    profile: Profile
    folder: Path
    notes: tuple[Problem, ...] = ()
    file: Path | None = None
    mapping: str = ""

    @property
    def reading(self) -> Reading:
        """What an adapter may know about the athlete."""
        return reading_of(self.profile)

    def told(self, log: Log) -> Log:
        """The log with what had to be assumed about the athlete among its problems."""
        return log.model_copy(update={"problems": (*self.notes, *log.problems)})


def resolve_athlete(
    chosen: Path | None, paths: Sequence[Path], athlete_id: str | None = None
) -> Resolved:
    """Find the profile of a run.

    Parameters
    ----------
    chosen : Path or None
        ``--profile``.
    paths : sequence of Path
        The inputs; the first folder among them may hold a profile.
    athlete_id : str or None
        ``--athlete``: names the athlete where no profile does.

    Raises
    ------
    RemediableError
        If a profile cannot be used, or is another athlete's.
    """
    folder = next((path for path in paths if path.is_dir()), None)
    beside = folder / PROFILE_FILE if folder else None
    file = chosen or (beside if beside and beside.is_file() else None)
    if file is None:
        return _without_profile(folder or paths[0].parent, athlete_id)
    profile = checked_profile(file)
    if athlete_id is not None:
        check_owner(profile, file, athlete_id)
    return Resolved(profile, file.parent, file=file)


def check_owner(profile: Profile, file: Path, athlete_id: str) -> None:
    """Check that a profile is that of an athlete.

    Raises
    ------
    RemediableError
        If it is another athlete's.
    """
    if athlete_id != profile.athlete.id:
        raise RemediableError(
            f"{file} is the profile of {profile.athlete.id!r}, not of {athlete_id!r}",
            "Leave --athlete out, or name the other athlete's profile with --profile.",
        )


def checked_profile(file: Path) -> Profile:
    """Read a profile; its faults end the command.

    Raises
    ------
    RemediableError
        With one line a fault.
    """
    try:
        return load_profile(file)
    except ProfileError as why:
        raise _unusable(why) from why


def checked_text(text: str, file: Path) -> Profile:
    """Read a profile from the text that is to stand in `file`; its faults end the command.

    Raises
    ------
    RemediableError
        With one line a fault.
    """
    try:
        return parse_profile(text, str(file))
    except ProfileError as why:
        raise _unusable(why) from why


def _unusable(why: ProfileError) -> RemediableError:
    lines = [_fault(problem) for problem in why.problems]
    hints = dict.fromkeys(problem.hint for problem in why.problems)
    return RemediableError("\n".join(lines), " ".join(hints))


def _fault(problem: Problem) -> str:
    place = f"{problem.file}: {problem.column}" if problem.column else problem.file
    return f"{place}: found {problem.found}; expected {problem.expected}"


def _without_profile(folder: Path, athlete_id: str | None) -> Resolved:
    name = (athlete_id or folder_id(folder))[:80]
    zone = system_zone()
    note = profile_assumed(str(folder), f"no {PROFILE_FILE}", name, zone)
    return Resolved(default_profile(name, zone), folder, (note,))


def profile_assumed(place: str, found: str, athlete_id: str, zone: str) -> Problem:
    """Say that an athlete has no profile, and what was assumed."""
    return Problem(
        file=place,
        found=found,
        expected="a profile that says whose log it is, and the time zone",
        hint=f"Went on as {athlete_id!r} in zone {zone}; `tl profile init` writes a profile.",
        kind=ProblemKind.NOTE,
        code="profile-assumed",
    )


def folder_id(folder: Path) -> str:
    """Name of a folder as an athlete's id; bytes in it that are no text are replaced."""
    name = folder.resolve().name or "athlete"
    return os.fsencode(name).decode("utf-8", "replace")


def system_zone(localtime: Path = Path("/etc/localtime")) -> str:
    """IANA name of this machine's time zone; UTC where it cannot be told."""
    named = os.environ.get("TZ", "").removeprefix(":")
    linked = str(localtime.resolve()) if localtime.is_symlink() else ""
    _, _, beyond = linked.rpartition(_ZONE_FOLDER)
    for zone in (named, beyond if _ZONE_FOLDER in linked else ""):
        if zone and _known(zone):
            return zone
    return "UTC"


def _known(zone: str) -> bool:
    try:
        default_profile("anybody", zone)
    except ValueError:
        return False
    return True
