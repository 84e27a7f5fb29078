"""A sheet of rows in which a header was found, whether it was text or a workbook."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tl_analyzer.column_map import ColumnMap
from tl_analyzer.parsing.no_header import may_be_header
from tl_analyzer.parsing.rows import Row
from tl_table.column import meaning
from tl_table.layout import Layout, guess_layout, mapped_layout
from tl_table.role import NUMBERED, Role

#: From the cells of a row to a layout, if they are a header.
Finder = Callable[[Sequence[str]], Layout | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a header stands among some rows, and what it says.

    Attributes
    ----------
    layout : Layout
        What it says.
    at : int
        Position of its first row.
    height : int
        Its rows: two where one names the sets and the next their parts.
    """

    layout: Layout
    at: int
    height: int = 1


@dataclass(frozen=True)
class Sheet:
    """Rows with one header or several.

    Attributes
    ----------
    name : str
        Name of the sheet; empty for a file that is text.
    rows : list of Row
        All rows that are not blank, as wide as they are, the header among them.
    heading : Heading or None
        The first header; None where there is none.
    comma_is_decimal : bool
        Whether a comma within a number can only be a decimal comma.
    """

    name: str
    rows: list[Row] = field(repr=False)
    heading: Heading | None = None
    comma_is_decimal: bool = False


def finder(columns: ColumnMap | None, maps: Sequence[ColumnMap]) -> Finder:
    """How a header is recognised: by the map of this file, by any other map, or by a guess."""
    asked = (columns,) if columns is not None else tuple(maps)

    def find(cells: Sequence[str]) -> Layout | None:
        mapped = (mapped_layout(cells, each) for each in asked)
        found = next((layout for layout in mapped if layout is not None), None)
        return found or (guess_layout(cells) if columns is None else None)

    return find


def find_heading(rows: Sequence[Row], find: Finder) -> Heading | None:
    """Find the first header among some rows."""
    for at, row in enumerate(rows):
        if not may_be_header(row.cells):
            continue
        below = rows[at + 1].cells if at + 1 < len(rows) else []
        below = below if may_be_header(below) else []
        if (joined := _joined(row.cells, below)) and (layout := find(joined)):
            return Heading(layout, at, 2)
        if layout := find(row.cells):
            return Heading(layout, at)
    return None


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Two rows as one header, where the upper one names sets over several columns each.

    `Set 1, , Set 2, ` above `reps, kg, reps, kg` is `Set 1 reps, Set 1 kg, Set 2 reps, ...`.
    """
    parts = [cell.strip() for cell in lower]
    if len([part for part in parts if part]) < len(NUMBERED) - 1:
        return None
    joined, current, filled = [], "", 0
    for index in range(max(len(upper), len(lower))):
        over = upper[index].strip() if index < len(upper) else ""
        under = parts[index] if index < len(parts) else ""
        said = meaning(over) if over else None
        if over:
            current = over if said and said.number and said.role == Role.NOTATION else ""
        if not under:
            joined.append(over)
            continue
        under_said = meaning(under)
        if not current or under_said is None or under_said.role not in NUMBERED:
            return None
        filled += 1
        joined.append(f"{current} {under}")
    return joined if filled else None
