"""Pain diaries kept as a table of one's own, such as the answers to a Google form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, ProblemKind, Scale, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.table import Table, head_of
from tl_analyzer.parsing.written_dates import DateOrder, Unclear
from tl_wellness.day_values import Day, listed, settled, undated
from tl_wellness.days import Days
from tl_wellness.diary_columns import (
    DiaryColumns,
    as_toml,
    guessed_columns,
    mapped_columns,
    unknown_meanings,
)
from tl_wellness.diary_row import RowReader, read_score
from tl_wellness.resources import limits

_LABEL = "pain diary"
_USUAL = Scale(least=0, most=10, best="least")
_ORDERS = {DateOrder.DAY_FIRST: "day-first", DateOrder.MONTH_FIRST: "month-first"}


@dataclass(frozen=True)
class _Diary:
    """A diary that is ready to be read."""

    file: SourceFile
    table: Table
    columns: DiaryColumns
    rows: Sequence[Row]
    days: Days
    scale: Scale | None


class DiaryTableAdapter:
    """Reads a diary by the athlete's column map, or by what the questions of a form say."""

    name: ClassVar[str] = "diary-table"
    recognised: ClassVar[str] = "pain diary of your own: answers to a Google form, or a column map"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether a column map names this adapter, or a form's answers ask about pain."""
        if file.columns is not None:
            return file.columns.adapter == self.name
        header = head_of(file)
        return header is not None and guessed_columns(header.cells) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield check-ins, and a problem for each cell or row that is doubtful."""
        ledger = Ledger(file, self.name, "row")
        if file.size > limits().file_bytes:
            yield ledger.too_large(file.size, limits().file_bytes)
        else:
            yield from self._read(file, reading, ledger)
        yield ledger.tally()

    def _read(
        self, file: SourceFile, reading: Reading, ledger: Ledger
    ) -> Iterator[Entry | Problem]:
        table = Table.of(file)
        columns = _columns(table, file) if table else None
        if table is None or columns is None:
            yield _no_columns(ledger)
            return
        yield from table.text.problems(file.name)
        rows = []
        for row in table.rows(ledger):
            if isinstance(row, Problem):
                yield row
            else:
                rows.append(row)
        stamps = (columns.cell(row.cells, "date") for row in rows)
        days = Days.of(stamps, reading.zone, columns.by_map)
        diary = _Diary(file, table, columns, rows, days, _scale(columns, rows))
        yield from _notes(diary, ledger)
        yield from self._answers(diary, ledger)

    def _answers(self, diary: _Diary, ledger: Ledger) -> Iterator[Entry | Problem]:
        reader = RowReader(diary.columns, diary.scale, _LABEL)
        seen = set[tuple[str, ...]]()
        for row in diary.rows:
            if (content := tuple(row.cells)) in seen:
                ledger.set_aside("duplicate")
                continue
            seen.add(content)
            stamp = diary.columns.cell(row.cells, "date")
            start = diary.days.read(stamp)
            if isinstance(start, Unclear):
                hint = start.hint + _say_once(diary, start) + reader.lost_warning(row.cells)
                yield undated(ledger, replace(start, hint=hint), stamp, row.line, "date")
                continue
            day = Day(start, provenance(self, diary.file, row.line))
            found = reader.read(row.cells, day, ledger)
            yield from settled(found, ledger, row.line, "date without anything else")


def _columns(table: Table, file: SourceFile) -> DiaryColumns | None:
    if file.columns is not None:
        return mapped_columns(table.header.cells, file.columns)
    return guessed_columns(table.header.cells)


def _scale(columns: DiaryColumns, rows: Sequence[Row]) -> Scale | None:
    """Scale of the score: as stated; else 0 to 10 where all of them fit it."""
    if columns.scale is not None or "score" not in columns.places:
        return columns.scale
    scores = (read_score(columns.cell(row.cells, "score"), None) for row in rows)
    fits = all(score is None or score <= _USUAL.most for score in scores)
    return _USUAL if fits else None


def _say_once(diary: _Diary, why: Unclear) -> str:
    if why.code != "date-ambiguous" or diary.columns.by_map:
        return ""
    return ' Or say it once, in [[columns]] of the profile: dates = "day-first" (or "month-first").'


def _notes(diary: _Diary, ledger: Ledger) -> Iterator[Problem]:
    """How the columns were understood, and which are not read."""
    columns, header = diary.columns, diary.table.header
    if columns.by_map is None:
        said = ", ".join(f"{what}: {echo(header.cells[at])}" for what, at in columns.places.items())
        toml = as_toml(header.cells, columns, diary.scale, _ORDERS.get(diary.days.order))
        yield ledger.problem(
            ProblemKind.NOTE,
            "columns-guessed",
            f"questions read as {said}",
            "columns that you explained once",
            f"If that is right, keep it in your profile; else correct it there:\n{toml}",
            header.line,
        )
    elif strange := unknown_meanings(columns.by_map):
        yield ledger.problem(
            ProblemKind.NOTE,
            "map-meaning-unknown",
            f"meanings in [[columns]] that a diary does not have: {listed(strange)}",
            "date, score, region, side, signs, note",
            "These columns are not read.",
            header.line,
        )
    if columns.scale is None and "score" in columns.places:
        yield _scale_note(diary, ledger)
    used = set(columns.places.values())
    unread = [name for at, name in enumerate(header.cells) if at not in used and name]
    if unread:
        yield ledger.problem(
            ProblemKind.NOTE,
            "columns-ignored",
            f"further columns {listed(unread)}",
            "columns that have a meaning",
            "They are not read. A [[columns]] table in the profile can give them one.",
            header.line,
        )


def _scale_note(diary: _Diary, ledger: Ledger) -> Problem:
    assumed = diary.scale is not None
    return ledger.problem(
        ProblemKind.NOTE,
        "scale-assumed" if assumed else "scale-unknown",
        "a pain score whose scale is not stated",
        "its ends, such as 0-10, in the question or in [[columns]]",
        "It was read as 0 (none) to 10; if it is another, write scale = [1, 5] into [[columns]]."
        if assumed
        else "Some scores are above 10, so they are kept as given and rated nowhere.",
        diary.table.header.line,
        "score",
    )


def _no_columns(ledger: Ledger) -> Problem:
    return ledger.problem(
        ProblemKind.REFUSED,
        "header-missing",
        "no header with the columns of the diary",
        "a column for the date and one for the pain",
        "Check the names under means in [[columns]] of the profile.",
        1,
    )
