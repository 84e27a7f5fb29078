"""``tl explain`` shows what a sceptic needs to recompute a flag."""

from typing import TYPE_CHECKING

import pytest

from tl_analyzer.load.flexion_fit import residuals

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl


def test_a_flag_shows_its_equations_coefficients_and_limits(tl: "Tl") -> None:
    said = " ".join(tl("explain", "TL101").out.split())
    for part in ("d = exp(a S) / N_0", "Limits:", "hinge.sn_slope = 0.162", "gallagher_2017"):
        assert part in said


def test_a_flag_is_told_in_words_without_marks_of_the_documentation(tl: "Tl") -> None:
    told = tl("explain", "TL401").out
    assert "]_" not in told
    assert "::" not in told
    assert "  0.7  hinge.hard_demand" in told
    assert "posture level: dx/dt = (A u - x) / a; dy/dt" in " ".join(told.split())
    cited, sources = told.split("── Sources")
    assert "[clinic_hidden_culprit]" in cited
    assert "clinic_hidden_culprit" in sources


@pytest.mark.parametrize("name", ["flexion-state", "Flexion state"])
def test_the_flexion_state_shows_every_target_and_its_residual(tl: "Tl", name: str) -> None:
    said = " ".join(tl("explain", name).out.split())
    assert residuals()
    for row in residuals():
        assert f"{row.target}: published {row.published}" in said
        assert f"residual {row.residual:+.2f} ({row.reference})" in said
