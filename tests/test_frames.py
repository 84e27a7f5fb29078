"""The log as tables: columns and units as the nomenclature has them, values as they were read."""

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest

from tl_analyzer.api.athlete import of_log
from tl_analyzer.api.profiles import default_profile
from tl_analyzer.frames import DERIVED, frame
from tl_analyzer.log import (
    Log,
    Provenance,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.remedy import RemediableError
from tl_analyzer.tables.columns import nomenclature

NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)


def test_every_derived_column_is_computed_and_no_other() -> None:
    derived = {(t, c.name) for t, columns in nomenclature().items() for c in columns if c.derived}
    assert set(DERIVED) == derived


@pytest.mark.parametrize("table", sorted(nomenclature()))
def test_an_empty_log_gives_empty_tables_with_all_columns(table: str) -> None:
    built = frame(Log(), table)
    assert list(built.columns) == [c.name for c in nomenclature()[table]]
    assert [str(t) for t in built.dtypes] == [c.dtype for c in nomenclature()[table]]
    assert built.empty


def test_an_athlete_is_no_log() -> None:
    athlete: Any = of_log(Log(), default_profile("anna", "UTC"))
    with pytest.raises(RemediableError, match="Athlete is no log") as why:
        frame(athlete, "sets")
    assert "athlete.log(week)" in why.value.remedy


def test_a_table_that_there_is_not_is_answered_with_the_nearest() -> None:
    with pytest.raises(RemediableError) as why:
        frame(Log(), "set")
    assert "'sets'" in why.value.remedy


def test_pounds_become_kilograms_and_say_how_the_unit_is_known() -> None:
    weight = Weight(value=100, unit=WeightUnit.LB, basis=UnitBasis.GUESSED)
    session = StrengthSession(
        start=When(utc=NOON, zone="Europe/Berlin"),
        sets=(StrengthSet(exercise="Deadlift", row=2, weight=weight, reps=5),),
        provenance=Provenance(adapter="test", file="a.csv", digest="0"),
    )
    sets = frame(Log(strength=(session,)), "sets")
    assert sets.loc[0, "weight_kg"] == pytest.approx(45.359237)
    assert sets.loc[0, "unit_basis"] == "guessed"
    assert sets.loc[0, "start"] == pd.Timestamp(NOON)


def test_columns_that_name_a_unit_carry_it() -> None:
    for table, columns in nomenclature().items():
        for column in columns:
            for suffix, unit in (("_kg", "kg"), ("_s", "s"), ("_m", "m"), ("_w", "W")):
                if column.name.endswith(suffix):
                    assert column.unit == unit, f"{table}.{column.name}"
