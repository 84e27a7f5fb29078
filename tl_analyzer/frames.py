"""The log as pandas tables, for those who want to compute on it themselves.

Columns, units and types come from ``tables/nomenclature.toml`` alone.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from tl_analyzer.log import KG_PER_LB, Log, WeightUnit
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.remedy import RemediableError
from tl_analyzer.tables.columns import ColumnType, nomenclature, stored
from tl_analyzer.tables.from_log import rows_of_log
from tl_analyzer.tables.to_log import columns_of

Values = Sequence[Any]
#: Values by table and column.
Tables = Mapping[str, Mapping[str, Values]]

_KG = {WeightUnit.KG.value: 1.0, WeightUnit.LB.value: KG_PER_LB}


def frame(log: Log, table: str) -> pd.DataFrame:
    """One table of the log.

    Parameters
    ----------
    log : Log
        The log.
    table : str
        ``sets``, ``workouts``, ``rides``, ``posture_bouts``, ``postures``, ``activities``,
        ``body_mass``, ``check_ins``, ``wellness``, ``daily_totals``, ``planned_sessions``,
        ``origins``, ``sources`` or ``problems``.

    Returns
    -------
    DataFrame
        Columns, order and types as `nomenclature` has them; one row a value, in time order.

    Raises
    ------
    RemediableError
        If there is no such table, or `log` is none.
    """
    # Who has just read an athlete's files has an athlete, and not yet a log.
    if not isinstance(log, Log):
        raise RemediableError(
            f"{type(log).__name__} is no log", "An athlete's is athlete.log(week)."
        )
    known = nomenclature()
    if table not in known:
        told = f"There are: {', '.join(known)}."
        raise RemediableError(f"no table {table!r}", did_you_mean(str(table), known, told))
    columns = known[table]
    rows = rows_of_log(log)
    held = {
        name: dict(
            zip(
                (column.name for column in stored(name)),
                columns_of(rows[name]) or [()] * len(stored(name)),
                strict=True,
            )
        )
        for name in (table, "workouts", "origins")
    }
    values = {
        c.name: DERIVED[table, c.name](held) if c.derived else held[table][c.name] for c in columns
    }
    built = pd.DataFrame(values, dtype=object)
    for name in (c.name for c in columns if c.type is ColumnType.INSTANT):
        built[name] = pd.to_datetime(built[name].astype("Int64"), unit="us", utc=True)
    return built.astype({c.name: c.dtype for c in columns})


def _file(table: str) -> Callable[[Tables], Values]:
    def found(held: Tables) -> Values:
        names = _names(held)
        return [names[origin] for origin in held[table]["origin"]]

    return found


def _also_in(table: str) -> Callable[[Tables], Values]:
    def found(held: Tables) -> Values:
        names = _names(held)
        return [
            ";".join(dict.fromkeys(names[origin] for origin, _ in json.loads(folded)))
            for folded in held[table]["folded"]
        ]

    return found


def _kilograms(table: str, value: str, unit: str) -> Callable[[Tables], Values]:
    def found(held: Tables) -> Values:
        given = zip(held[table][value], held[table][unit], strict=True)
        return [None if number is None else number * _KG[unit] for number, unit in given]

    return found


def _of_workout(column: str) -> Callable[[Tables], Values]:
    def found(held: Tables) -> Values:
        workouts = held["workouts"]
        known = dict(zip(workouts["workout"], workouts[column], strict=True))
        return [known[workout] for workout in held["sets"]["workout"]]

    return found


def _of_set(own: str, column: str) -> Callable[[Tables], Values]:
    def found(held: Tables) -> Values:
        pairs = zip(held["sets"][own], _of_workout(column)(held), strict=True)
        return [of_workout if of_set is None else of_set for of_set, of_workout in pairs]

    return found


def _file_of_set(held: Tables) -> Values:
    names = _names(held)
    return [names[origin] for origin in _of_workout("origin")(held)]


def _names(held: Tables) -> dict[int, str]:
    return dict(zip(held["origins"]["origin"], held["origins"]["file"], strict=True))


#: What follows from other columns, by table and column.
DERIVED: dict[tuple[str, str], Callable[[Tables], Values]] = {
    ("sets", "start"): _of_set("set_start", "start"),
    ("sets", "zone"): _of_set("set_zone", "zone"),
    ("sets", "clock"): _of_set("set_clock", "clock"),
    ("sets", "session"): _of_workout("title"),
    ("sets", "weight_kg"): _kilograms("sets", "weight", "weight_unit"),
    ("sets", "file"): _file_of_set,
    ("body_mass", "mass_kg"): _kilograms("body_mass", "mass", "mass_unit"),
    **{
        (table, "file"): _file(table)
        for table in (
            "workouts",
            "rides",
            "activities",
            "postures",
            "body_mass",
            "check_ins",
            "wellness",
            "daily_totals",
            "planned_sessions",
        )
    },
    **{(table, "also_in"): _also_in(table) for table in ("workouts", "rides", "activities")},
}
