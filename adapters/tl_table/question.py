"""What is to be asked about a table whose columns are guessed or not understood."""

from collections.abc import Sequence
from itertools import islice

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.column_question import ColumnMeaning, ColumnQuestion
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.text import decode
from tl_table.column import DAY, meaning
from tl_table.container import Unsafe, formulas_without_values
from tl_table.delimited import DELIMITERS, first_rows, read_text
from tl_table.kinds import is_workbook
from tl_table.limits import limits
from tl_table.remarks import means_of
from tl_table.role import WORK, Role
from tl_table.sheet import Sheet, finder
from tl_table.words import words
from tl_table.workbook import NoReader, read_workbook

#: Rows that are shown or judged. [1]
_ROWS = 200
#: Fewer filled cells make no header. [1]
_LEAST = 3
_NUMBERED = ("set_1", "reps_1", "load_1")
_REQUIRED = (
    (Role.DATE.value,),
    (Role.EXERCISE.value,),
    (*(role.value for role in WORK), *_NUMBERED),
)


def questions(file: SourceFile, adapter: str, reading: Reading) -> tuple[ColumnQuestion, ...]:
    """Find the tables of a file whose columns are guessed; else one that is not understood."""
    if file.size > limits().file_bytes:
        return ()
    maps = tuple(each for each in reading.columns if each.adapter == adapter)
    sheets = _workbook(file, maps) if is_workbook(file) else _text(file, maps)
    found: dict[tuple[str, ...], ColumnQuestion] = {}
    for sheet in sheets:
        if sheet.heading and sheet.heading.layout.guessed:
            below = sheet.rows[sheet.heading.at + sheet.heading.height :]
            layout = sheet.heading.layout
            follow = {" ".join(c.name.split()) for c in layout.columns} - {
                *means_of(layout).values()
            }
            asked = _question(layout.header, below, means_of(layout), frozenset(follow))
            found.setdefault(layout.header, asked)
    if found or any(sheet.heading for sheet in sheets):
        return tuple(found.values())
    unknown = (each for sheet in sheets if (each := _unknown(sheet.rows)) is not None)
    return tuple(islice(unknown, 1))


def _workbook(file: SourceFile, maps: Sequence[ColumnMap]) -> list[Sheet]:
    data = file.read()
    try:
        formulas_without_values(data)
        return read_workbook(data, finder(None, maps)).sheets
    except (NoReader, Unsafe):
        return []


def _text(file: SourceFile, maps: Sequence[ColumnMap]) -> list[Sheet]:
    lines = decode(file.read()).lines
    if (found := read_text(lines, finder(None, maps))) is not None:
        return [found]
    cut = [first_rows(lines[:_ROWS], delimiter, _ROWS) for delimiter in DELIMITERS]
    return [Sheet("", max(cut, key=lambda rows: sum(len(row.cells) for row in rows)))]


def _unknown(rows: Sequence[Row]) -> ColumnQuestion | None:
    """The first row that looks like a header, with what single columns seem to mean."""
    for at, row in enumerate(rows[: limits().header_rows]):
        filled = [cell.strip() for cell in row.cells if cell.strip()]
        if len(filled) >= _LEAST and not any(cell[0].isdigit() for cell in filled):
            return _question(row.cells, rows[at + 1 :], _likely(row.cells))
    return None


def _likely(header: Sequence[str]) -> dict[str, str]:
    """Columns that mean something by themselves; twins are left to the person."""
    found: dict[str, list[str]] = {}
    for cell in header:
        said = meaning(cell)
        if said is not None and not said.number:
            key = Role.DATE.value if said.role == DAY else str(said.role)
            found.setdefault(key, []).append(" ".join(cell.split()))
    return {key: names[0] for key, names in found.items() if len(names) == 1}


def _question(
    header: Sequence[str],
    below: Sequence[Row],
    guess: dict[str, str],
    follow: frozenset[str] = frozenset(),
) -> ColumnQuestion:
    return ColumnQuestion(
        about="strength work",
        header=tuple(" ".join(cell.split()) for cell in header),
        values=tuple(tuple(cell.strip() for cell in row.cells) for row in below[:_ROWS]),
        meanings=tuple(ColumnMeaning(key, told) for key, told in words().told.items()),
        required=_REQUIRED,
        guess=guess,
        follow=follow,
    )
