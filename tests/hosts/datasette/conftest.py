"""The real datasette, asked page by page in a process of its own."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
from click.testing import CliRunner

from tl_analyzer.cli.start import tl

EXAMPLE = Path(__file__).parents[3] / "examples" / "desk_rider_lifter"

#: How long one answer may take on a busy machine. [s]
PATIENCE_S = 120


class Page(NamedTuple):
    """What datasette answered: the text, what it complained of, whether the status was 200."""

    text: str
    complaints: str
    found: bool

    @property
    def rows(self) -> list[list[Any]]:
        """The rows that a query answered."""
        rows: list[list[Any]] = json.loads(self.text)["rows"]
        return rows


Ask = Callable[..., Page]


@pytest.fixture(scope="session")
def ask(host_python: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Ask datasette for a path, as `datasette DATABASE... --get PATH` does."""
    python = host_python("datasette")
    # Not from the project's folder: packages are to come from where they are installed.
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def asked(path: str, *arguments: str | Path, env: dict[str, str] | None = None) -> Page:
        line = [python, "-m", "datasette", *arguments, "--get", path]
        limit = ["--setting", "sql_time_limit_ms", "60000"]
        ended = subprocess.run(
            [*map(str, line), *limit],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            env=env,
            cwd=elsewhere,
            check=False,
        )
        return Page(ended.stdout, ended.stderr, ended.returncode == 0)

    return asked


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example athlete, imported."""
    file = tmp_path_factory.mktemp("store") / "log.sqlite"
    ended = CliRunner().invoke(tl, ["import", str(EXAMPLE), "--store", str(file)])
    assert ended.exit_code == 0, ended.output
    return file


def sql(statement: str, database: str = "log") -> str:
    """The path under which datasette answers a query, as rows of JSON."""
    return f"/{database}.json?{urlencode({'sql': statement})}"
