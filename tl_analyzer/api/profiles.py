"""Profiles: from a file, or of somebody of whom next to nothing is known."""

from pathlib import Path

from tl_analyzer.api.path_names import PathName
from tl_analyzer.athletes.athlete import checked_profile
from tl_analyzer.profile import Profile
from tl_analyzer.profile import default_profile as profile_of_defaults
from tl_analyzer.remedy import RemediableError


def read_profile(path: PathName) -> Profile:
    """Read a profile.

    Parameters
    ----------
    path : str or PathLike
        The file (TOML).

    Returns
    -------
    Profile
        What it says, checked.

    Raises
    ------
    RemediableError
        With one line a fault.
    """
    return checked_profile(Path(path))


def default_profile(athlete: str, timezone: str) -> Profile:
    """Profile of an athlete of whom only an id and a zone are known.

    Parameters
    ----------
    athlete : str
        The id, of 1 to 80 characters.
    timezone : str
        IANA zone in which days and weeks are cut.

    Returns
    -------
    Profile
        With the defaults for everything else.

    Raises
    ------
    RemediableError
        If the id is empty, or there is no such zone.
    """
    try:
        return profile_of_defaults(athlete, timezone)
    except ValueError as why:
        raise RemediableError(
            f"no profile for {athlete!r} in zone {timezone!r}",
            "An id is 1 to 80 characters, a zone an IANA name such as Europe/Berlin.",
        ) from why
