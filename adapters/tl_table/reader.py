"""One row in, its sets out: or the problem with it, or the label under which it is set aside."""

from dataclasses import dataclass, replace
from datetime import date, time

from tl_analyzer.log import LoadMeaning, Problem, SetType
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Refusal, Row
from tl_analyzer.parsing.set_notation import NotedSet
from tl_table.beside import measured, note, rating, remark
from tl_table.cells import Cells
from tl_table.days import Days, read_clock
from tl_table.draft import Aside, Draft
from tl_table.grouping import ungrouped
from tl_table.layout import Layout
from tl_table.limits import limits
from tl_table.role import Role
from tl_table.row_work import row_work
from tl_table.words import plain, words
from tl_table.work import is_blank_cell

#: Where the one cell of a row stands that is a title.
_TITLED = (Role.DATE, Role.TITLE, Role.EXERCISE)
_RPE_LEAST, _RPE_MOST, _RIR_MOST = 1.0, 10.0, 20.0


@dataclass(frozen=True, slots=True)
class Habits:
    """How a table is kept, as far as only all of its rows tell.

    Attributes
    ----------
    numbers_sets : bool
        Whether its column of sets numbers them.
    marks_done : bool
        Whether its column of what was done holds marks, so that none means not done.
    comma_is_decimal : bool
        Whether a comma within a number can only be a decimal comma.
    points_group : bool
        Whether a point within an amount parts thousands.
    """

    numbers_sets: bool = False
    marks_done: bool = False
    comma_is_decimal: bool = False
    points_group: bool = False


