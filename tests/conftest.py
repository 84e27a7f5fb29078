"""Fixtures shared by all tests."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.reading import read_with
from tl_analyzer.adapter import Adapter, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import adapters, parameter_set

ROOT = Path(__file__).parent.parent

# How long an example takes on a busy machine is no property of the program.
settings.register_profile(
    "any machine", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

ClaimedBy = Callable[[Iterable[Adapter]], dict[str, list[str]]]
Accounts = Callable[[str], dict[str, tuple[str, int, int, int]]]


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
def corpus_claims(corpus: Path) -> dict[str, list[str]]:
    """The files of the corpus by path, each with the names of all adapters that claim it."""
    claims = {}
    for path in sorted(corpus.rglob("*")):
        if path.is_file():
            file = SourceFile.of_bytes(path.name, path.read_bytes())
            found, problems = claimants(file, adapters())
            assert not problems
            claims[path.relative_to(corpus).as_posix()] = [adapter.name for adapter in found]
    return claims


@pytest.fixture(scope="session")
def claimed_by(corpus_claims: dict[str, list[str]]) -> ClaimedBy:
    """The files of the corpus that any of some adapters claims, each with all its claimants."""

    def of(ours: Iterable[Adapter]) -> dict[str, list[str]]:
        names = {adapter.name for adapter in ours}
        return {path: held for path, held in corpus_claims.items() if names.intersection(held)}

    return of


@pytest.fixture(scope="session")
def accounts(corpus: Path) -> Accounts:
    """What becomes of each file in a folder: its only claimant; rows found, read and refused."""

    def of(folder: str) -> dict[str, tuple[str, int, int, int]]:
        found = {}
        for path in sorted((corpus / folder).iterdir()):
            data = path.read_bytes()
            (adapter,), problems = claimants(SourceFile.of_bytes(path.name, data), adapters())
            assert not problems
            tally = read_with(adapter, data, path.name).tally
            found[path.name] = (adapter.name, tally.total, tally.read, tally.refused)
        return found

    return of


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    """The parameters as shipped."""
    return parameter_set()
