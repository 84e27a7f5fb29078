"""A folder tree -> the folders of its athletes."""

from collections.abc import Collection, Iterator
from pathlib import Path

import tomli

from tl_analyzer.athletes.athlete import PROFILE_FILE, folder_id
from tl_analyzer.remedy import RemediableError
from tl_analyzer.roster.roster_file import ROSTER_FILE

_HIDDEN = "."

#: Files that a folder of folders may hold without being an athlete's.
_BESIDE = frozenset({ROSTER_FILE})


def athlete_folders(top: Path, named: Collection[str] = ()) -> tuple[Path, ...]:
    """Find the folders of the athletes below a folder.

    A folder is an athlete's if it holds a profile or is named; so is one with files, or with
    nothing, unless athletes lie below it; any other is a group of the folders in it.

    Parameters
    ----------
    top : Path
        The folder of the roster.
    named : collection of str
        Folders of athletes below it, as the roster file writes them.

    Raises
    ------
    RemediableError
        If there is none, or it is an athlete's own folder.
    """
    if not top.is_dir():
        raise RemediableError(
            f"{top} is no folder", "A roster reads a folder of athletes' folders."
        )
    if (top / PROFILE_FILE).is_file():
        raise RemediableError(
            f"{top} is one athlete's folder: it holds a {PROFILE_FILE}",
            f"`tl report {top}` reports on it; a roster reads the folder above.",
        )
    sure = frozenset(top.joinpath(*name.split("/")) for name in named)
    found = [folder for below in _sub_folders(top) for folder in _athletes(below, sure)]
    if not found and not sure:
        raise RemediableError(
            f"{top} has no sub-folders",
            f"A roster reads one sub-folder an athlete, each with its {PROFILE_FILE}.",
        )
    return tuple(found)


def holds_profile(folder: Path) -> bool:
    """Whether there is a profile in a folder; no where the folder may not be looked into."""
    return _is_file(folder / PROFILE_FILE)


def id_in(folder: Path) -> str:
    """The athlete's id in a folder: that of the profile where it can be read, else the name."""
    try:
        tree = tomli.loads((folder / PROFILE_FILE).read_text(encoding="utf-8-sig"))
        told = tree["athlete"]["id"]
    # Whatever else is wrong with the profile is told when the athlete's turn comes.
    except (OSError, ValueError, LookupError, TypeError):
        return folder_id(folder)
    return told if isinstance(told, str) and told else folder_id(folder)


def _athletes(folder: Path, sure: Collection[Path]) -> Iterator[Path]:
    if _is_sure(folder, sure):
        yield folder
        return
    below = [found for each in _sub_folders(folder) for found in _athletes(each, sure)]
    if any(_is_sure(found, sure) for found in below) or (below and not _holds_files(folder)):
        yield from below
    else:
        yield folder


def _is_sure(folder: Path, sure: Collection[Path]) -> bool:
    return folder in sure or holds_profile(folder)


def _holds_files(folder: Path) -> bool:
    return any(
        _is_file(path) and path.name not in _BESIDE and not path.name.startswith(_HIDDEN)
        for path in _inside(folder)
    )


def _sub_folders(folder: Path) -> list[Path]:
    inside = (path for path in _inside(folder) if not path.name.startswith(_HIDDEN))
    return [path for path in inside if _is_folder(path)]


# Before Python 3.14 both questions raise where rights are missing; whose turn it is tells that.
def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _inside(folder: Path) -> list[Path]:
    """What lies in a folder, by name; nothing where it cannot be opened or is a link.

    Links are not followed, as in the reading of inputs: they may lead round in a circle.
    """
    try:
        return [] if folder.is_symlink() else sorted(folder.iterdir())
    except OSError:
        return []