class RowReader:
    """Reads the rows of one sheet in their order; what merged cells left out is remembered.

    Parameters
    ----------
    days : Days
        Reader of the file's dates.
    file, place : str
        Name of the file, and what leads to the sheet in it, for problems.
    day : date or None
        The day before any row names one.
    """

    def __init__(self, days: Days, file: str, place: str, day: date | None) -> None:
        self._days, self._file, self._place = days, file, place
        self._day = day
        self._title = self._exercise = self._column_title = ""
        #: Lines of rows that took their day or exercise from a row above.
        self.filled: list[int] = []
        #: Lines of rows of which single sets are only a plan.
        self.planned: list[int] = []
        #: Words for kinds of sets that are not known, with the first line of each.
        self.strange: dict[str, int] = {}

    def read(self, row: Row, layout: Layout, habits: Habits) -> Draft | Aside | Problem:
        """Read a row below a header."""
        row = ungrouped(row, layout) if habits.points_group else row
        cells = Cells(layout, row, self._file, self._place)
        if (title := self.title(row, layout)) is not None:
            return title
        if _is_sum(cells):
            return Aside("total")
        try:
            return self._read(cells, habits)
        except Refusal as refusal:
            return refusal.problem

    def above(self, row: Row) -> None:
        """Look for the day in a row above the header; what else stands there is left alone."""
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) == 1 and (day := self._days.find(filled[0])) is not None:
            self._begin(day)

    def title(self, row: Row, layout: Layout) -> Aside | None:
        """Take a row with one filled cell for a title, unless that cell holds work."""
        filled = [index for index, cell in enumerate(row.cells) if cell.strip()]
        if len(filled) != 1:
            return None
        roles = {column.role for column in layout.columns if column.index == filled[0]}
        if roles and not roles & set(_TITLED):
            return None
        text = row.cells[filled[0]].strip()
        if (day := self._days.find(text)) is not None:
            self._begin(day)
        elif Role.EXERCISE in roles:
            self._exercise = text[: limits().name_length]
        else:
            self._title, self._exercise = text[: limits().text_length], ""
        return Aside("title")

    def _begin(self, day: date) -> None:
        if day != self._day:
            self._day, self._exercise, self._column_title = day, "", ""

    def _read(self, cells: Cells, habits: Habits) -> Draft | Aside:
        text = cells.text(Role.DATE)
        if not is_blank_cell(text):
            self._begin(cells.convert(Role.DATE, self._days.read))
        if (aside := _not_done(cells, habits)) is not None:
            self._remember_exercise(cells)
            return aside
        if self._day is None:
            raise cells.refusal(cells.column(Role.DATE), text, Unreadable("a date"))
        title = cells.text(Role.TITLE)[: limits().text_length]
        self._column_title = title or self._column_title
        exercise = self._remember_exercise(cells)
        filled = bool(cells.layout.of(Role.DATE)) and is_blank_cell(text)
        if filled or is_blank_cell(cells.text(Role.EXERCISE)):
            self.filled.append(cells.row.line)
        return self._draft(cells, habits, self._day, exercise)

    def _remember_exercise(self, cells: Cells) -> str:
        name = cells.text(Role.EXERCISE)
        if len(name) > limits().name_length:
            why = Unreadable("the name of an exercise")
            raise cells.refusal(cells.column(Role.EXERCISE), name, why)
        self._exercise = name or self._exercise
        return self._exercise

    def _draft(self, cells: Cells, habits: Habits, day: date, exercise: str) -> Draft | Aside:
        remarks: list[Problem] = []
        comma = habits.comma_is_decimal
        kind = self._set_type(cells, habits)
        done = row_work(cells, numbers_sets=habits.numbers_sets, comma_is_decimal=comma)
        if isinstance(done, Aside):
            return done
        if done.planned:
            self.planned.append(cells.row.line)
        work = done.sets
        seconds = measured(cells, Role.DURATION, comma, remarks)
        metres = measured(cells, Role.DISTANCE, comma, remarks)
        if not work and (seconds or metres):
            work = [NotedSet()]
        work = [_timed(one, seconds, metres) for one in work]
        if not work:
            return Aside("nothing filled in")
        if not exercise:
            why = Unreadable("the name of an exercise")
            raise cells.refusal(cells.column(Role.EXERCISE), "", why)
        return Draft(
            line=cells.row.line,
            day=day,
            clock=self._clock(cells, remarks),
            title=self._column_title or self._title,
            parted=self._column_title,
            exercise=exercise,
            work=tuple(_assisted(one, exercise) for one in work),
            set_type=kind,
            rpe=rating(cells, Role.RPE, _RPE_LEAST, _RPE_MOST, comma, remarks),
            rir=rating(cells, Role.RIR, 0.0, _RIR_MOST, comma, remarks),
            seconds=seconds,
            metres=metres,
            note=note(cells),
            remarks=tuple(remarks),
        )

    def _set_type(self, cells: Cells, habits: Habits) -> SetType:
        """Kind of the sets, from its own column or from the number of the set (`W`, `D`)."""
        texts = [cells.text(Role.TYPE)]
        if not any(char.isdigit() for char in cells.text(Role.SETS)):
            texts.append(cells.text(Role.SETS))
        for text in texts:
            if not text.strip():
                continue
            if (kind := words().set_types.get(plain(text))) is not None:
                return kind
            if text == texts[0]:
                self.strange.setdefault(text[:40], cells.row.line)
        return SetType.WORKING

    def _clock(self, cells: Cells, remarks: list[Problem]) -> time | None:
        text = cells.text(Role.TIME)
        if is_blank_cell(text):
            return None
        found = self._days.find(text)
        try:
            return read_clock(text.split()[-1] if found else text)
        except Unreadable as why:
            remarks.append(remark(cells, Role.TIME, why, "The set was read without it."))
            return None


def _not_done(cells: Cells, habits: Habits) -> Aside | None:
    """Rows that say of themselves that nothing was done yet."""
    known = words().cells
    if plain(cells.text(Role.PLANNED)) in known.yes:
        return Aside("planned")
    if not cells.layout.of(Role.DONE):
        return None
    done = plain(cells.text(Role.DONE))
    return Aside("not done") if done in known.no or (not done and habits.marks_done) else None


def _is_sum(cells: Cells) -> bool:
    first = next((cell for cell in cells.row.cells if cell.strip()), "")
    named = (first, cells.text(Role.EXERCISE))
    return any(plain(text).rstrip(":= ") in words().rows.sum for text in named)


def _timed(one: NotedSet, seconds: float | None, metres: float | None) -> NotedSet:
    """No repetitions are logged as zero where a set is timed or measured."""
    return replace(one, reps=None) if one.reps == 0 and (seconds or metres) else one


def _assisted(one: NotedSet, exercise: str) -> NotedSet:
    named = set(plain(exercise).replace("-", " ").replace("(", " ").replace(")", " ").split())
    if one.load is None or one.meaning is not LoadMeaning.EXTERNAL:
        return one
    helps = not named.isdisjoint(words().assisted.words)
    return replace(one, meaning=LoadMeaning.ASSISTANCE) if helps else one
