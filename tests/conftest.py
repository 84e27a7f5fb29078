"""Fixtures shared by all tests."""

import os
from pathlib import Path

import pytest

from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real exports and scenarios, where it is present."""
    folder = Path(os.environ.get("TL_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no folder {folder.name} beside the project")
    return folder


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    """Real exports of training apps, FIT files and labelled exercise names."""
    return shared / "corpus"


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    """The parameters as shipped."""
    return parameter_set()
