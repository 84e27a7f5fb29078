"""What the plugin is told: a small file beside it in GarminDB's plugin folder."""

import tomllib
from pathlib import Path

from tl_analyzer.remedy import RemediableError

#: Name of the file.
SETTINGS = "TlPosture.toml"

_LARGEST = 65_536  # [bytes]


def profile_named(settings: Path) -> Path | None:
    """The athlete's profile as the settings name it; None where they name none.

    Parameters
    ----------
    settings : Path
        The file; it need not exist.

    Raises
    ------
    RemediableError
        If it is there and cannot be read.
    """
    try:
        with settings.open("rb") as stream:
            named = tomllib.loads(stream.read(_LARGEST).decode("utf-8")).get("profile", "")
    except FileNotFoundError:
        return None
    # A hostile depth of brackets ends in a RecursionError.
    except (OSError, ValueError, RecursionError) as why:
        raise _unusable(settings) from why
    if not isinstance(named, str):
        raise _unusable(settings)
    return Path(named) if named else None


def profile_there(settings: Path) -> Path | None:
    """The same, where the profile is still there.

    Raises
    ------
    RemediableError
        If the settings cannot be read, or the profile they name is gone.
    """
    profile = profile_named(settings)
    if profile is not None and not profile.exists():
        raise RemediableError(
            f"the profile {profile} is gone", "Name it anew: tl connect garmindb --profile FILE"
        )
    return profile


def settings_content(profile: Path) -> bytes:
    """The content of settings that name a profile.

    Raises
    ------
    RemediableError
        If its path is no text.
    """
    # The plugin reads with the standard library alone.
    import tomlkit

    try:
        named = tomlkit.item(str(profile)).as_string().encode("utf-8")
    except UnicodeEncodeError as why:
        raise RemediableError(
            f"the path {str(profile)!r} is no text", "Give folder and file names of plain letters."
        ) from why
    return b"# Written by `tl connect garmindb`.\nprofile = " + named + b"\n"


def _unusable(settings: Path) -> RemediableError:
    return RemediableError(
        f"{settings} cannot be read", "Write it anew: tl connect garmindb --profile FILE"
    )
