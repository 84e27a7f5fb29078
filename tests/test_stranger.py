"""The stranger's path of the docs, walked: each command, each file, each line that is promised."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.own_venv import Environment, make_environment

PAGE = Path(__file__).parents[1] / "docs" / "stranger.md"
_BLOCK = re.compile(r"(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = "$ "
#: Ends a command that is meant to fail.
_FAILS = "# it fails"


class FileStep(NamedTuple):
    """A file to be written."""

    path: str
    text: str


class CommandStep(NamedTuple):
    """A command, and lines that it prints."""

    command: str
    says: tuple[str, ...]


def steps(page: str) -> Iterator[FileStep | CommandStep]:
    for path, _, text in _BLOCK.findall(page):
        if path:
            yield FileStep(path, text)
            continue
        for part in text.removeprefix(_PROMPT).split(f"\n{_PROMPT}"):
            command, *says = part.strip().splitlines()
            yield CommandStep(command, tuple(says))


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return make_environment(tmp_path / "venv")


def test_the_stranger_gets_there(environment: Environment, tmp_path: Path) -> None:
    here = tmp_path / "work"
    here.mkdir()
    walked = list(steps(PAGE.read_text(encoding="utf-8")))
    assert len(walked) > 15
    for step in walked:
        if isinstance(step, FileStep):
            (here / step.path).write_text(step.text, encoding="utf-8")
        elif step.command.startswith("cd "):
            here /= step.command.removeprefix("cd ")
        else:
            done = environment.run("sh", "-c", step.command, cwd=here)
            said = " ".join((done.stdout + done.stderr).split())
            assert (done.returncode != 0) == (_FAILS in step.command), f"{step.command}\n{said}"
            for line in step.says:
                assert " ".join(line.split()) in said, f"{step.command}\n{line}\n{said}"
