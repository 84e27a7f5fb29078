"""The shipped coefficients are what the calibration finds; needs scipy."""

import pytest

pytest.importorskip("scipy", reason="the fit needs the dependency group `calibrate`")

from calibration.candidates import IN_USE, LINEAR
from calibration.fit_flexion import fields
from calibration.fitting import fit
from calibration.parameter_file import with_numbers, with_table
from calibration.targets import targets
from tl_analyzer.parameters import Parameters

#: Free numbers are stated with three significant digits, ends of ranges with two.
STATED, BRIEF = 0.006, 0.06


def test_the_fit_gives_the_shipped_numbers(parameters: Parameters) -> None:
    found = fit(IN_USE, targets())
    for key, written in fields(found).items():
        shipped = parameters[key]
        assert shipped.value == pytest.approx(float(written["value"]), rel=STATED), key
        if "low" in written:
            assert shipped.low == pytest.approx(float(written["low"]), rel=BRIEF), key
            assert shipped.high == pytest.approx(float(written["high"]), rel=BRIEF), key


def test_it_fits_better_than_two_linear_compartments_with_as_many_numbers() -> None:
    linear, ours = fit(LINEAR, targets()), fit(IN_USE, targets())
    assert len(linear.numbers) == len(ours.numbers)
    assert ours.squares < 0.5 * linear.squares


def test_fitting_again_changes_nothing() -> None:
    assert fit(IN_USE, targets(), starts=2) == fit(IN_USE, targets(), starts=2)


def test_numbers_are_written_without_touching_the_rest() -> None:
    text = '# Why.\n[a.b]\nvalue = 1.0\nnote = "one"\n\n[a.bc]\nvalue = 2.0\n'
    assert with_numbers(text, {"a.b": {"value": "3.5"}}) == text.replace("1.0", "3.5")
    assert with_numbers(text, {"a.bc": {"value": "7.5"}}) == text.replace("2.0", "7.5")
    with pytest.raises(ValueError, match="no table"):
        with_numbers(text, {"a.c": {"value": "1"}})
    with pytest.raises(ValueError, match="no field low"):
        with_numbers(text, {"a.b": {"low": "1"}})


def test_a_table_is_written_between_its_marks() -> None:
    begin, end = "<!-- x: written by calibration.fit_flexion -->\n", "<!-- end x -->"
    page = f"before\n{begin}old\n{end}\nafter\n"
    once = with_table(page, "x", "| new |\n")
    assert "old" not in once and once.startswith("before\n") and once.endswith("after\n")
    assert with_table(once, "x", "| new |\n") == once
    with pytest.raises(ValueError, match="no marks"):
        with_table(page, "y", "")
