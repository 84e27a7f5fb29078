"""A folder of pages: private, each written in one piece, and nobody else's file touched."""

import json
import os
import re
from collections.abc import Mapping, Set
from pathlib import Path

from tl_analyzer.cli.delivery import write_private
from tl_analyzer.cli.failure import UsageFailure

#: Lists the pages of a folder, so that the next run knows which it may replace or take away.
_LIST = ".tl-pages.json"
#: A page below the folder; nothing else is ever taken away, whatever the list says.
_PAGE = re.compile(r"(?:[a-z0-9_-]+/)?[a-z0-9_-]+(?:\.[0-9]+)?\.html")
#: Only the owner may look into a folder with health data.
_PRIVATE = 0o700


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write pages into a folder, and take away those of an earlier run that are no more.

    Parameters
    ----------
    folder : Path
        Is made where it is missing.
    pages : mapping of str to str
        Pages by their path below the folder, with ``/``. The first one is written last, so that
        it never leads to a page that is not there yet.

    Raises
    ------
    UsageFailure
        If the folder cannot be written, or holds a file of a page's name that no earlier run
        wrote; then nothing is written.
    """
    earlier = _listed(folder)
    for name in pages:
        if not _PAGE.fullmatch(name):
            raise ValueError(f"no name of a page: {name!r}")
        if name not in earlier and os.path.lexists(folder / name):
            raise UsageFailure(
                f"{folder / name} is there already, and was not written by this program",
                "Name a folder of its own with --out, or move that file away.",
            )
    _make(folder)
    # Listed before they are written: a run that is cut short leaves nothing behind that the next
    # one would take for somebody else's.
    _list(folder, earlier | pages.keys())
    index, *others = pages
    for name in (*others, index):
        _write(folder / name, pages[name])
    _take_away(folder, earlier - pages.keys())
    _list(folder, pages.keys())


def _write(path: Path, page: str) -> None:
    _make(path.parent)
    if path.is_symlink():
        _remove(path)  # what it leads to is not ours
    write_private(path, page)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except OSError as why:
        raise UsageFailure(
            f"cannot make the folder {folder}: {why.strerror or why}",
            "Name a folder that may be made, with --out.",
        ) from why


def _listed(folder: Path) -> set[str]:
    """Pages of an earlier run; a list that cannot be read lists nothing."""
    try:
        names = json.loads((folder / _LIST).read_text(encoding="utf-8"))["pages"]
        return {name for name in names if isinstance(name, str) and _PAGE.fullmatch(name)}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _list(folder: Path, names: Set[str]) -> None:
    write_private(folder / _LIST, json.dumps({"pages": sorted(names)}, indent=0) + "\n")


def _take_away(folder: Path, names: Set[str]) -> None:
    for name in sorted(names):
        path = folder / name
        # A folder of ours that has become a link leads to somebody else's files.
        if path.is_file() and not path.parent.is_symlink():
            _remove(path)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as why:
        raise UsageFailure(
            f"cannot take away {path}: {why.strerror or why}",
            "Name a folder that you may write to, with --out.",
        ) from why
