"""The real llm, run in a process of its own, with folders of its own and without any model."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tl_analyzer.cli.start import tl

EXAMPLE = Path(__file__).parents[3] / "examples" / "desk_rider_lifter"
WEEK = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00")

#: How long one run may take on a busy machine. [s]
_PATIENCE_S = 120

#: How llm starts.
LLM = "import sys; from llm.cli import cli; sys.argv[0] = 'llm'; cli()"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example athlete, and Casey, of whom no model may know, imported."""
    file = tmp_path_factory.mktemp("store") / "log.sqlite"
    for folder in (EXAMPLE, EXAMPLE.with_name("pound_lifter")):
        asked = ["import", str(folder), "--store", str(file)]
        ended = CliRunner().invoke(tl, asked)
        assert ended.exit_code == 0, ended.output
    return file


@pytest.fixture
def run(host_python: Callable[[str], Path], store: Path, tmp_path: Path) -> Run:
    """Run a script in the environment of llm: by default llm itself, with arguments."""
    python = host_python("llm")

    def ran(
        *arguments: str | Path, script: str = LLM, **variables: str
    ) -> "subprocess.CompletedProcess[str]":
        own = {"LLM_USER_PATH": str(tmp_path / "llm"), "TL_STORE": str(store)}
        kept = {name: value for name, value in os.environ.items() if name != "TL_LLM_ATHLETES"}
        return subprocess.run(
            [str(python), "-c", script, *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_PATIENCE_S,
            cwd=tmp_path,
            env={**kept, "PYTHONUTF8": "1", **own, **variables},
            check=False,
        )

    return ran
