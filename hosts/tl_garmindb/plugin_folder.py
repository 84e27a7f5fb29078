"""Where GarminDB looks for plugins: the folder its own configuration leads to."""

import json
from pathlib import Path
from typing import Any

from tl_analyzer.remedy import RemediableError

#: GarminDB's configuration, below the home folder.
CONFIGURATION = Path(".GarminDb", "GarminConnectConfig.json")

_BASE = "HealthData"
_PLUGINS = "Plugins"
_LARGEST = 1_048_576  # [bytes]


def plugin_folder(home: Path) -> Path:
    """The folder that GarminDB loads plugins from.

    Parameters
    ----------
    home : Path
        The athlete's home folder.

    Raises
    ------
    RemediableError
        If GarminDB is not configured there, or keeps its data nobody knows where.
    """
    file = home / CONFIGURATION
    directories = _configuration(file).get("directories", {})
    if not isinstance(directories, dict):
        raise _unusable(file)
    base = directories.get("base_dir", _BASE)
    if not isinstance(base, str) or not base:
        raise _unusable(file)
    if directories.get("relative_to_home", True):
        # GarminDB appends it to the home folder, even where it begins with a slash.
        return home / base.lstrip("/\\") / _PLUGINS
    if not Path(base).is_absolute():
        raise RemediableError(
            f"{file} keeps GarminDB's data in {base!r}, relative to wherever GarminDB is started",
            "Name its plugin folder: tl connect garmindb --plugins DIR",
        )
    return Path(base) / _PLUGINS


def _configuration(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            read = json.loads(stream.read(_LARGEST))
    except FileNotFoundError as why:
        raise RemediableError(
            f"GarminDB is not set up here: there is no {file}",
            "Set it up as its own instructions say, or name its plugin folder with --plugins DIR.",
        ) from why
    # A hostile depth of brackets ends in a RecursionError.
    except (OSError, ValueError, RecursionError) as why:
        raise _unusable(file) from why
    if not isinstance(read, dict):
        raise _unusable(file)
    return read


def _unusable(file: Path) -> RemediableError:
    return RemediableError(
        f"{file} cannot be read as GarminDB's configuration",
        "Mend it, or name the plugin folder with --plugins DIR.",
    )
