"""Folders of a fleet: one an athlete, each with its profile."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import tomlkit

from tl_analyzer.fleet.fault import FleetError
from tl_analyzer.profile import Profile, ProfileError, load_profile, parse_profile

#: File in an athlete's folder that says who it is.
PROFILE_FILE = "profile.toml"

#: Longest id; the same as that of a profile. [characters]
_LONGEST_ID = 80


@dataclass(frozen=True, slots=True)
class AthleteFolder:
    """Everything of one athlete.

    Attributes
    ----------
    athlete : str
        Id: that of the profile, else the folder's name.
    folder : Path
        Where it lies.
    """

    athlete: str
    folder: Path


def athlete_folders(root: Path) -> tuple[AthleteFolder, ...]:
    """Sub-folders of a folder, in ascending order of the athletes' ids.

    Raises
    ------
    FleetError
        If there is none, or two are the same athlete's.
    """
    subfolders = sorted(each for each in root.iterdir() if _shown(each))
    found = sorted(
        (AthleteFolder(_id_of(folder), folder) for folder in subfolders),
        key=lambda each: each.athlete,
    )
    if not found:
        raise FleetError(
            f"{root} has no sub-folders", "Give every athlete a folder of their own in there."
        )
    _refuse_twins(found)
    return tuple(found)


def _shown(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and not path.name.startswith(".")


def _id_of(folder: Path) -> str:
    try:
        return load_profile(folder / PROFILE_FILE).athlete.id
    except ProfileError:  # said again where it is read, for that athlete alone
        return folder.name[:_LONGEST_ID]


def _refuse_twins(found: Sequence[AthleteFolder]) -> None:
    for one, other in pairwise(found):
        if one.athlete == other.athlete:
            raise FleetError(
                f"{one.folder} and {other.folder} are both of {one.athlete!r}",
                "Give each its own id in its profile, or put both into one folder.",
            )


def profile_text(each: AthleteFolder, zone: str) -> str:
    """The athlete's profile as TOML; without one, what is known: the name, and the zone here.

    Raises
    ------
    OSError, UnicodeDecodeError
        If there is one that cannot be read.
    """
    path = each.folder / PROFILE_FILE
    if path.is_file():
        return path.read_text(encoding="utf-8-sig")
    return tomlkit.dumps({"schema": 1, "athlete": {"id": each.athlete, "timezone": zone}})


def mapping_text(each: AthleteFolder, profile: Profile) -> str | None:
    """The athlete's own exercise names as TOML, where the profile names a file of them.

    Raises
    ------
    OSError, UnicodeDecodeError
        If it names one that cannot be read.
    """
    if not profile.exercises:
        return None
    return (each.folder / profile.exercises).read_text(encoding="utf-8-sig")


def parsed(each: AthleteFolder, text: str) -> Profile:
    """Read the profile of a folder.

    Raises
    ------
    ProfileError
        If it cannot be used.
    """
    return parse_profile(text, str(each.folder / PROFILE_FILE))
