"""Cells that name their unit, in the languages of the apps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import WeightUnit
from tl_analyzer.parsing.numbers import Unreadable
from tl_strength.quantities import Measured, Quantity, read_quantity
from tl_strength.units import read_length, says_yes

REPS, WEIGHT = Measured.REPS, Measured.WEIGHT


def amount(text: str) -> Quantity | None:
    return read_quantity(text, REPS, comma_is_decimal=True)


def measure(text: str) -> Quantity | None:
    return read_quantity(text, WEIGHT, comma_is_decimal=True)


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("20 ripetizioni", Measured.REPS, 20),
        ("1 ripetizione", Measured.REPS, 1),
        ("8 repetitions", Measured.REPS, 8),
        ("12 Wiederholungen", Measured.REPS, 12),
        ("10 répétitions", Measured.REPS, 10),
        ("15 Repeticiones", Measured.REPS, 15),
        ("20", Measured.REPS, 20),
        ("60 secondi", Measured.SECONDS, 60),
        ("14 minuti", Measured.SECONDS, 840),
        ("1 ora", Measured.SECONDS, 3600),
        ("45 Sekunden", Measured.SECONDS, 45),
        ("1,5 min", Measured.SECONDS, 90),
        ("5 m", Measured.SECONDS, 300),
        ("1 h 5 min", Measured.SECONDS, 3900),
        ("1:30", Measured.SECONDS, 90),
        ("0:01:30", Measured.SECONDS, 90),
    ],
)
def test_amounts(text: str, what: Measured, value: float) -> None:
    assert amount(text) == Quantity(what, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20,00 kg", Quantity(Measured.WEIGHT, 20.0, WeightUnit.KG)),
        ("20,00\u00a0kg", Quantity(Measured.WEIGHT, 20.0, WeightUnit.KG)),
        ("112,5kg", Quantity(Measured.WEIGHT, 112.5, WeightUnit.KG)),
        ("135.00 lb", Quantity(Measured.WEIGHT, 135.0, WeightUnit.LB)),
        ("135 LBS", Quantity(Measured.WEIGHT, 135.0, WeightUnit.LB)),
        ("1.020,00 kg", Quantity(Measured.WEIGHT, 1020.0, WeightUnit.KG)),
        ("1,020.00 lb", Quantity(Measured.WEIGHT, 1020.0, WeightUnit.LB)),
        ("1\u202f020,50 kg", Quantity(Measured.WEIGHT, 1020.5, WeightUnit.KG)),
        ("1.020 kg", Quantity(Measured.WEIGHT, 1020.0, WeightUnit.KG)),
        ("61,235 kg", Quantity(Measured.WEIGHT, 61.235, WeightUnit.KG)),
        ("20,00", Quantity(Measured.WEIGHT, 20.0)),
        ("1,00 km", Quantity(Measured.METRES, 1000.0)),
        ("400 m", Quantity(Measured.METRES, 400.0)),
        ("3 Meilen", Quantity(Measured.METRES, 3 * 1609.344)),
        ("", None),
        ("  \u00a0", None),
    ],
)
def test_measures(text: str, expected: Quantity | None) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize(
    "text", ["-20 kg", "kg", "20 stone", "20 kg 5", "1.2.3 kg", "1,2,3,4 kg", "a lot", "20-25 reps"]
)
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(Unreadable):
        measure(text)


def test_a_comma_before_three_digits_is_not_guessed_at() -> None:
    with pytest.raises(Unreadable):
        read_quantity("1,020 lb", WEIGHT, comma_is_decimal=False)


@given(st.text(max_size=60), st.sampled_from([REPS, WEIGHT]), st.booleans())
def test_any_text_is_read_or_unreadable(text: str, bare: Measured, decimal: bool) -> None:
    try:
        found = read_quantity(text, bare, comma_is_decimal=decimal)
    except Unreadable:
        return
    assert found is None or found.value >= 0.0


@given(
    st.integers(0, 499_999),
    st.sampled_from(["kg", "lb"]),
    st.sampled_from(["", " ", "\u00a0", "\u202f"]),
)
def test_weights_are_read_as_either_locale_writes_them(cents: int, unit: str, blank: str) -> None:
    english = f"{cents / 100:,.2f}"
    italian = english.translate(str.maketrans(",.", ".,"))
    expected = Quantity(Measured.WEIGHT, cents / 100, WeightUnit(unit))
    assert measure(f"{italian}{blank}{unit}") == expected
    assert read_quantity(f"{english}{blank}{unit}", WEIGHT, comma_is_decimal=False) == expected


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_lengths_go_there_and_back(hours: int, minutes: int, seconds: int) -> None:
    whole = hours * 3600 + minutes * 60 + seconds
    assert read_length(f"{hours}:{minutes:02}:{seconds:02}") == whole
    assert read_length(f"{hours}h {minutes}min {seconds}s") == whole
    assert read_length(f"{minutes}:{seconds:02}") == minutes * 60 + seconds
    assert read_length(f"{whole}") == whole


@pytest.mark.parametrize("text", ["", ":", "1:60", "1:2:3:4", "25:61:00", "x"])
def test_what_is_no_length(text: str) -> None:
    with pytest.raises(Unreadable):
        read_length(text)


def test_yes_in_words_and_numbers() -> None:
    assert all(map(says_yes, ("true", "1", "1.0", "Sì", "YES", "ja")))
    assert not any(map(says_yes, ("false", "0", "", "no", "maybe")))
