"""The adapter: recognises tables of strength work by their header and accounts for every row."""

from collections.abc import Iterator
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.column_question import ColumnQuestion
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.text import decode, decode_head
from tl_table import remarks
from tl_table.container import Unsafe, formulas_without_values
from tl_table.delimited import read_text
from tl_table.importing import Import
from tl_table.kinds import is_other_workbook, is_workbook, kind_of_workbook
from tl_table.layout import mapped_role
from tl_table.limits import limits
from tl_table.question import questions
from tl_table.sheet import Finder, finder
from tl_table.workbook import NoReader, read_workbook


class StrengthTableAdapter:
    """Tables of strength work in any layout, as CSV, TSV or XLSX."""

    name: ClassVar[str] = "strength-table"
    recognised: ClassVar[str] = (
        "CSV, TSV and XLSX tables with date, exercise and sets, repetitions or load; other tables"
        " by the [[columns]] of the profile"
    )
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether it is a workbook, or text with a header that can be meant in one way."""
        if is_workbook(file) or is_other_workbook(file):
            return True
        if b"\0" in file.head[:64] and not file.head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return False
        return read_text(decode_head(file.head).lines, finder(None, ())) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield workouts in the order of time, problems, and the account of all rows."""
        ledger = Ledger(file, self.name, "row")
        yield from self._read(file, reading, ledger)
        yield ledger.tally()

    def questions(self, file: SourceFile, reading: Reading) -> tuple[ColumnQuestion, ...]:
        """Say what is to be asked about tables whose columns nobody explained."""
        return questions(file, self.name, reading)

    def _read(
        self, file: SourceFile, reading: Reading, ledger: Ledger
    ) -> Iterator[Entry | Problem]:
        if file.size > limits().file_bytes:
            yield ledger.too_large(file.size, limits().file_bytes)
            return
        maps = tuple(each for each in reading.columns if each.adapter == self.name)
        asked = maps if file.columns is None else (file.columns,)
        if unknown := [word for each in asked for word in each.means if not mapped_role(word)]:
            yield remarks.unknown_meanings(file.name, unknown)
        source = provenance(self, file)
        find = finder(file.columns, maps)
        work = Import(source, ledger, reading, find)
        if is_workbook(file):
            yield from _workbook(file, ledger, find, work)
        elif is_other_workbook(file):
            yield _other_workbook(file, ledger)
        else:
            yield from _text(file, ledger, find, work)


def _text(
    file: SourceFile, ledger: Ledger, find: Finder, work: Import
) -> Iterator[Entry | Problem]:
    text = decode(file.read())
    sheet = read_text(text.lines, find)
    if sheet is None:
        yield _no_table(ledger)
        return
    yield from text.problems(file.name)
    if len(sheet.rows) > limits().rows:
        ledger.set_aside("past the bound", len(sheet.rows))
        found, most = f"{len(sheet.rows)} rows", f"at most {limits().rows} rows"
        yield _refused(ledger, "too-many-rows", found, most, "Split the file by years.")
        return
    yield from work.run([sheet])


def _workbook(
    file: SourceFile, ledger: Ledger, find: Finder, work: Import
) -> Iterator[Entry | Problem]:
    data = file.read()
    try:
        valueless = formulas_without_values(data)
        book = read_workbook(data, find)
    except NoReader:
        yield _refused(
            ledger,
            "extra-missing",
            "an XLSX workbook, and nothing installed that reads it",
            "the extra [xlsx]",
            "Install it with: pip install 'tl-analyzer[xlsx]' - or save the sheet as CSV.",
        )
        return
    except Unsafe as why:
        yield _refused(ledger, "workbook-refused", why.found, why.expected, why.hint)
        return
    if valueless:
        yield remarks.valueless(file.name, valueless)
    if book.hidden:
        yield remarks.hidden_sheets(file.name, book.hidden)
    if not any(sheet.heading for sheet in book.sheets):
        ledger.set_aside("sheet without a table", sum(len(sheet.rows) for sheet in book.sheets))
        yield _no_table(ledger)
        return
    yield from work.run(book.sheets)


def _other_workbook(file: SourceFile, ledger: Ledger) -> Problem:
    found = kind_of_workbook(file)
    hint = "Open it in a spreadsheet program and save it as XLSX without a password, or as CSV."
    return _refused(ledger, "workbook-kind", found, "an XLSX workbook or a CSV file", hint)


def _no_table(ledger: Ledger) -> Problem:
    return _refused(
        ledger,
        "no-table",
        "no header with date, exercise and sets, repetitions or load",
        "one in the first rows, or the meaning of the columns in the profile",
        "`tl check` asks for the columns and keeps them as [[columns]] in the profile.",
    )


def _refused(ledger: Ledger, code: str, found: str, expected: str, hint: str) -> Problem:
    return ledger.problem(ProblemKind.REFUSED, code, found, expected, hint)
