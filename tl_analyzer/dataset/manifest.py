"""What a dataset says about itself: ``manifest.json``, and until that is written a record a bucket.

A bucket counts as written once its record is. The manifest gathers the records at the end, so a run
that was stopped leaves its records behind and can be taken up again.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tl_analyzer.dataset.bucket import bucket_name
from tl_analyzer.dataset.fault import DatasetError, UnreadableDatasetError
from tl_analyzer.dataset.formats import FORMATS
from tl_analyzer.dataset.private_file import private_file

MANIFEST = "manifest.json"
#: Folder of the records of a run that has not come to its end.
UNFINISHED = "unfinished"

_RUN = "run.json"

#: Version of the layout of files; another one is refused.
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class PartTable:
    """One file of a bucket: its rows [1] and the SHA-256 of its bytes."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """One bucket as it was written.

    Attributes
    ----------
    bucket : int
        Its number.
    key : str
        What it was made from; with another key it has to be made anew.
    athletes : int
        Athletes in it. [1]
    failed : int
        Of them, those whose row says why nothing came of them. [1]
    errors : tuple of str
        What the rows of some of those say.
    tables : mapping of str to PartTable
        Its files by table; a table without rows has none.
    """

    bucket: int
    key: str
    athletes: int
    failed: int
    errors: tuple[str, ...]
    tables: Mapping[str, PartTable]

    @property
    def digest(self) -> str:
        """SHA-256 over all it holds."""
        told = "".join(f"{name} {self.tables[name].sha256}\n" for name in sorted(self.tables))
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A dataset.

    Attributes
    ----------
    kind : str
        What it holds: ``logs`` or ``reports``.
    format : str
        Name of the format of its files.
    buckets : int
        How many buckets athletes are spread over. [1]
    made_from : mapping of str to str
        Versions and settings it was made with.
    tables : mapping
        Columns of every table, name to type.
    parts : tuple of Part
        Its buckets, in order.
    schema : int
        Version of the layout.
    """

    kind: str
    format: str
    buckets: int
    made_from: Mapping[str, str]
    tables: Mapping[str, Mapping[str, str]]
    parts: tuple[Part, ...] = ()
    schema: int = SCHEMA

    @property
    def extension(self) -> str:
        """Ending of its files, without the dot."""
        return FORMATS[self.format].extension

    def file(self, folder: Path, table: str, bucket: int) -> Path:
        """Where the rows of a table and a bucket are, if there are any."""
        return folder / table / f"{bucket_name(bucket)}.{self.extension}"


def read_manifest(folder: Path, kind: str) -> Manifest:
    """Read the manifest of a dataset.

    Raises
    ------
    DatasetError
        If there is none, or it is of another kind or version.
    """
    if not (folder / MANIFEST).is_file():
        raise UnreadableDatasetError(
            f"{folder} is no dataset: it has no {MANIFEST}"
            + (", because the run that wrote it was stopped" if _begun(folder) else ""),
            "Repeat the command that wrote it: it goes on where it stopped."
            if _begun(folder)
            else "`tl export` and `tl fleet --import` write datasets.",
        )
    found = _read(folder / MANIFEST)
    try:
        parts = tuple(_part(entry) for entry in found.pop("parts"))
        manifest = Manifest(parts=parts, **found)
    except (TypeError, KeyError, AttributeError) as why:
        raise UnreadableDatasetError(
            f"{folder / MANIFEST} does not describe a dataset", "Write the dataset anew."
        ) from why
    if manifest.schema != SCHEMA or manifest.format not in FORMATS:
        raise UnreadableDatasetError(
            f"{folder} has layout {manifest.schema} in format {manifest.format!r}; this version"
            f" reads layout {SCHEMA}",
            "Read it with the version that wrote it, or write it anew.",
        )
    if manifest.kind != kind:
        raise UnreadableDatasetError(
            f"{folder} holds {manifest.kind}, not {kind}", "Name a dataset of that kind."
        )
    return manifest


def written_part(folder: Path, bucket: int) -> Part | None:
    """The record of a bucket of a run that has not come to its end, if there is one."""
    path = folder / UNFINISHED / f"{bucket_name(bucket)}.json"
    return _part(_read(path)) if path.is_file() else None


def begin(folder: Path, manifest: Manifest) -> None:
    """Note what a run is about, before its first bucket."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(folder / UNFINISHED / _RUN, dict(manifest.made_from))


def unfinished_run(folder: Path) -> dict[str, str]:
    """What the run was about that has not come to its end; empty without one."""
    path = folder / UNFINISHED / _RUN
    return {str(name): str(said) for name, said in _read(path).items()} if path.is_file() else {}


def write_record(folder: Path, part: Part) -> None:
    """Say that a bucket is written."""
    _write(folder / UNFINISHED / f"{bucket_name(part.bucket)}.json", asdict(part))


def written_parts(folder: Path) -> dict[int, Part]:
    """Buckets of a folder that are written, by number, whether the run came to its end or not."""
    parts: dict[int, Part] = {}
    if (folder / MANIFEST).is_file():
        parts = {entry["bucket"]: _part(entry) for entry in _read(folder / MANIFEST)["parts"]}
    for path in sorted((folder / UNFINISHED).glob(f"{bucket_name(0)[:-4]}*.json")):
        part = _part(_read(path))
        parts[part.bucket] = part
    return parts


def write_manifest(folder: Path, manifest: Manifest, parts: Mapping[int, Part]) -> Manifest:
    """Complete a dataset: gather its records, and remove files of buckets it does not have."""
    complete = replace(manifest, parts=tuple(part for _, part in sorted(parts.items())))
    _write(folder / MANIFEST, asdict(complete))
    for record in (folder / UNFINISHED).glob("*"):
        record.unlink(missing_ok=True)
    if (folder / UNFINISHED).is_dir():
        (folder / UNFINISHED).rmdir()
    kept = {
        manifest.file(folder, table, part.bucket)
        for part in complete.parts
        for table in part.tables
    }
    for table in manifest.tables:
        for file in (folder / table).glob("*"):
            if file not in kept:
                file.unlink(missing_ok=True)
    return complete


def check_target(folder: Path, kind: str) -> None:
    """Refuse to write into a folder that holds something else.

    Raises
    ------
    DatasetError
        If it does.
    """
    if folder.exists() and not folder.is_dir():
        raise DatasetError(f"{folder} is a file", "Name a folder for the dataset.")
    if (folder / MANIFEST).is_file():
        held = _read(folder / MANIFEST).get("kind")
        if held != kind:
            raise DatasetError(
                f"{folder} holds {held}, and {kind} would be written", "Name another folder."
            )
    elif folder.is_dir() and not _begun(folder) and any(folder.iterdir()):
        raise DatasetError(
            f"{folder} is not empty and holds no dataset", "Name an empty or a new folder."
        )


def _begun(folder: Path) -> bool:
    return (folder / UNFINISHED).is_dir()


def _part(entry: dict[str, Any]) -> Part:
    tables = {name: PartTable(**table) for name, table in entry["tables"].items()}
    return Part(**{**entry, "tables": tables, "errors": tuple(entry["errors"])})


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError) as why:
        raise UnreadableDatasetError(
            f"{path} cannot be read: {why}", "Write the dataset anew."
        ) from why
    if not isinstance(found, dict):
        raise UnreadableDatasetError(
            f"{path} does not describe a dataset", "Write the dataset anew."
        )
    return found


def _write(path: Path, tree: dict[str, Any]) -> None:
    with private_file(path) as stream:
        stream.write(json.dumps(tree, indent=1, ensure_ascii=False).encode("utf-8") + b"\n")
