"""``tl exercises`` for scripts: types, order, standard input, and the user's own names."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from tl_analyzer.cli.start import tl as command

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

FLAGS = ("tl_hinge", "tl_overhead", "tl_rotation", "tl_flexion_loaded", "axial")
NAMES = ("Deadlift (Barbell)", "Overhead Press", "Russian Twist", "Zork", "🏋️ Kniebeuge", "x" * 300)


def test_flags_are_booleans_and_confidence_is_a_share(tl: "Tl") -> None:
    rows = json.loads(tl("exercises", "--format", "json", *NAMES).out)
    assert [row["name"] for row in rows] == list(NAMES)
    for row in rows:
        assert all(isinstance(row[flag], bool) for flag in FLAGS)
        assert 0 <= row["confidence"] <= 1
        assert isinstance(row["pattern"], str)
        assert isinstance(row["via"], str)
        assert row["via"]


def test_standard_input_and_arguments_are_understood_alike(tl: "Tl") -> None:
    typed = CliRunner().invoke(command, ["exercises", "--format", "json"], input="\n".join(NAMES))
    assert typed.exit_code == 0
    assert json.loads(typed.output) == json.loads(tl("exercises", "--format", "json", *NAMES).out)


def test_a_mapping_wins_over_what_the_words_say(tl: "Tl", tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('["Zork"]\nsame_as = "Deadlift (Barbell)"\n', encoding="utf-8")
    (before,) = json.loads(tl("exercises", "--format", "json", "Zork").out)
    (after,) = json.loads(tl("exercises", "--format", "json", "Zork", "--mapping", mine).out)
    assert (before["pattern"], before["tl_hinge"]) != ("hinge", True)
    assert (after["pattern"], after["tl_hinge"], after["confidence"]) == ("hinge", True, 1)


def test_a_mapping_that_cannot_be_used_names_its_fault(tl: "Tl", tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('["Zork"]\nsame = "x"\n', encoding="utf-8")
    done = tl("exercises", "Zork", "--mapping", mine)
    assert (done.code, done.out) == (2, "")
    assert "mine.toml" in done.said("error")[0]
    assert len(done.said("hint")) == 1
