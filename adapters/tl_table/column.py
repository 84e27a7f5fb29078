"""One header cell: what the column means, in which unit, and for which set."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tl_table.limits import limits
from tl_table.role import NUMBERED, Role
from tl_table.words import plain, words

#: `Load (kg)`, `Load [kg]`, `Load, kg`, `Load / kg`, `Load in kg`, `load_kg`.
_SUFFIX = re.compile(
    r"(?P<name>.*?)(?:\s*[(\[](?P<inside>[^()\[\]]*)[)\]]|[\s,/:|-]+(?P<last>\S+))"
)
_NUMBER_LAST = re.compile(
    r"(?P<name>.*?\D)[\s#.]*(?P<number>\d{1,2})(?P<unit>\s*[(\[][^()\[\]]*[)\]])?"
)
#: `RPE (1-10)`, `Date (dd/mm/yyyy)`: what the brackets hold changes nothing.
_REMARK = re.compile(r"(.*?)\s*[(\[][^()\[\]]*[)\]]")
_REMARKED = (Role.DATE, Role.EXERCISE, Role.RPE, Role.RIR, Role.NOTE)
#: A day is no role of its own: it stands in where no column is a date.
DAY = "day"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header cell says.

    Attributes
    ----------
    role : str
        A `Role`, or ``day``.
    unit : str
        Unit the header names; empty when it names none.
    number : int
        Which set it is of; 0 where it is of the row.
    actual : bool
        Whether it says that it holds what was done, as against what was planned.
    """

    role: str
    unit: str = ""
    number: int = 0
    actual: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read.

    Attributes
    ----------
    index : int
        Position in the row, from 0.
    name : str
        Header as written.
    role : Role
        What it means.
    unit : str
        As in `Meaning`.
    number : int
        As in `Meaning`.
    """

    index: int
    name: str
    role: Role
    unit: str = ""
    number: int = 0


def meaning(header: str) -> Meaning | None:
    """Understand a header; None if it means nothing here, or a plan."""
    if len(header) > limits().header_length:
        return None
    return _meaning(plain(header))


@lru_cache(maxsize=4096)
def _meaning(text: str) -> Meaning | None:
    return (_numbered(text) or _single(text)) if text else None


def unit_of(header: str) -> str:
    """Unit that a header names at its end; empty when it names none."""
    return _split(plain(header))[1]


def _single(text: str) -> Meaning | None:
    known = words()
    if role := known.meanings.get(text):
        return Meaning(role)
    if text in known.load_units:
        return Meaning(Role.LOAD, known.load_units[text])
    name, unit = _split(text)
    if unit and (found := _single(name)):
        return found if found.unit else _with_unit(found, unit)
    if (match := _REMARK.fullmatch(text)) and known.meanings.get(match[1]) in _REMARKED:
        return Meaning(known.meanings[match[1]])
    return _qualified(text)


def _with_unit(found: Meaning, unit: str) -> Meaning | None:
    """A unit has to fit the role: `Reps (kg)` means nothing."""
    known = words().units
    fits: dict[str, frozenset[str]] = {
        Role.LOAD: frozenset(known.load),
        Role.LOAD_PER_HAND: frozenset(known.load),
        Role.DURATION: frozenset(known.duration),
        Role.DISTANCE: frozenset(known.distance),
    }
    if unit not in fits.get(found.role, frozenset()):
        return None
    return Meaning(found.role, unit, found.number, found.actual)


def _qualified(text: str) -> Meaning | None:
    """`Actual reps`, `Reps (done)`; a plan is no work."""
    known = words().qualifiers
    parts = re.split(r"[\s()\[\]/:,-]+", text)
    rest = " ".join(part for part in parts if part and part not in known.actual)
    if any(part in known.planned for part in parts) or rest == " ".join(filter(None, parts)):
        return None
    found = _single(rest) if rest else None
    return Meaning(found.role, found.unit, found.number, actual=True) if found else None


def _split(text: str) -> tuple[str, str]:
    """Part a header from the unit at its end."""
    match = _SUFFIX.fullmatch(text)
    if match is None:
        return text, ""
    known = words()
    word = (match["inside"] or match["last"] or "").strip(" .")
    unit = known.load_units.get(word) or known.other_units.get(word, "")
    name = match["name"].strip(" ,/:|-")
    return (name.removesuffix(" in"), str(unit)) if unit and name else (text, "")


def _numbered(text: str) -> Meaning | None:
    """`Set 1`, `Set 2 reps`, `S3 (kg)`, `Reps 1`, `kg 2`, `Weight 3 (lb)`."""
    known = words()
    for word in sorted(known.numbered.words, key=len, reverse=True):
        match = re.fullmatch(rf"{re.escape(word)}[\s#.]*(\d{{1,2}})(?:\b[\s:.-]*(.*))?", text)
        if match is not None:
            return _of_set(int(match[1]), (match[2] or "").strip(" ()[]"))
    match = _NUMBER_LAST.fullmatch(text)
    found = _single((match["name"] + (match["unit"] or "")).strip(" #.")) if match else None
    if match is None or found is None or found.role not in NUMBERED or not int(match["number"]):
        return None
    return Meaning(found.role, found.unit, int(match["number"]))


def _of_set(number: int, rest: str) -> Meaning | None:
    if not number:
        return None
    if not rest:
        return Meaning(Role.NOTATION, number=number)
    if rest in words().load_units:
        return Meaning(Role.LOAD, words().load_units[rest], number)
    found = _single(rest)
    if found is None or found.role not in (Role.REPS, Role.LOAD):
        return None
    return Meaning(found.role, found.unit, number)
