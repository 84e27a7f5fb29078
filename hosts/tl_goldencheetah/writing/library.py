"""The folder of an athlete in a GoldenCheetah library."""

from pathlib import Path

from tl_analyzer.remedy import RemediableError
from tl_goldencheetah.writing.plain_text import plain_line

ACTIVITIES = "activities"
_CONFIG = "config"
#: Athletes that are named where one has to be chosen, and characters of a name. [1]
_NAMED = 20
_LONGEST_NAME = 60


def activities_folder(library: Path, athlete: str | None) -> Path:
    """Find the folder of activities.

    Parameters
    ----------
    library : Path
        A library, or the folder of one athlete in it.
    athlete : str or None
        The athlete's name in GoldenCheetah; not needed where there is one.

    Raises
    ------
    RemediableError
        If there is no such athlete, or several and none is named.
    """
    if _is_athlete(library):
        if athlete not in (None, library.resolve().name):
            raise RemediableError(
                f"{library} is the folder of one athlete, and not of {athlete!r}",
                "Leave --gc-athlete out, or name the folder that holds all athletes.",
            )
        return library / ACTIVITIES
    try:
        found = sorted(each for each in library.iterdir() if _is_athlete(each))
    except OSError as why:
        raise RemediableError(
            f"cannot look into {library}: {why.strerror or why}", "Name a folder you may read."
        ) from why
    if not found:
        raise RemediableError(
            f"{library} is no library of GoldenCheetah: it holds no athlete",
            "Name the folder that GoldenCheetah shows under Options, General, Athlete Library.",
        )
    names = [each.name for each in found]
    some = ", ".join(plain_line(name, _LONGEST_NAME) for name in names[:_NAMED])
    if athlete is None and len(found) > 1:
        raise RemediableError(
            f"{library} holds {len(found)} athletes: {some}", "Name one with --gc-athlete NAME."
        )
    # Chosen among the names that are there, so that a name cannot lead elsewhere.
    chosen = [each for each in found if athlete in (None, each.name)]
    if not chosen:
        raise RemediableError(f"{library} holds no athlete {athlete!r}", f"It holds {some}.")
    return chosen[0] / ACTIVITIES


def _is_athlete(folder: Path) -> bool:
    try:
        return (folder / ACTIVITIES).is_dir() and (folder / _CONFIG).is_dir()
    except OSError:
        return False
