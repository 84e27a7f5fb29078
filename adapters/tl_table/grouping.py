"""Points that part thousands: `1.000` in a table whose decimals are written with a comma."""

import re
from collections.abc import Iterable
from dataclasses import replace

from tl_analyzer.parsing.rows import Row
from tl_table.layout import Layout
from tl_table.role import Role

#: Roles whose cells are amounts, with or without a unit.
_AMOUNTS = (Role.LOAD, Role.LOAD_PER_HAND, Role.DURATION, Role.DISTANCE)
_COMMA_DECIMAL = re.compile(r"\d,\d")
_POINT_DECIMAL = re.compile(r"\d\.(?!\d{3}(?!\d))\d")
_GROUPED = re.compile(r"\s*[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")


def groups_thousands(rows: Iterable[Row], layout: Layout) -> bool:
    """Whether amounts in a table have decimal commas somewhere, and decimal points nowhere."""
    comma = False
    for row in rows:
        for cell in (row.cells[at] for at in _places(layout) if at < len(row.cells)):
            if _POINT_DECIMAL.search(cell):
                return False
            comma = comma or bool(_COMMA_DECIMAL.search(cell))
    return comma


def ungrouped(row: Row, layout: Layout) -> Row:
    """Write the amounts of a row without points between thousands."""
    cells = list(row.cells)
    for at in _places(layout):
        if at < len(cells) and (match := _GROUPED.match(cells[at])):
            cells[at] = match[0].replace(".", "") + cells[at][match.end() :]
    return replace(row, cells=cells)


def _places(layout: Layout) -> list[int]:
    return [column.index for column in layout.columns if column.role in _AMOUNTS]
