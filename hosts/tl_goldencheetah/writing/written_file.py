"""What lies at the place of an activity: nothing, one that we wrote, or somebody else's."""

import json
import os
import tempfile
from collections.abc import Mapping
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


def fate_of(activity: Activity, folder: Path) -> Fate:
    """What would become of an activity, as the folder is now."""
    path = folder / activity.name
    others = [each for each in folder.glob(f"{path.stem}.*") if each.name != path.name]
    if others or path.is_symlink() or (path.exists() and not path.is_file()):
        return Fate.FOREIGN
    if not path.exists():
        return Fate.WRITTEN
    there = _ours(path)
    if there is None:
        return Fate.FOREIGN
    if _text(there.get("IDENTIFIER")) != activity.identifier:
        return Fate.OTHER
    if _stamp(there) == _stamp(activity.document["RIDE"]):
        return Fate.KEPT
    return Fate.UPDATED if _untouched(path, there) else Fate.EDITED


def put(activity: Activity, folder: Path) -> Fate:
    """Write an activity where it may be written, and say what became of it.

    Raises
    ------
    RemediableError
        If the file cannot be written.
    """
    fate = fate_of(activity, folder)
    if fate not in (Fate.WRITTEN, Fate.UPDATED):
        return fate
    try:
        return fate if _place(folder / activity.name, activity.data, fate) else Fate.FOREIGN
    except OSError as why:
        raise RemediableError(
            f"cannot write into {folder}: {why.strerror or why}",
            "Check that the folder is yours to write to; what was written before it is complete.",
        ) from why


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
