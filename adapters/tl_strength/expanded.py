"""One reading of a source whose units hold several sets: expansions in, workouts out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from tl_analyzer.adapter import Reading
from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    Entry,
    Problem,
    ProblemKind,
    Provenance,
    Tally,
    UnitBasis,
    Weight,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_strength.canonical import canonical, canonical_row, source_column
from tl_strength.clocks import place
from tl_strength.dialect import Dialect
from tl_strength.draft import Draft
from tl_strength.expansion import BodyCell, Expansion, SetCells
from tl_strength.limits import limits
from tl_strength.sets import SetReader
from tl_strength.settled import settled
from tl_strength.unit_notes import UnitNotes

_UNDONE = "sets not done"


class ExpandedReading:
    """Reads the expansions of one file with the engine that reads rows of one set.

    The account counts units of the source: a unit is read if at least one of its sets entered
    the log, or it is known that there was a workout. A set of it that could not be read is a
    problem with the line of its unit.

    Parameters
    ----------
    source : Provenance
        Where the values come from.
    dialect : Dialect
        Dates, tags and workouts of the source.
    reading : Reading
        What is known about the athlete.
    unit : str
        What the account counts.
    delimiter : str
        What separates cells in the source.
    """

    def __init__(
        self,
        source: Provenance,
        dialect: Dialect,
        reading: Reading,
        unit: str = "row",
        delimiter: str = ";",
    ):
        self._source = source
        self._layout = canonical(dialect, delimiter)
        self._reading = reading
        self._unit = unit
        self._read = self._refused = 0
        self._aside: Counter[str] = Counter()
        self._notes = UnitNotes(source.file)
        self._sessions: list[ActivitySession] = []
        self._masses: dict[str, BodyMass] = {}

    def refuse(self, problem: Problem) -> Problem:
        """Count a unit that cannot be read, and hand back the problem with it."""
        self._refused += 1
        return problem

    def refuse_beyond(self, beyond: int) -> Problem:
        """Count units past the bound on their number, and say so."""
        self._refused += beyond
        most = limits().file.rows
        return Problem(
            file=self._source.file,
            code="too-many-rows",
            found=f"{most + beyond} of the kind: {self._unit}",
            expected=f"at most {most}",
            hint="Those after these were not read; split the file by years.",
        )

    def set_aside(self, label: str) -> None:
        """Count a unit that holds nothing for the log."""
        self._aside[label] += 1

    def run(self, expansions: Iterable[Expansion]) -> Iterator[Entry | Problem | Tally]:
        """Yield all that the units hold, workouts in the order of time, and the account."""
        source = iter(expansions)
        units = list(islice(source, limits().file.rows))
        if beyond := sum(1 for _ in source):
            yield self.refuse_beyond(beyond)
        dialect = self._layout.dialect
        dates = Dates(
            dialect.dates,
            dialect.dates_either,
            dialect.languages,
            (unit.date for unit in units if unit.date),
        )
        drafts: list[Draft] = []
        for unit in units:
            for outcome in self._unit_of(unit, dates):
                if isinstance(outcome, Draft):
                    drafts.append(outcome)
                    yield from outcome.remarks
                else:
                    yield outcome
        yield from self._notes.problems(drafts)
        yield from settled(drafts, self._layout, dates, self._reading, self._source)
        yield from sorted(self._sessions, key=lambda each: each.start.utc)
        yield from sorted(self._masses.values(), key=lambda each: each.start.utc)
        yield self._tally()

    def _unit_of(self, unit: Expansion, dates: Dates) -> Iterator[Draft | Problem]:
        """Read the sets of one unit and count the unit."""
        found: list[Draft | Problem] = [*unit.problems]
        reader = SetReader(self._layout, dates, self._source.file)
        for one in unit.sets:
            outcome = reader.read(canonical_row(unit.line, unit.date, one))
            if isinstance(outcome, Draft):
                known = replace(outcome, meaning=one.meaning or outcome.meaning)
                found.append(replace(known, remarks=tuple(_placed(known.remarks, one))))
            elif isinstance(outcome, Problem):
                found += _placed([outcome], one)
        drafted = any(isinstance(each, Draft) for each in found)
        kept = not drafted and bool(unit.sport) and self._keep(unit, dates, found)
        entered = drafted or kept
        if entered:
            self._read += 1
            self._notes.take(unit, without_sets=kept)
        elif found:
            self._refused += 1
        else:
            self.set_aside(unit.aside or _UNDONE)
        if unit.body is not None and (entered or not found):
            found += self._mass(unit, unit.body, dates)
        told: set[Problem] = set()
        for each in found:
            # The same fault in each set of a unit is one fault of the unit.
            if isinstance(each, Problem):
                if each in told:
                    continue
                told.add(each)
            yield each

    def _keep(self, unit: Expansion, dates: Dates, found: list[Draft | Problem]) -> bool:
        """Keep a workout of which only the time is known, unless that cannot be read."""
        try:
            start = place(dates.read(unit.date), self._reading.zone)
        except Unreadable as error:
            found.append(self._unread(unit, "date", unit.date, error))
            return False
        self._sessions.append(
            ActivitySession(
                start=start,
                end=start.utc + timedelta(seconds=unit.lasted_s or 0.0),
                sport=unit.sport,
                provenance=self._row(unit.line),
            )
        )
        return True

    def _mass(self, unit: Expansion, body: BodyCell, dates: Dates) -> list[Problem]:
        """Keep a body mass, once for each workout that states it."""
        bounds = limits().set
        try:
            value = number(body.text, comma_is_decimal=self._layout.header.delimiter != ",")
            if value is None or unit.date in self._masses:
                return []
            if not bounds.body_mass_least <= value <= bounds.body_mass_most:
                raise Unreadable(f"{bounds.body_mass_least:g} to {bounds.body_mass_most:g}")
            start = place(dates.read(unit.date), self._reading.zone)
        except Unreadable as error:
            note = self._unread(unit, body.column, body.text, error)
            return [note.model_copy(update={"kind": ProblemKind.NOTE})] if body.text else []
        mass = Weight(value=value, unit=body.unit, basis=UnitBasis.STATED)
        self._masses[unit.date] = BodyMass(start=start, mass=mass, provenance=self._row(unit.line))
        return []

    def _unread(self, unit: Expansion, column: str, text: str, error: Unreadable) -> Problem:
        return Problem(
            file=self._source.file,
            line=unit.line,
            column=column,
            code=f"{column.partition(' (')[0].casefold().replace(' ', '-')}-not-understood",
            found=echo(text),
            expected=error.expected,
            hint=error.hint,
        )

    def _row(self, line: int) -> Provenance:
        return self._source.model_copy(update={"row": line})

    def _tally(self) -> Tally:
        return Tally(
            file=self._source.file,
            adapter=self._source.adapter,
            unit=self._unit,
            total=self._read + self._refused + sum(self._aside.values()),
            read=self._read,
            refused=self._refused,
            set_aside=tuple(sorted(self._aside.items())),
        )


def _placed(problems: Iterable[Problem], one: SetCells) -> list[Problem]:
    """Problems under the names that the columns have in the source."""
    return [
        each.model_copy(update={"column": source_column(each.column, one)}) for each in problems
    ]
