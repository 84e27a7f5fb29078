"""Real hosts, each in an environment of its own: made by `make hosts`, or skipped by name."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HostPython = Callable[[str], Path]


@pytest.fixture(scope="session")
def host_python() -> HostPython:
    """The Python of a host's environment; a host that is not installed is skipped by name."""
    folder = Path(os.environ.get("TL_HOSTS", ROOT / ".venv-hosts"))

    def python(name: str) -> Path:
        found = folder / name / "bin" / "python"
        if not found.exists():
            pytest.skip(f"{name} is not installed: `make hosts` makes its environment")
        return found

    return python
