"""A server in a process of its own, and the SDK's client in another."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[2] / "examples"

#: Athletes of the examples who share a folder in these tests, and the folder of one of them.
TEAM = ("desk_rider_lifter", "pound_lifter", "trainer_block_rider")
ROBIN = EXAMPLES / "desk_rider_lifter"
WEEK = {"week": "2026-W46", "as_of": "2026-11-16T08:00:00+01:00"}

#: How long a server and its client may take together. [s]
PATIENCE_S = 180

_START = "from tl_analyzer.cli.start import main; main()"

#: Kind, name and arguments.
Question = tuple[str, str, dict[str, Any]]


@dataclass(frozen=True)
class Host:
    """The environment of the host.

    Attributes
    ----------
    python : Path
        Its Python.
    env : dict
        Environment variables of the server.
    """

    python: Path
    env: dict[str, str]

    def command(self, *arguments: str | Path) -> list[str]:
        """`tl` with arguments, as a client starts it."""
        return [str(self.python), "-c", _START, *map(str, arguments)]

    def run(self, *arguments: str | Path, said: str = "") -> "subprocess.CompletedProcess[str]":
        """Run `tl` to its end."""
        return subprocess.run(
            self.command(*arguments),
            input=said,
            capture_output=True,
            text=True,
            env={**os.environ, **self.env},
            timeout=PATIENCE_S,
        )

    def ask(
        self,
        server: Sequence[str | Path],
        *questions: Question,
        mode: str = "auto",
        env: dict[str, str] | None = None,
    ) -> list[Any]:
        """Start a server, put questions to it one after the other, and end it."""
        wanted = {
            "command": self.command("mcp", *server),
            "env": {**self.env, **(env or {})},
            "mode": mode,
            "questions": questions,
        }
        done = subprocess.run(
            [self.python, HERE / "asking.py"],
            input=json.dumps(wanted),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )
        assert done.returncode == 0, done.stderr[:1500] + done.stderr[-1500:]
        answers: list[Any] = json.loads(done.stdout)
        return answers


@pytest.fixture
def host(host_python: Callable[[str], Path], tmp_path: Path) -> Host:
    """The host's environment, with nobody's settings."""
    settings = {"XDG_CONFIG_HOME": tmp_path / "config", "TL_STORE": tmp_path / "log.sqlite"}
    return Host(host_python("mcp"), {name: str(path) for name, path in settings.items()})


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A folder with the folders of casey, noor and robin."""
    for name in TEAM:
        shutil.copytree(EXAMPLES / name, tmp_path / "team" / name)
    return tmp_path / "team"


def call(name: str, **given: Any) -> Question:
    """A call of a tool."""
    return "call", name, given


def read(uri: str) -> Question:
    """A reading of a resource."""
    return "read", uri, {}


def prompt(name: str, **given: str) -> Question:
    """A prompt with its arguments."""
    return "prompt", name, given


def text_of(answer: dict[str, Any]) -> str:
    """The text of an answer, of whatever kind."""
    match answer:
        case {"content": [{"text": str(text)}]} | {"contents": [{"text": str(text)}]}:
            return text
        case {"messages": [{"content": {"text": str(text)}}]}:
            return text
    raise AssertionError(answer)


def values_of(answer: dict[str, Any]) -> dict[str, Any]:
    """The structured content of a tool's answer, or the JSON of a resource."""
    assert not answer.get("is_error"), text_of(answer)
    if "contents" in answer:
        value: dict[str, Any] = json.loads(text_of(answer))
    else:
        value = answer["structured_content"]
    return value


def refusal_of(answer: dict[str, Any]) -> str:
    """In which words a question was refused."""
    if "refused" in answer:
        return str(answer["refused"])
    assert answer["is_error"]
    return text_of(answer)
