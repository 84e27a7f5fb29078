"""The sets of one row, out of whichever cells describe them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tl_analyzer.log import LoadMeaning, WeightUnit
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.set_notation import BarePair, NotedSet, parse_sets
from tl_table.limits import limits
from tl_table.words import plain, words

_EXCEL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?: .*)?")
#: Between loads of several sets: `60/62.5/65`, `60; 62.5`, `60, 62.5`.
_BETWEEN = re.compile(r"\s*[/;\n]\s*|,\s+")
_TWO = re.compile(r"2\s*[x\u00d7*]\s*(\d.*)")
_NEGATIVE = re.compile(r"[-\u2212]\s*(\d.*)")


@dataclass(frozen=True, slots=True)
class Written:
    """The cells of a row, or of one set of it, that say what was done.

    Attributes
    ----------
    sets, reps, load, notation : str
        Cells as written; empty where there is no such column.
    comma_is_decimal : bool
        Whether a comma within a number can only be a decimal comma.
    pair : BarePair
        What `100x5` means in `notation`.
    """

    sets: str = ""
    reps: str = ""
    load: str = ""
    notation: str = ""
    comma_is_decimal: bool = False
    pair: BarePair = BarePair.BY_SIZE


def is_blank_cell(text: str) -> bool:
    """Whether a cell is empty or a word for nothing."""
    return not text.strip() or plain(text) in words().cells.blank


def read_work(cells: Written) -> list[NotedSet]:
    """Read the sets that some cells describe; none where they are all blank.

    Raises
    ------
    Unreadable
        If a cell cannot be read, or cells contradict each other.
    """
    loads = _loads(cells)
    if not is_blank_cell(cells.notation):
        return _with_loads(_notation(cells, bool(loads)), loads, None)
    count, done = _sets(cells.sets)
    if done:
        return _with_loads(done, loads, None)
    if is_blank_cell(cells.reps):
        # `100x5` in the column of loads says all.
        if loads and all(one.reps is not None or one.seconds is not None for one in loads):
            return _with_loads(loads, [], count)
        return _with_loads([NotedSet()], loads, count) if loads or count else []
    return _with_loads(_reps(cells), loads, count)


def read_number(text: str, most: float, *, comma_is_decimal: bool) -> float | None:
    """Read a number from zero to `most`; a blank cell is None.

    Raises
    ------
    Unreadable
        If it is none.
    """
    if is_blank_cell(text):
        return None
    if _EXCEL_DATE.fullmatch(text.strip()):
        raise Unreadable(
            "a number, not a date",
            "The spreadsheet took 8-10 or 5/5 for a date: format the column as text.",
        )
    value = number(text, comma_is_decimal=comma_is_decimal)
    if value is not None and value > most:
        raise Unreadable(f"at most {most:g}")
    return value


def _sets(text: str) -> tuple[int | None, list[NotedSet]]:
    """Count of sets, or the sets themselves where the cell holds a notation."""
    try:
        value = read_number(text, limits().sets, comma_is_decimal=False)
    except Unreadable:
        if not any(char.isdigit() for char in text) or _EXCEL_DATE.fullmatch(text.strip()):
            raise
        if text.strip().isdigit():
            raise
        return None, list(parse_sets(text, BarePair.SETS_BY_REPS))
    if value is not None and not value.is_integer():
        raise Unreadable("a whole number of sets")
    return int(value) if value is not None else None, []


def _notation(cells: Written, loaded: bool) -> list[NotedSet]:
    """A cell of its own for one set or for all of them."""
    try:
        value = read_number(cells.notation, limits().load, comma_is_decimal=cells.comma_is_decimal)
    except Unreadable:
        pair = BarePair.SETS_BY_REPS if loaded else cells.pair
        return list(parse_sets(cells.notation, pair))
    return [_whole(value or 0.0)]


def _reps(cells: Written) -> list[NotedSet]:
    try:
        value = read_number(cells.reps, limits().reps, comma_is_decimal=cells.comma_is_decimal)
    except Unreadable as error:
        if _EXCEL_DATE.fullmatch(cells.reps.strip()) or cells.reps.strip().isdigit():
            raise
        try:
            return list(parse_sets(cells.reps, BarePair.SETS_BY_REPS))
        except Unreadable:
            raise Unreadable("repetitions such as 5 or 5/5/4", error.hint) from None
    return [_whole(value or 0.0)]


def _whole(value: float) -> NotedSet:
    if not value.is_integer() or value > limits().reps:
        raise Unreadable("a whole number of repetitions")
    return NotedSet(reps=int(value))


def _loads(cells: Written) -> list[NotedSet]:
    """Loads of all sets, or one for each of them; none where the cell is blank."""
    text = cells.load.strip()
    if is_blank_cell(text):
        return []
    if (two := _TWO.fullmatch(text)) and not is_blank_cell(cells.reps):
        # Beside repetitions of their own `2x20 kg` are two implements.
        each = _load(two[1], comma_is_decimal=cells.comma_is_decimal)
        return [replace(each, meaning=LoadMeaning.PER_HAND)]
    try:
        return [_load(text, comma_is_decimal=cells.comma_is_decimal)]
    except Unreadable as error:
        if _EXCEL_DATE.fullmatch(text):
            raise
        if loads := _several_loads(text, comma_is_decimal=cells.comma_is_decimal):
            return loads
        try:
            return list(parse_sets(text, BarePair.LOAD_BY_REPS))
        except Unreadable:
            raise Unreadable("a load such as 60, 60 kg or BW+20", error.hint) from None


def _several_loads(text: str, *, comma_is_decimal: bool) -> list[NotedSet]:
    """Loads of several sets; none where the cell is no such list."""
    parts = [part for part in _BETWEEN.split(text) if part]
    unit = _unit_at_end(parts[-1]) if parts else None
    try:
        loads = [_load(part, comma_is_decimal=comma_is_decimal) for part in parts]
    except Unreadable:
        return []
    return [replace(one, unit=one.unit or unit) for one in loads] if len(loads) > 1 else []


def _load(text: str, *, comma_is_decimal: bool) -> NotedSet:
    if plain(text) in words().cells.body:
        return NotedSet(added_to_body=True)
    if helps := _NEGATIVE.fullmatch(text):
        one = _load(helps[1], comma_is_decimal=comma_is_decimal)
        return replace(one, meaning=LoadMeaning.ASSISTANCE, added_to_body=True)
    unit = _unit_at_end(text)
    bare = re.sub(r"[\s.]*[^\W\d]+\.?$", "", text) if unit else text
    value = read_number(bare, limits().load, comma_is_decimal=comma_is_decimal)
    return NotedSet(load=value or None, unit=unit if value else None)


def _unit_at_end(text: str) -> WeightUnit | None:
    match = re.search(r"\d[\s.]*([^\W\d]+)\.?$", text)
    return words().load_units.get(plain(match[1])) if match else None


def _with_loads(
    done: Sequence[NotedSet], loads: Sequence[NotedSet], count: int | None
) -> list[NotedSet]:
    """Bring sets, loads and the count of sets together; one of a kind holds for all."""
    most = max(len(done), len(loads), count if count is not None else 1)
    if most > limits().sets:
        raise Unreadable(f"at most {limits().sets} sets")
    if count == 0:
        return []
    if any(size not in (1, most) for size in (len(done), len(loads) or 1, count or most)):
        raise Unreadable(
            "as many loads as repetitions, and as many as there are sets",
            "Write 5/5/4 with 60/60/55, or one number for all sets.",
        )
    sets = list(done) * (most if len(done) == 1 else 1)
    weights = list(loads) * (most if len(loads) == 1 else 1)
    return [_loaded(*pair) for pair in zip(sets, weights, strict=True)] if weights else sets


def _loaded(done: NotedSet, weight: NotedSet) -> NotedSet:
    if weight.reps is not None or weight.seconds is not None:
        raise Unreadable("repetitions in one cell of the row", "Two cells state repetitions.")
    if done.load is not None or done.added_to_body:
        return done
    return replace(
        done,
        load=weight.load,
        unit=weight.unit,
        added_to_body=weight.added_to_body,
        meaning=weight.meaning,
    )
