"""The columns of Strava's ``activities.csv``, in any language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from tl_analyzer.column_map import column_key
from tl_analyzer.parsing.header import Header, find_header
from tl_analyzer.parsing.rows import records

#: Some exports have the HTML of an untranslated word in the cell.
_TAG = re.compile(r"<[^<>]*>")
#: Places in every export since 2019. Elapsed time and distance stand twice: first as shown, in
#: the account's units, then as stored, in seconds and metres.
_PLACES = {"id": 0, "date": 1, "type": 3, "filename": 12, "mass": 13, "elapsed": 15, "moving": 16}
_STORED_DISTANCE = 17
_SHOWN = {"elapsed": 5, "distance": 6}
_MEMBER = re.compile(r"(activities/\d+\.(fit|gpx|tcx)(\.gz)?)?", re.IGNORECASE)
#: The names of a language that no other table has together.
_TELLING = frozenset({"id", "date", "type", "elapsed"})


@dataclass(frozen=True)
class Columns:
    """Where what stands; None for what the export does not have.

    Attributes
    ----------
    header : Header
        The header.
    language : str
        Language of its words; empty where none of them is known.
    id, date, type, elapsed : int
        Columns that every export has.
    moving, distance, mass : int or None
        Moving time [s], distance as stored [m], body mass [kg].
    """

    header: Header
    language: str
    id: int
    date: int
    type: int
    elapsed: int
    moving: int | None
    distance: int | None
    mass: int | None

    @property
    def width(self) -> int:
        """Cells that a row needs at least."""
        return max(self.id, self.date, self.type, self.elapsed) + 1


def find_columns(lines: Sequence[str]) -> Columns | None:
    """Find the columns by name, else by their order; None where it is no such table.

    Parameters
    ----------
    lines : sequence of str
        The head of the file.
    """
    header = find_header(lines)
    if header is None:
        return None
    keys = [column_key(_TAG.sub("", cell)) for cell in header.cells]
    language = _language(keys)
    if language:
        return _by_name(header, keys, language)
    return _by_order(header) if _has_the_order(header, keys, lines) else None


def _language(keys: list[str]) -> str:
    for language, words in _words().items():
        named = all(set(words[name]) & set(keys) for name in _TELLING)
        # "id", "date" and "type" are anybody's words: they need the rest of the old layout.
        if named and (keys[0] != "id" or {"elapsed time", "filename"} <= set(keys)):
            return language
    return ""


def _by_name(header: Header, keys: list[str], language: str) -> Columns:
    words = _words()[language]

    def place(name: str, *, last: bool = False) -> int | None:
        found = [at for at, key in enumerate(keys) if key in words[name]]
        return (found[-1] if last else found[0]) if found else None

    distance = [at for at, key in enumerate(keys) if key in words["distance"]]
    return Columns(
        header=header,
        language=language,
        id=place("id") or 0,
        date=place("date") or 0,
        type=place("type") or 0,
        elapsed=place("elapsed", last=True) or 0,
        moving=place("moving"),
        distance=distance[1] if len(distance) > 1 else None,
        mass=place("mass"),
    )


def _by_order(header: Header) -> Columns:
    return Columns(
        header=header,
        language="",
        id=_PLACES["id"],
        date=_PLACES["date"],
        type=_PLACES["type"],
        elapsed=_PLACES["elapsed"],
        moving=_PLACES["moving"],
        distance=_STORED_DISTANCE,
        mass=_PLACES["mass"],
    )


def _has_the_order(header: Header, keys: list[str], lines: Sequence[str]) -> bool:
    """Whether two headers stand twice at their places, and a row has an id and a member."""
    if len(keys) <= _STORED_DISTANCE or header.delimiter != ",":
        return False
    twice = (_SHOWN["elapsed"], _PLACES["elapsed"]), (_SHOWN["distance"], _STORED_DISTANCE)
    if any(keys[a] != keys[b] or not keys[a] for a, b in twice):
        return False
    first = next(records(lines, header), None)
    if first is None or len(first.cells) <= _STORED_DISTANCE:
        return False
    member = first.cells[_PLACES["filename"]]
    return first.cells[0].isdigit() and _MEMBER.fullmatch(member) is not None


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    text = files("tl_bulk").joinpath("strava_header.toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = tomli.loads(text)
    return table
