"""The plugin file and its settings in GarminDB's plugin folder: written, replaced, removed."""

import os
import tempfile
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from tl_analyzer.remedy import RemediableError
from tl_garmindb.settings import SETTINGS, settings_content

#: GarminDB takes the class of this name from the module of this file.
PLUGIN = "TlPosture_plugin.py"

#: The first line of every version of the file begins so: what does not is somebody else's.
_OURS = b'"""Posture on the bike for each ride. Written by `tl connect garmindb`'

#: GarminDB loads whatever holds ``_plugin.py`` in its name, a file in the making as well.
_UNFINISHED = ".tl-analyzer-"

_LARGEST = 65_536  # [bytes looked at of a plugin file]


class Outcome(StrEnum):
    """What became of the plugin file."""

    INSTALLED = "installed"
    UPDATED = "updated"
    UNCHANGED = "already there"
    REMOVED = "removed"
    ABSENT = "not there"


def install(folder: Path, profile: Path | None) -> Outcome:
    """Put the plugin into a folder, for its owner's eyes.

    Parameters
    ----------
    folder : Path
        GarminDB's plugin folder; made where it is missing.
    profile : Path or None
        The athlete's profile; None leaves what was said before.

    Raises
    ------
    RemediableError
        If somebody else's file has the plugin's name, or the folder cannot be written to.
    """
    text = files("tl_garmindb").joinpath(f"{PLUGIN}.txt").read_bytes()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        before = _ours(folder)
        # The settings first: a plugin that runs in between finds them.
        if profile is not None:
            _write(folder / SETTINGS, settings_content(profile.resolve()))
        if before == text:
            return Outcome.UNCHANGED
        _write(folder / PLUGIN, text)
    # A configuration may name what no path can be: that is a ValueError.
    except (OSError, ValueError) as why:
        raise _refused(folder, why) from why
    return Outcome.INSTALLED if before is None else Outcome.UPDATED


def remove(folder: Path) -> Outcome:
    """Take the plugin and its settings out of a folder; what it wrote into the database stays.

    Raises
    ------
    RemediableError
        If somebody else's file has the plugin's name, or the folder cannot be written to.
    """
    try:
        if _ours(folder) is None:
            return Outcome.ABSENT
        (folder / PLUGIN).unlink()
        (folder / SETTINGS).unlink(missing_ok=True)
    except OSError as why:
        raise _refused(folder, why) from why
    return Outcome.REMOVED


def _ours(folder: Path) -> bytes | None:
    """The plugin file as it is; None where there is none."""
    file = folder / PLUGIN
    if not file.exists():
        return None
    with file.open("rb") as stream:
        content = stream.read(_LARGEST)
    if not content.startswith(_OURS):
        raise RemediableError(
            f"{file} was not written by tl", "Move it away, then run the command again."
        )
    return content


def _write(file: Path, content: bytes) -> None:
    # mkstemp makes the file readable by its owner alone.
    handle, unfinished = tempfile.mkstemp(dir=file.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(unfinished).replace(file)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _refused(folder: Path, why: OSError | ValueError) -> RemediableError:
    reason = getattr(why, "strerror", None) or why
    return RemediableError(
        f"cannot change the plugin folder {str(folder)!r}: {reason}",
        "Name a folder that you may write to with --plugins DIR.",
    )
