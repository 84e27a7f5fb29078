"""One row, one workout: loads as JSON in a cell, repetitions only in the prose beside it."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tl_analyzer.parsing.json_text import scalar_text
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.set_notation import BarePair, parse_sets
from tl_strength.dialect import Role, tag_key
from tl_strength.expander import Expander
from tl_strength.expansion import Assumption, Expansion, SetCells
from tl_strength.limits import limits

_PART = "details"
_NUMBERED = re.compile(r"#\d{1,3}:\s*(\d{1,4})\s*reps?", re.IGNORECASE)
_SCHEME = re.compile(r"(?<![\w.-])(?:\d{1,3}(?:-\d{1,3}){2,}|\d{1,2}\s?[xX]\s?\d{1,2})(?![\w.-])")

_ONE_LOAD = Assumption(
    "one-load-for-all",
    "workouts with several sets and one load",
    "a load for each set",
    "Each set was read with that load, which may be that of the heaviest set.",
)
_NO_REPS = Assumption(
    "repetitions-unknown",
    "workouts whose loads do not go with the repetitions in their text",
    "as many loads as sets in the text",
    "Their sets were read without repetitions.",
)


class SetDetails(Expander):
    """Takes such rows apart.

    Rows of one date and title are one workout that was exported more than once: the one with
    the most sets is read. Workouts scored by time or rounds are kept by their date alone.
    """

    def expand(self, rows: Sequence[Row]) -> Iterator[Expansion]:
        """Yield one expansion for each row."""
        details = {row.line: _details(self._sheet.part(row, _PART)) for row in rows}
        richest: dict[tuple[str, str], Row] = {}
        for row in rows:
            held = richest.setdefault(self._key(row), row)
            if len(details[row.line] or ()) > len(details[held.line] or ()):
                richest[self._key(row)] = row
        for row in rows:
            if richest[self._key(row)] is row:
                yield self._expansion(row, details[row.line])
            else:
                yield Expansion(line=row.line, aside="exported again")

    def _key(self, row: Row) -> tuple[str, str]:
        return self._sheet.text(row, Role.DATE), self._sheet.text(row, Role.TITLE)

    def _expansion(self, row: Row, details: list[dict[str, object]] | None) -> Expansion:
        date = self._sheet.text(row, Role.DATE)
        kind = tag_key(self._sheet.text(row, Role.STATUS))
        if (label := self._dialect.undone_words.get(kind)) is not None:
            return Expansion(line=row.line, date=date, aside=label)
        if kind not in self._dialect.done_words:
            lasted = _lasted(details or [])
            sport = self._dialect.sport
            return Expansion(line=row.line, date=date, sport=sport, lasted_s=lasted)
        if details is None:
            text = self._sheet.part(row, _PART)
            error = Unreadable("a list of sets in JSON", "Export the workouts again.")
            problem = self._sheet.problem(row, _PART, text, error)
            return Expansion(line=row.line, date=date, problems=(problem,))
        return self._loaded(row, date, details)

    def _loaded(self, row: Row, date: str, details: list[dict[str, object]]) -> Expansion:
        """Bring loads and repetitions together."""
        loads = [scalar_text(one.get("load")) for one in details]
        tried = [one.get("success") is not False for one in details]
        reps = self._reps(row)
        assumed: tuple[Assumption, ...] = ()
        if len(loads) == 1 and len(reps) > 1:
            loads, tried, assumed = loads * len(reps), tried * len(reps), (_ONE_LOAD,)
        elif not loads:
            loads, tried = [""] * len(reps), [True] * len(reps)
        elif len(loads) != len(reps):
            reps, assumed = [""] * len(loads), (_NO_REPS,)
        shared = {
            Role.TITLE: self._sheet.text(row, Role.TITLE),
            Role.NOTE: self._sheet.text(row, Role.NOTE),
            Role.EXERCISE: self._sheet.text(row, Role.EXERCISE)
            or self._sheet.text(row, Role.TITLE),
        }
        names = self._sheet.names(weight=_PART, reps="prose")
        sets = [
            SetCells({**shared, Role.WEIGHT: load, Role.REPS: count}, names)
            for load, count, done in zip(loads, reps, tried, strict=True)
            if done
        ]
        return Expansion(
            line=row.line,
            date=date,
            sets=tuple(sets),
            undone=Counter(tried)[False],
            assumed=assumed,
        )

    def _reps(self, row: Row) -> list[str]:
        """Repetitions of each set as the prose or the title has them; empty if neither does."""
        prose = self._sheet.part(row, "prose")[: limits().workout.prose_length]
        if numbered := _NUMBERED.findall(prose):
            return [str(count) for count in numbered]
        for text in (prose, self._sheet.text(row, Role.TITLE)):
            if match := _SCHEME.search(text):
                try:
                    noted = parse_sets(match[0], BarePair.SETS_BY_REPS)
                except Unreadable:
                    continue
                return [str(one.reps) for one in noted if one.reps]
        return []


def _details(text: str) -> list[dict[str, object]] | None:
    """The sets in a cell; None if it holds something else."""
    if not text:
        return []
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or len(found) > limits().workout.lines:
        return None
    return [one for one in found if isinstance(one, dict)]


def _lasted(details: list[dict[str, object]]) -> float | None:
    """Time of a workout scored by the clock [s]."""
    for one in details:
        minutes, seconds = one.get("mins"), one.get("secs")
        if isinstance(minutes, int | float) and isinstance(seconds, int | float):
            lasted = 60.0 * minutes + seconds
            return lasted if 0.0 < lasted <= limits().workout.duration_s else None
    return None
