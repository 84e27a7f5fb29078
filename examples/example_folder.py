"""The folder of an example: its files, written."""

from collections.abc import Iterable
from pathlib import Path


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files by their paths in a folder, which is made where it is missing."""
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
