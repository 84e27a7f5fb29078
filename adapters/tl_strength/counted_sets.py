"""One row, several equal sets: columns for sets, repetitions and weight."""

from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.set_words import set_words
from tl_strength.dialect import Role, tag_key
from tl_strength.expander import RowExpander
from tl_strength.expansion import Assumption, Expansion, SetCells
from tl_strength.repetitions import shows_work
from tl_strength.results import result_seconds, shared_cells
from tl_strength.units import says_yes

_PARTS = ("sets", "reps", "weight")
#: The ways in which an assigned number is one that can be done.
_EXACT = ("standard", "")
_UNLOADED = ("bodyweight",)
_AS_ASSIGNED = Assumption(
    "read-as-assigned",
    "exercises ticked off without numbers of their own",
    "the sets as they were done",
    "They were read as assigned; enter what was done where it differs.",
)


class CountedSets(RowExpander):
    """Takes such rows apart.

    Where a row holds what was assigned beside what was done, the assigned numbers stand for
    work only if the row says that the workout was completed and the exercise not missed.
    """

    def _expansion(self, row: Row) -> Expansion:
        sheet = self._sheet
        date = sheet.text(row, Role.DATE)
        status = tag_key(sheet.text(row, Role.STATUS))
        if (label := self._dialect.undone_words.get(status)) is not None:
            return Expansion(line=row.line, date=date, aside=label)
        if says_yes(sheet.part(row, "missed")):
            return Expansion(line=row.line, date=date, aside="missed")
        if status not in self._dialect.done_words and self._dialect.sport:
            lasted = result_seconds(sheet.part(row, "result"))
            sport = self._dialect.sport
            return Expansion(line=row.line, date=date, sport=sport, lasted_s=lasted)
        sets, reps, weight = (self._own(row, part) for part in _PARTS)
        assumed: tuple[Assumption, ...] = ()
        if not (sets or reps or weight) and sheet.part(row, "assigned-reps"):
            if not self._can_be_done(row):
                return Expansion(line=row.line, date=date, aside="no result")
            sets, reps, weight = (sheet.part(row, f"assigned-{part}") for part in _PARTS)
            assumed = (_AS_ASSIGNED,)
        if not reps and not sets:
            return Expansion(line=row.line, date=date, aside="no result")
        return self._counted(row, date, (sets or "1", reps, weight), assumed)

    def _counted(
        self, row: Row, date: str, counted: tuple[str, str, str], assumed: tuple[Assumption, ...]
    ) -> Expansion:
        sets, reps, weight = counted
        try:
            count = _whole(sets)
        except Unreadable as error:
            problem = self._sheet.problem(row, "sets", sets, error)
            return Expansion(line=row.line, date=date, problems=(problem,))
        one = SetCells(
            {
                **shared_cells(self._sheet, row),
                Role.REPS: reps,
                Role.WEIGHT: weight,
                Role.WEIGHT_UNIT: self._sheet.unit(row, Role.WEIGHT)
                or self._sheet.text(row, Role.WEIGHT_UNIT),
            },
            self._sheet.names(reps="reps"),
        )
        done = shows_work(reps)
        return Expansion(
            line=row.line,
            date=date,
            sets=(one,) * count if done else (),
            undone=0 if done else count,
            assumed=assumed,
        )

    def _own(self, row: Row, part: str) -> str:
        """What was done; the weight may stand in the column that every log has."""
        held = self._sheet.part(row, part)
        return held or (self._sheet.text(row, Role.WEIGHT) if part == "weight" else "")

    def _can_be_done(self, row: Row) -> bool:
        """Whether what was assigned is a number of sets, repetitions and a load."""
        kinds = [self._sheet.part(row, f"{part}-type").casefold() for part in _PARTS]
        loaded = kinds[2] in (*_EXACT, *_UNLOADED)
        status = tag_key(self._sheet.text(row, Role.STATUS))
        return status in self._dialect.done_words and loaded and set(kinds[:2]) <= set(_EXACT)


def _whole(text: str) -> int:
    """Read how many sets there were.

    Raises
    ------
    Unreadable
        If it is no number of sets.
    """
    most = set_words().sets_most
    value = number(text, comma_is_decimal=False)
    if value is None or not value.is_integer() or not 1.0 <= value <= most:
        raise Unreadable(f"a number of sets from 1 to {most}")
    return int(value)
