"""Help: quick, complete, and the same wherever it is told."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tl_analyzer.cli.lazy_group import LazyCommand, LazyGroup
from tl_analyzer.cli.report import FORMAT_NAMES, LEVELS, READERS
from tl_analyzer.cli.start import tl
from tl_analyzer.finding import Severity
from tl_analyzer.report.audience import Audience
from tl_analyzer.report.formats import BINARY_FORMATS, FORMATS

#: Packages that take long to import.
SLOW = ("pandas", "numpy", "pydantic", "rich", "babel", "fitdecode", "rapidfuzz")

PROBE = """
import json, sys
from tl_analyzer.cli.start import run
code = run({arguments!r})
print(json.dumps({{"code": code, "modules": sorted(sys.modules)}}), file=sys.stderr)
"""


def commands(group: LazyGroup, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, entry in group.lazy.items():
        yield (*path, name)
        command = entry.load()
        if isinstance(command, LazyGroup):
            yield from commands(command, (*path, name))


def stored(group: LazyGroup) -> Iterator[LazyCommand]:
    for entry in group.lazy.values():
        yield entry
        command = entry.load()
        if isinstance(command, LazyGroup):
            yield from stored(command)


def loaded_by(*arguments: str) -> set[str]:
    probe = PROBE.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, encoding="utf-8", check=True
    )
    found = json.loads(done.stderr.splitlines()[-1])
    assert found["code"] == 0
    return set(found["modules"])


assert isinstance(tl, LazyGroup)
PATHS = tuple(commands(tl))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_the_list_of_commands_loads_nothing_slow(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(*arguments)
    assert loaded.isdisjoint(SLOW)
    assert "click" in loaded


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_the_help_of_a_command_does_not_load_the_analysis(path: tuple[str, ...]) -> None:
    assert loaded_by(*path, "--help").isdisjoint(SLOW)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(tl, [*path, "--help"], prog_name="tl")
    assert shown.exit_code == 0
    assert "Examples:" in shown.output
    assert f"\n    tl {' '.join(path)}" in shown.output
    assert max(map(len, shown.output.splitlines())) <= 80


def test_a_report_loads_neither_pandas_nor_what_its_format_does_not_need(athlete: Path) -> None:
    week = ("report", str(athlete), "--week", "2026-W46", "--as-of", "2026-11-20")
    assert loaded_by(*week).isdisjoint({"pandas"})
    assert loaded_by(*week, "--format", "json").isdisjoint({"pandas", "rich"})


def test_stored_summaries_are_the_commands_own() -> None:
    for entry in stored(tl):
        assert entry.summary == entry.load().short_help, entry


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_option_says_what_it_does(path: tuple[str, ...]) -> None:
    command: click.Command = tl
    for name in path:
        assert isinstance(command, LazyGroup)
        command = command.lazy[name].load()
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help or option.show_default, option.name


def test_help_tells_every_exit_code_a_script_meets() -> None:
    shown = " ".join(CliRunner().invoke(tl, ["--help"]).output.split())
    for told in ("0 done", "1 a flag", "2 usage", "3 no readable input"):
        assert told in shown


def test_names_kept_apart_for_speed_are_the_same_names() -> None:
    assert (*FORMATS, *BINARY_FORMATS) == FORMAT_NAMES
    assert tuple(Audience) == READERS
    assert tuple(Severity) == LEVELS
