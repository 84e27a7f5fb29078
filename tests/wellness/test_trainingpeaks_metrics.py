"""Metrics of TrainingPeaks."""

from typing import TYPE_CHECKING

import pytest

from tl_analyzer.adapter import Reading
from tl_analyzer.log import BodyMass, CheckIn, Clock, UnitBasis, WeightUnit, Wellness
from tl_wellness import TrainingPeaksMetricsAdapter

if TYPE_CHECKING:
    from tests.wellness.conftest import Read

HEADER = '"Timestamp","Type","Value"\n'
ADAPTER = TrainingPeaksMetricsAdapter()


def test_midnight_stands_for_the_day(read: "Read") -> None:
    rows = '"2026-11-09 00:00:00","Pulse","96"\n"2026-11-09 07:05:00","Pulse","47"\n'
    entries, _, tally = read(ADAPTER, HEADER + rows)
    assert tally.read == 2
    assert [(e.value, e.start.clock) for e in entries if isinstance(e, Wellness)] == [
        (96, Clock.DATE),
        (47, Clock.LOCAL),
    ]


@pytest.mark.parametrize("text", ["Max : 52 / Avg : 14", "max: 52/avg: 14"])
def test_a_pair_of_values_is_kept_apart_by_name(read: "Read", text: str) -> None:
    entries, _, tally = read(ADAPTER, HEADER + f'"2026-11-09 00:00:00","Stress Level","{text}"\n')
    values = {e.measure: e.value for e in entries if isinstance(e, Wellness)}
    assert values == {"stress_level_max": 52, "stress_level_avg": 14}
    assert tally.read == 1


@pytest.mark.parametrize(
    ("name", "reading", "unit", "basis"),
    [
        ("Weight Kilograms", Reading(), WeightUnit.KG, UnitBasis.STATED),
        ("Weight Pounds", Reading(), WeightUnit.LB, UnitBasis.STATED),
        ("Weight", Reading(weight_unit=WeightUnit.LB), WeightUnit.LB, UnitBasis.CONFIGURED),
        ("Weight", Reading(), WeightUnit.KG, UnitBasis.GUESSED),
    ],
)
def test_body_weight_knows_its_unit(
    read: "Read", name: str, reading: Reading, unit: WeightUnit, basis: UnitBasis
) -> None:
    (mass,), problems, _ = read(
        ADAPTER, HEADER + f'"2026-11-09 00:00:00","{name}","150"\n', reading
    )
    assert isinstance(mass, BodyMass)
    assert (mass.mass.unit, mass.mass.basis) == (unit, basis)
    assert [p.code for p in problems] == (["unit-guessed"] if basis is UnitBasis.GUESSED else [])


def test_no_body_weighs_that(read: "Read") -> None:
    rows = '"2026-11-09 00:00:00","Weight","7140"\n"2026-11-09 00:00:00","Weight","9e99"\n'
    entries, problems, tally = read(ADAPTER, HEADER + rows)
    assert (entries, len(problems), tally.refused) == ([], 2, 2)


def test_notes_are_the_athletes_words(read: "Read") -> None:
    (note,), _, _ = read(ADAPTER, HEADER + '"2026-11-09 00:00:00","Notes","tight, sat 6 h"\n')
    assert isinstance(note, CheckIn)
    assert (note.note, note.score) == ("tight, sat 6 h", None)


def test_other_metrics_are_counted_and_named_once(read: "Read") -> None:
    rows = "".join(f'"2026-11-0{day} 00:00:00","Water","2"\n' for day in range(1, 5))
    entries, (note,), tally = read(ADAPTER, HEADER + rows)
    assert (entries, note.code) == ([], "metrics-ignored")
    assert "Water" in note.found
    assert tally.set_aside == (("other metric", 4),)


def test_many_strange_names_stay_one_short_note(read: "Read") -> None:
    rows = "".join(f'"2026-11-01 00:00:00","Metric {n}","2"\n' for n in range(500))
    _, (note,), _ = read(ADAPTER, HEADER + rows)
    assert len(note.found) < 500
