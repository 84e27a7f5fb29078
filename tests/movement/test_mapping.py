"""The user's mapping file: what it may say and how mistakes are answered."""

from pathlib import Path

import pytest

from tl_analyzer.log import Problem
from tl_analyzer.movement import Correction, Pattern, read_mapping


def read(tmp_path: Path, text: str) -> tuple[dict[str, Correction], tuple[Problem, ...]]:
    path = tmp_path / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


def test_both_forms_are_read(tmp_path: Path) -> None:
    corrections, problems = read(
        tmp_path,
        """
        ["Tuesday pull"]
        same_as = "Romanian Deadlift (Barbell)"

        ["My machine"]
        pattern = "horizontal_pull"
        tl_hinge = false
        equipment = "machine"
        lift = "row"
        """,
    )
    assert not problems
    assert corrections["Tuesday pull"] == Correction(same_as="Romanian Deadlift (Barbell)")
    assert corrections["My machine"].pattern is Pattern.HORIZONTAL_PULL
    assert corrections["My machine"].tl_hinge is False


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('patern = "hinge"', "Did you mean 'pattern'?"),
        ('pattern = "hinje"', "Did you mean 'hinge'?"),
        ('lift = "romanian deadlift"', "Did you mean 'romanian_deadlift'?"),
        ('equipment = "barbel"', "Did you mean 'barbell'?"),
        ('tl_hinge = "yes"', "without quotes"),
        ("tl_hinge = 1", "without quotes"),
        ("pattern = 3", "quotes"),
        ('same_as = " "', "quotes"),
        ('zzzz = "x"', "Known keys"),
    ],
)
def test_a_mistake_refuses_its_entry_alone(tmp_path: Path, line: str, hint: str) -> None:
    corrections, problems = read(tmp_path, f'[Good]\nsame_as = "Squat"\n\n[Bad]\n{line}\n')
    assert list(corrections) == ["Good"]
    (problem,) = problems
    assert hint in problem.hint
    assert "Bad" in (problem.column or "")


@pytest.mark.parametrize(
    "text", ["not toml", '"Squat" = "hinge"', "[Empty]\n", "\x00", '["a"]\npattern = "hinge']
)
def test_other_mistakes_are_problems_too(tmp_path: Path, text: str) -> None:
    corrections, problems = read(tmp_path, text)
    assert not corrections
    assert len(problems) == 1


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    corrections, problems = read_mapping(tmp_path / "none.toml")
    assert not corrections
    assert problems[0].file.endswith("none.toml")


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert read_mapping(path)[1]
