"""One day of a wellness diary: from cells to values of the log, each cell on its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tl_analyzer.log import (
    BodyMass,
    CheckIn,
    DailyTotal,
    DayMeasure,
    Entry,
    Problem,
    ProblemKind,
    Provenance,
    Scale,
    UnitBasis,
    Weight,
    WeightUnit,
    Wellness,
    When,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.written_dates import Unclear
from tl_wellness.resources import Measure, Source, limits

_MISSING = frozenset({"", "-", "--", "na", "n/a", "nan", "null", "none"})


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no value."""
    return cell.strip().casefold() in _MISSING


@dataclass(frozen=True)
class Day:
    """Where the values of one row belong.

    Attributes
    ----------
    start : When
        The day or moment.
    origin : Provenance
        File and row.
    """

    start: When
    origin: Provenance


@dataclass(frozen=True)
class DayReader:
    """Reads the cells of one file.

    Attributes
    ----------
    source : Source
        What its columns mean.
    label : str
        The source in the athlete's words.
    comma_is_decimal : bool
        Whether a comma can only be a decimal comma.
    off_scale : frozenset of str
        Keys of ratings that leave the scale of the source somewhere in the file: theirs is
        another one, which nobody stated.
    """

    source: Source
    label: str
    comma_is_decimal: bool
    off_scale: frozenset[str] = frozenset()

    def read(self, cells: Mapping[str, str], day: Day, ledger: Ledger) -> Iterator[Entry | Problem]:
        """Yield the values of a row, and a problem for each cell that is not read."""
        for key, cell in cells.items():
            if is_missing(cell) or key not in self.source.known or key in self.source.aside:
                continue
            if key == self.source.note:
                yield CheckIn(start=day.start, note=cell.strip(), provenance=day.origin)
                continue
            try:
                yield self._value(key, cell, day)
            except Unreadable as why:
                yield left_out(ledger, why, cell, key, day.origin.row)

    def _value(self, key: str, cell: str, day: Day) -> Entry:
        value = number(cell, comma_is_decimal=self.comma_is_decimal)
        if value is None:
            raise Unreadable("a number such as 82.5")
        if key == self.source.mass_kg:
            return body_mass(value, WeightUnit.KG, UnitBasis.STATED, day)
        if key == self.source.steps:
            return DailyTotal(
                start=day.start,
                measure=DayMeasure.STEPS,
                value=value,
                source=self.label,
                provenance=day.origin,
            )
        measure = self.source.measure[key]
        scale = None if key in self.off_scale else measure.scale
        return wellness(measure, value, scale, self.label, day)


def wellness(measure: Measure, value: float, scale: Scale | None, label: str, day: Day) -> Wellness:
    """A value of a diary, as given."""
    return Wellness(
        start=day.start,
        measure=measure.name,
        value=value,
        unit=measure.unit,
        scale=scale,
        source=label,
        provenance=day.origin,
    )


def body_mass(value: float, unit: WeightUnit, basis: UnitBasis, day: Day) -> BodyMass:
    """A body mass.

    Raises
    ------
    Unreadable
        If no person weighs that.
    """
    known = limits()
    least, most = known.mass_least_kg, known.mass_most_kg
    # The value is compared first: a weight has bounds of its own.
    if value > most / Weight(value=1, unit=unit, basis=basis).kg:
        raise Unreadable(f"a body mass from {least:g} to {most:g} kg")
    mass = Weight(value=value, unit=unit, basis=basis)
    if mass.kg < least:
        raise Unreadable(f"a body mass from {least:g} to {most:g} kg")
    return BodyMass(start=day.start, mass=mass, provenance=day.origin)


def settled(
    found: Iterable[Entry | Problem], ledger: Ledger, line: int, nothing: str
) -> Iterator[Entry | Problem]:
    """Yield what was found in a row, and count the row.

    A row of which no value could be read is refused; one that holds none is set aside under the
    label `nothing`.
    """
    values = doubts = 0
    for item in found:
        values += not isinstance(item, Problem)
        doubts += isinstance(item, Problem)
        yield item
    if values:
        ledger.take()
    elif doubts:
        wanted, hint = "at least one value that can be read", "See what is said of its cells."
        yield ledger.refuse("row-unreadable", "no such value", wanted, hint, line)
    else:
        ledger.set_aside(nothing)


def undated(ledger: Ledger, why: Unclear, cell: str, line: int, column: str) -> Problem:
    """Refuse a row whose date was not taken."""
    return ledger.refuse(why.code, echo(cell), why.expected, why.hint, line, column)


def left_out(ledger: Ledger, why: Unreadable, cell: str, column: str, line: int | None) -> Problem:
    """Say that a cell is not in the log, while the rest of its row is."""
    return ledger.problem(
        ProblemKind.REPAIRED,
        "value-unreadable",
        echo(cell),
        why.expected,
        f"The row is read without it. {why.hint}",
        line,
        column,
    )


def off_scale(
    source: Source, rows: Iterable[Mapping[str, str]], *, comma_is_decimal: bool
) -> frozenset[str]:
    """Keys of ratings with a value outside the scale that the source defines."""
    rated = {key: m.scale for key, m in source.measure.items() if m.scale is not None}
    found = set[str]()
    for cells in rows:
        for key, scale in rated.items():
            cell = cells.get(key, "")
            if is_missing(cell):
                continue
            try:
                value = number(cell, comma_is_decimal=comma_is_decimal)
            except Unreadable:
                continue
            if value is not None and not scale.least <= value <= scale.most:
                found.add(key)
    return frozenset(found)


def file_notes(
    ledger: Ledger, source: Source, columns: Iterable[str], strays: frozenset[str], line: int | None
) -> Iterator[Problem]:
    """What the reader should know about the columns of a file, in one note each."""
    unread = sorted(column for column in columns if column and column not in source.known)
    if unread:
        yield ledger.problem(
            ProblemKind.NOTE,
            "columns-ignored",
            f"columns that are not read: {listed(unread)}",
            "columns of this export",
            "Nothing to do unless one of them matters to you.",
            line,
        )
    for key in sorted(strays):
        scale = source.measure[key].scale
        ends = f"{scale.least:g} to {scale.most:g}" if scale else "a stated scale"
        yield ledger.problem(
            ProblemKind.NOTE,
            "scale-unknown",
            f"values of {key} outside {ends}",
            f"ratings from {ends}",
            "They are kept as given, without a scale, and compared with nothing else.",
            line,
            key,
        )


def listed(names: Iterable[str]) -> str:
    """Names quoted one after the other, the first few of them."""
    every = list(names)
    most = limits().names_listed
    rest = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(echo(name) for name in every[:most]) + rest
