"""Weights, days, and rows that cannot be read."""

from collections.abc import Callable
from typing import Protocol

import pytest

from tl_analyzer.log import BodyMass, DailyTotal, Problem, Tally

MASS = "QuantityTypeIdentifierBodyMass"


class Found(Protocol):
    entries: tuple[object, ...]
    problems: tuple[Problem, ...]
    tally: Tally

    @property
    def aside(self) -> dict[str, int]: ...


Export = Callable[..., Found]
Row = Callable[..., str]


@pytest.mark.parametrize(
    ("value", "unit", "kg"),
    [("70", "kg", 70.0), ("150", "lb", 68.03886), ("11", "st", 69.85322), ("70000", "g", 70.0)],
)
def test_a_weight_is_read_in_its_stated_unit(
    value: str, unit: str, kg: float, export: Export, row: Row
) -> None:
    (mass,) = export(row(MASS, "07:00", "07:00", value, unit=unit)).entries
    assert isinstance(mass, BodyMass)
    assert mass.mass.kg == pytest.approx(kg, abs=1e-4)


@pytest.mark.parametrize(
    ("value", "unit"), [("70", "stone"), ("7", "kg"), ("700", "kg"), ("nan", "kg"), ("-70", "kg")]
)
def test_a_weight_that_is_none_is_refused(value: str, unit: str, export: Export, row: Row) -> None:
    found = export(row(MASS, "07:00", "07:00", value, unit=unit))
    assert found.entries == ()
    assert (found.tally.refused, len(found.problems)) == (1, 1)


def test_the_offset_of_the_row_gives_the_instant(export: Export) -> None:
    (mass,) = export(
        '<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" value="70"'
        ' startDate="2026-07-06 23:30:00 -0700" endDate="x"/>'
    ).entries
    assert isinstance(mass, BodyMass)
    assert f"{mass.start.utc:%d %H:%M}" == "07 06:30"
    assert f"{mass.start.local:%d %H:%M}" == "07 08:30"


@pytest.mark.parametrize(
    "when",
    [
        "",
        "2026-07-06",
        "2026-07-06 07:00:00",
        "2026-07-06 25:00:00 +0000",
        "2026-02-30 07:00:00 +0000",
        "1969-12-31 07:00:00 +0000",
        "2026-07-06 07:00:00 +9900",
        "٢٠٢٦-07-06 07:00:00 +0000",
    ],
)
def test_a_row_without_a_real_instant_is_refused(when: str, export: Export) -> None:
    found = export(
        f'<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" value="70" startDate="{when}"/>'
    )
    assert (found.entries, found.tally.refused) == ((), 1)


def test_stand_hours_of_a_day_are_a_check(export: Export) -> None:
    found = export(
        '<ActivitySummary dateComponents="2026-07-06" appleStandHours="9"/>',
        '<ActivitySummary dateComponents="2026-07-07" appleStandHours="0"/>',
        '<ActivitySummary dateComponents="1969-12-30" appleStandHours="3"/>',
        '<ActivitySummary dateComponents="2026-07-08" appleStandHours="30"/>',
    )
    (total,) = found.entries
    assert isinstance(total, DailyTotal)
    assert (total.value, total.start.timed) == (9.0, False)
    assert (found.tally.read, found.tally.refused, sum(found.aside.values())) == (1, 1, 2)


def test_rows_within_a_correlation_are_not_counted_again(export: Export, row: Row) -> None:
    inner = row(MASS, "07:00", "07:00", "70", unit="kg")
    found = export(f'<Correlation type="HKCorrelationTypeIdentifierFood">{inner}</Correlation>')
    assert (found.entries, found.aside) == ((), {"Correlation": 1})


def test_types_beyond_a_number_share_a_label(export: Export) -> None:
    found = export(*(f'<Record type="HKQuantityTypeIdentifierX{n}"/>' for n in range(1000)))
    assert len(found.aside) < 400
    assert sum(found.aside.values()) == found.tally.total == 1000


def test_after_many_problems_the_rest_is_summed_up(export: Export, row: Row) -> None:
    found = export(*[row(MASS, "07:00", "07:00", "1", unit="kg")] * 1000)
    assert found.tally.refused == 1000
    assert len(found.problems) < 300
    assert found.problems[-1].code == "more-refused"


def test_names_of_people_are_not_kept(export: Export, row: Row) -> None:
    found = export(
        row(MASS, "07:00", "07:00", "70", unit="kg", source="Annabel's scale"),
        row(MASS, "08:00", "08:00", "1", unit="kg", source="Annabel's scale"),
        '<Workout workoutActivityType="HKWorkoutActivityTypeCycling" sourceName="Annabel"'
        ' device="name:Annabel, model:Watch" startDate="2026-07-06 09:12:00 +0000"'
        ' endDate="2026-07-06 09:41:00 +0000"/>',
    )
    assert len(found.entries) == 2
    assert "Annabel" not in repr(found)
