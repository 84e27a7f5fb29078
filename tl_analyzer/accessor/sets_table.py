"""A table of sets -> strength sessions."""

from collections.abc import Hashable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pandas as pd

from tl_analyzer.accessor.cells import Cells, rows_of
from tl_analyzer.accessor.table_columns import SETS, TIMES, WEIGHTS
from tl_analyzer.accessor.table_error import Fault, TableError, refused
from tl_analyzer.log import (
    LoadMeaning,
    Provenance,
    SetType,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)

SOURCE = Provenance(adapter="table", file="table of sets", digest="")

#: Largest values that a log can hold; see `tl_analyzer.log.StrengthSet`. [1]
_MOST_REPS, _MOST_WEIGHT, _MOST_RPE, _MOST_RIR = 10_000, 5_000.0, 10.0, 20.0

#: No workout is longer.
_LONGEST = timedelta(days=1)


def sessions_of(
    frame: pd.DataFrame, zone: str, unit: WeightUnit | None
) -> tuple[StrengthSession, ...]:
    """Read a table of sets.

    Sets belong to one session where the column ``workout`` says so, else where time and
    ``session`` are the same.

    Parameters
    ----------
    frame : DataFrame
        One row a set.
    zone : str
        IANA zone of clocks that state none.
    unit : WeightUnit or None
        Unit of a column ``weight`` without ``weight_unit``.

    Raises
    ------
    TableError
        If the unit of weights is not known, or a cell cannot be read.
    """
    _check_unit(frame, unit)
    faults: list[Fault] = []
    whens: dict[Hashable, When] = {}
    titles: dict[Hashable, str] = {}
    sets: dict[Hashable, list[StrengthSet]] = {}
    for number, cells in enumerate(rows_of(frame, SETS, faults), start=1):
        when = _time(cells, zone)
        made = _set(cells, number, when, unit)
        if when is None or made is None:
            continue
        title = cells.text("session")
        key = cells.text("workout") or (when.utc, title)
        first = whens.get(key, when)
        if abs(when.utc - first.utc) > _LONGEST:
            cells.fault("workout", "a number for each workout; a title that recurs is a session")
        whens[key] = min(first, when, key=lambda w: w.utc)
        titles.setdefault(key, title)
        sets.setdefault(key, []).append(made)
    if faults:
        raise refused(faults)
    return tuple(
        StrengthSession(start=whens[k], title=titles[k], sets=tuple(made), provenance=SOURCE)
        for k, made in sets.items()
    )


def _check_unit(frame: pd.DataFrame, unit: WeightUnit | None) -> None:
    there = [name for name in WEIGHTS if name in frame.columns]
    if there == ["weight"] and "weight_unit" not in frame.columns and unit is None:
        raise TableError(
            "the weights state no unit",
            "Rename the column to weight_kg or weight_lb, or say unit='kg' or unit='lb'.",
        )
    if "weight_kg" in there and "weight_lb" in there:
        raise TableError(
            "both weight_kg and weight_lb are there", "Keep the one that was written down."
        )


def _time(cells: Cells, zone: str) -> When | None:
    column = next((name for name in TIMES if not cells.missing(name)), None)
    if column is None:
        cells.fault(cells.there(TIMES), "a time or a date")
        return None
    when = cells.when(column, zone)
    if when is not None and column == "date" and when.timed:
        # A library may have made a midnight of the date; only the date was meant.
        return When.from_date(when.utc.astimezone(ZoneInfo(when.zone)).date(), when.zone)
    return when


def _set(
    cells: Cells, number: int, when: When | None, unit: WeightUnit | None
) -> StrengthSet | None:
    exercise = cells.name("exercise", "the name of an exercise")
    weight = _weight(cells, unit)
    made = {
        "meaning": cells.one_of("load_meaning", LoadMeaning, LoadMeaning.EXTERNAL),
        "set_type": cells.one_of("set_type", SetType, SetType.WORKING),
        "reps": cells.count("reps", _MOST_REPS),
        "rpe": cells.number("rpe", 1, _MOST_RPE),
        "rir": cells.number("rir", 0, _MOST_RIR),
        "duration_s": cells.number("duration_s"),
        "distance_m": cells.number("distance_m"),
        "note": cells.text("note"),
    }
    if not exercise or when is None:
        return None
    timed = when if when.timed and not cells.missing("set_start") else None
    return StrengthSet(exercise=exercise, row=number, weight=weight, start=timed, **made)


def _weight(cells: Cells, unit: WeightUnit | None) -> Weight | None:
    # As written, with its unit, comes before what was worked out from it.
    if cells.missing("weight") or cells.missing("weight_unit"):
        for column, known in (("weight_kg", WeightUnit.KG), ("weight_lb", WeightUnit.LB)):
            if not cells.missing(column):
                value = cells.number(column, 0, _MOST_WEIGHT)
                return None if value is None else _of(value, known, UnitBasis.STATED)
    value = cells.number("weight", 0, _MOST_WEIGHT)
    if value is None:
        return None
    if not cells.missing("weight_unit"):
        said = cells.one_of("weight_unit", WeightUnit, WeightUnit.KG)
        return _of(value, said, cells.one_of("unit_basis", UnitBasis, UnitBasis.STATED))
    if unit is None:
        cells.fault("weight_unit", "kg or lb, or unit='kg' or unit='lb' for those without")
        return None
    return _of(value, unit, UnitBasis.CONFIGURED)


def _of(value: float, unit: WeightUnit, basis: UnitBasis) -> Weight:
    return Weight(value=value, unit=unit, basis=basis)
