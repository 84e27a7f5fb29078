"""One environment for all packages that are installed here."""

import pytest

from tests.own_venv import Environment, make_environment


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return make_environment(tmp_path_factory.mktemp("own") / "venv")
