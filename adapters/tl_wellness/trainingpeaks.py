"""The metrics.csv of TrainingPeaks: one value a row, named in the row."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import (
    CheckIn,
    DailyTotal,
    DayMeasure,
    Entry,
    Problem,
    ProblemKind,
    Tally,
    UnitBasis,
    WeightUnit,
    When,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.table import Table, head_of
from tl_analyzer.parsing.written_dates import Unclear
from tl_wellness.day_values import Day, body_mass, is_missing, listed, undated, wellness
from tl_wellness.days import Days
from tl_wellness.resources import key_of, limits, source

_LABEL = "TrainingPeaks"
_COLUMNS = ("timestamp", "type", "value")
#: ``Max : 52 / Avg : 14``
_PART = re.compile(r"\s*(min|max|avg)\s*:\s*(\d[\d.,]*)\s*", re.IGNORECASE)


@dataclass
class _Seen:
    """What the rows of one file leave to be said at its end."""

    others: Counter[str]
    guessed: int = 0


class TrainingPeaksMetricsAdapter:
    """Reads metrics; a value stamped 00:00:00 is one of the whole day."""

    name: ClassVar[str] = "trainingpeaks-metrics"
    recognised: ClassVar[str] = "TrainingPeaks metrics.csv: Timestamp, Type, Value"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the columns are the three of this export, in this order."""
        header = head_of(file)
        return header is not None and header.keys == _COLUMNS

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield each value that is understood; the others are counted by name."""
        ledger = Ledger(file, self.name, "row")
        if file.size > limits().file_bytes:
            yield ledger.too_large(file.size, limits().file_bytes)
        elif (table := Table.of(file)) is not None:
            yield from table.text.problems(file.name)
            yield from self._rows(file, table, reading, ledger)
        yield ledger.tally()

    def _rows(
        self, file: SourceFile, table: Table, reading: Reading, ledger: Ledger
    ) -> Iterator[Entry | Problem]:
        rows = []
        for row in table.rows(ledger):
            if isinstance(row, Problem):
                yield row
            else:
                rows.append(row)
        days = Days.of((row.cells[0] for row in rows), reading.zone)
        seen = _Seen(Counter())
        known = set[tuple[str, ...]]()
        for row in rows:
            stamp, name, value = (cell.strip() for cell in row.cells)
            if (content := (stamp, name, value)) in known:
                ledger.set_aside("duplicate")
                continue
            known.add(content)
            start = days.read(stamp)
            if isinstance(start, Unclear):
                yield undated(ledger, start, stamp, row.line, "Timestamp")
                continue
            day = Day(_of_day(start), provenance(self, file, row.line))
            try:
                entries = _entries(name, value, day, reading, seen, table)
            except Unreadable as why:
                found = echo(value)
                yield ledger.refuse(
                    "value-unreadable", found, why.expected, why.hint, row.line, "Value"
                )
                continue
            if isinstance(entries, str):
                ledger.set_aside(entries)
            else:
                yield from entries
                ledger.take()
        yield from _closing_notes(ledger, seen)


def _of_day(start: When) -> When:
    """The bare date of a stamp at midnight: such a value is one of the day."""
    wall = start.local
    return When.from_date(wall.date(), start.zone) if wall.time() == time() else start


def _entries(
    name: str, value: str, day: Day, reading: Reading, seen: _Seen, table: Table
) -> list[Entry] | str:
    """What a row holds, or the label under which it is set aside."""
    known, key = source("trainingpeaks"), key_of(name)
    if key not in known.known:
        seen.others[name] += 1
        return "other metric"
    if is_missing(value):
        return "no value"
    if key == known.note:
        return [CheckIn(start=day.start, note=value, provenance=day.origin)]
    if parts := _parts(value):
        if (measure := known.measure.get(key)) is None:
            return "summary of the day"
        numbers = [(part, _number(text, table)) for part, text in parts]
        return [
            wellness(
                measure.model_copy(update={"name": f"{measure.name}_{part}"}),
                found,
                None,
                _LABEL,
                day,
            )
            for part, found in numbers
        ]
    found = _number(value, table)
    if key in known.mass:
        unit, basis = _unit(key, reading)
        entry = body_mass(found, unit, basis, day)
        seen.guessed += basis is UnitBasis.GUESSED
        return [entry]
    if key == known.steps:
        return [
            DailyTotal(
                start=day.start,
                measure=DayMeasure.STEPS,
                value=found,
                source=_LABEL,
                provenance=day.origin,
            )
        ]
    measure = known.measure[key]
    return [wellness(measure, found, measure.scale, _LABEL, day)]


def _parts(value: str) -> list[tuple[str, str]]:
    """The named parts of ``Max : 52 / Avg : 14``; empty where it is something else."""
    matches = [_PART.fullmatch(part) for part in value.split("/")]
    return [(match[1].lower(), match[2]) for match in matches if match] if all(matches) else []


def _number(text: str, table: Table) -> float:
    found = number(text, comma_is_decimal=table.comma_is_decimal)
    if found is None:
        raise Unreadable("a number such as 61.5")
    return found


def _unit(key: str, reading: Reading) -> tuple[WeightUnit, UnitBasis]:
    stated = source("trainingpeaks").mass[key]
    if stated:
        return WeightUnit(stated), UnitBasis.STATED
    if reading.weight_unit is not None:
        return reading.weight_unit, UnitBasis.CONFIGURED
    return WeightUnit.KG, UnitBasis.GUESSED


def _closing_notes(ledger: Ledger, seen: _Seen) -> Iterator[Problem]:
    if seen.guessed:
        yield ledger.problem(
            ProblemKind.NOTE,
            "unit-guessed",
            f"body weights without a unit: {seen.guessed}",
            "kg or lb",
            'They were read as kg. If they are pounds, write units = "lb" into the profile.',
        )
    if seen.others:
        yield ledger.problem(
            ProblemKind.NOTE,
            "metrics-ignored",
            f"metrics that are not read: {listed(sorted(seen.others))}",
            "metrics about sleep, heart rate, weight or how one feels",
            "Nothing to do unless one of them matters to you.",
        )
