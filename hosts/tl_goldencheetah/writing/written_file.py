"""What lies at the place of an activity: nothing, one that we wrote, or somebody else's."""

import json
import os
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from tl_analyzer.remedy import RemediableError
from tl_goldencheetah.marks import SOURCE, SOURCE_TAG, WRITTEN_TAG
from tl_goldencheetah.writing.activity import Activity, encoded, stamped

#: Bytes of the largest file that may be one of ours. [B]
_LARGEST = 1_000_000


class Fate(StrEnum):
    """What becomes of an activity."""

    WRITTEN = "written"
    UPDATED = "updated"
    KEPT = "kept"
    #: At its start stands an activity that somebody else put there.
    FOREIGN = "left alone: an activity that tl-analyzer did not write starts then"
    #: GoldenCheetah has saved it since, with whatever was typed there.
    EDITED = "left alone: it was changed in GoldenCheetah; delete it there to have it written again"
    #: The same start, another athlete's log.
    OTHER = "left alone: it was written for another athlete's log"


#: Those by which a file changes.
CHANGING = (Fate.WRITTEN, Fate.UPDATED)


def other_starts(folder: Path) -> frozenset[str]:
    """Starts at which a file of another format stands: a library may hold ten thousand.

    Raises
    ------
    RemediableError
        If nobody may look into the folder.
    """
    try:
        names = [each.name.partition(".") for each in folder.iterdir()]
    except OSError as why:
        raise _refused("look", folder, why) from why
    return frozenset(start for start, _, ending in names if ending != "json")


def fate_of(activity: Activity, folder: Path, others: Collection[str]) -> Fate:
    """What would become of an activity, as the folder is now.

    Parameters
    ----------
    activity : Activity
        The activity.
    folder : Path
        The folder of activities.
    others : collection of str
        Starts at which a file of another format stands: see `other_starts`.

    Raises
    ------
    RemediableError
        If nobody may look into the folder.
    """
    path = folder / activity.name
    try:
        if path.stem in others or path.is_symlink() or (path.exists() and not path.is_file()):
            return Fate.FOREIGN
        if not path.exists():
            return Fate.WRITTEN
    except OSError as why:
        raise _refused("look", folder, why) from why
    there = _ours(path)
    if there is None:
        return Fate.FOREIGN
    if _text(there.get("IDENTIFIER")) != activity.identifier:
        return Fate.OTHER
    if _stamp(there) == _stamp(activity.document["RIDE"]):
        return Fate.KEPT
    return Fate.UPDATED if _untouched(path, there) else Fate.EDITED


def put(activity: Activity, folder: Path, others: Collection[str]) -> Fate:
    """Write an activity where it may be written, and say what became of it.

    Parameters
    ----------
    activity, folder, others
        As for `fate_of`.

    Raises
    ------
    RemediableError
        If the file cannot be written.
    """
    fate = fate_of(activity, folder, others)
    if fate not in CHANGING:
        return fate
    try:
        return fate if _place(folder / activity.name, activity.data, fate) else Fate.FOREIGN
    except OSError as why:
        raise _refused("write", folder, why) from why


def _refused(what: str, folder: Path, why: OSError) -> RemediableError:
    return RemediableError(
        f"cannot {what} into {folder}: {why.strerror or why}",
        "Check that the folder is yours to read and write; what was written before is complete.",
    )


def _place(path: Path, data: bytes, fate: Fate) -> bool:
    """Write a private file, whole; False where somebody else was quicker."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if fate is Fate.WRITTEN and path.exists():
            return False
        made.replace(path)
    finally:
        with suppress(FileNotFoundError):
            made.unlink()
    return True


def _ours(path: Path) -> dict[str, object] | None:
    """The activity that we wrote there; None where it is not ours, or cannot be read."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        found = json.loads(path.read_text(encoding="utf-8-sig"))
        ride = found["RIDE"]
        tags = ride["TAGS"]
        ours = isinstance(tags, Mapping) and _text(tags.get(SOURCE_TAG)) == SOURCE
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return ride if ours and isinstance(ride, dict) else None


def _stamp(ride: Mapping[str, object]) -> str:
    tags = ride.get("TAGS")
    return _text(tags.get(WRITTEN_TAG)) if isinstance(tags, Mapping) else ""


def _untouched(path: Path, ride: dict[str, object]) -> bool:
    """Whether the file is to the byte what we wrote."""
    document = {"RIDE": ride}
    try:
        return stamped(document) == document and path.read_bytes() == encoded(document)
    except (OSError, ValueError):
        return False


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
