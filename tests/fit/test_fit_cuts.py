"""Every cut by which a recording is read has its unit and reason, and is used."""

import tomllib
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import tl_fit
from tl_fit.cuts import Cuts, cuts

NAMES = [field.name for field in fields(Cuts)]


def test_every_cut_says_its_unit_and_why() -> None:
    table = tomllib.loads(files("tl_fit").joinpath("cuts.toml").read_text(encoding="utf-8"))
    assert list(table) == NAMES
    for name, entry in table.items():
        assert name.endswith(entry["unit"].replace("m/s", "mps"))
        assert len(entry["note"]) > 40
        assert entry["reference"] == "assumption"


def test_every_cut_is_used() -> None:
    folder = Path(tl_fit.__file__).parent
    code = "".join(p.read_text(encoding="utf-8") for p in folder.glob("*.py"))
    assert all(f"cuts().{name}" in code for name in NAMES)
    assert cuts() is cuts()
