"""Weeks of a few rows, as the cases beside this file write them, and the parameters as shipped."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.testing.cases.week import picture_of


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return parameter_set("default")


@pytest.fixture(scope="session")
def a_picture() -> Callable[[Mapping[str, Any]], Picture]:
    return picture_of
