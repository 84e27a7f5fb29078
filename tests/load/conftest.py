"""The shipped parameters, read from their files, and the independent arithmetic to compare with."""

from importlib.resources import files
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tl_analyzer.load.flexion import CreepModel
from tl_analyzer.load.hinge import HingeModel
from tl_analyzer.load.overhead import OverheadModel
from tl_analyzer.load.strength import OneRepModel
from tl_analyzer.parameters import Parameters, parse_parameters


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    folder = files("tl_profiles").joinpath("default")
    parts = [
        parse_parameters(f.read_text(encoding="utf-8"))
        for f in folder.iterdir()
        if f.name.endswith(".toml")
    ]
    return Parameters(entries={p.key: p for part in parts for p in part}, version="test")


@pytest.fixture(scope="session")
def one_rep(parameters: Parameters) -> OneRepModel:
    return OneRepModel.from_parameters(parameters)


@pytest.fixture(scope="session")
def hinge(parameters: Parameters) -> HingeModel:
    return HingeModel.from_parameters(parameters)


@pytest.fixture(scope="session")
def overhead(parameters: Parameters) -> OverheadModel:
    return OverheadModel.from_parameters(parameters)


@pytest.fixture(scope="session")
def creep(parameters: Parameters) -> CreepModel:
    return CreepModel.from_parameters(parameters)


@pytest.fixture(scope="session")
def oracle(shared: Path) -> ModuleType:
    """The reference arithmetic written beside the evidence, independent of this project's code."""
    path = shared / "research" / "reference_model.py"
    spec = spec_from_file_location("reference_model", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        pytest.skip("no reference arithmetic beside the project")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
