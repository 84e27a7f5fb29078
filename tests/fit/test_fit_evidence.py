"""Every number by which an all-day watch is read has its unit and reason, and is used."""

import tomllib
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest

import tl_fit
from tl_analyzer.log import Quality
from tl_fit.evidence import Beliefs, Grades, evidence

TABLE = tomllib.loads(files("tl_fit").joinpath("evidence.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("part", "kind"), [("grade", Grades), ("limit", Beliefs)])
def test_every_number_says_its_unit_and_why(part: str, kind: type) -> None:
    assert list(TABLE[part]) == [field.name for field in fields(kind)]
    for entry in TABLE[part].values():
        assert entry["unit"]
        assert entry["reference"] == "assumption"
        assert len(entry["note"]) > 40


def test_every_number_is_used() -> None:
    folder = Path(tl_fit.__file__).parent
    code = "".join(p.read_text(encoding="utf-8") for p in folder.glob("*.py"))
    for kind, word in ((Grades, "grade"), (Beliefs, "limit")):
        assert all(f"{word}.{field.name}" in code for field in fields(kind))
    assert evidence() is evidence()


def test_usual_sleep_is_assumed_and_stillness_observed() -> None:
    assert evidence().grade.usual_sleep.quality is Quality.D
    assert evidence().grade.still.quality is Quality.B
