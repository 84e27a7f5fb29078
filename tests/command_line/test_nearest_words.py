"""Mistyped words are answered with the nearest one, wherever they stand."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from tl_analyzer.cli.kinds import Choice
from tl_analyzer.cli.lazy_group import LazyGroup
from tl_analyzer.cli.start import tl as command
from tl_analyzer.nearest import did_you_mean, nearest

Tl = Callable[..., Any]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        (("raport",), "Did you mean `tl report`?"),
        (("PROFILE",), "Did you mean `tl profile`?"),
        (("profile", "chek"), "Did you mean `tl profile check`?"),
        (("report", "--wek", "last"), "Did you mean --week?"),
        (("report", ".", "--format", "htlm"), "Did you mean html?"),
        (("report", ".", "--fail-on", "ambr"), "Did you mean amber?"),
        (("check", ".", "--format", "jsn"), "Did you mean json?"),
        (("explain", "TL104x"), "Did you mean TL104"),
        (("explain", "deadbug"), "Did you mean dead_bug"),
        (("explain", "hinge dose above usul"), "Did you mean TL101"),
        (("help", "exit-code"), "Did you mean 'exit-codes'?"),
        (("help", "rooster"), "Did you mean 'roster'?"),
    ],
)
def test_a_mistyped_word(tl: Tl, typed: tuple[str, ...], near: str) -> None:
    ended = tl(*typed)
    assert ended.code == 2
    assert ended.out == ""
    assert near in ended.err
    assert len(ended.said("error")) == len(ended.said("hint")) == 1


@pytest.mark.parametrize("name", ["report", "log", "day", "export", "plan"])
def test_an_athlete(tl: Tl, athlete: Path, tmp_path: Path, name: str) -> None:
    tl("import", athlete)
    folder = [tmp_path / "out"] if name == "export" else []
    ended = tl(name, *folder, "--athlete", "ana")
    assert ended.code == 2
    assert "Did you mean 'anna'?" in ended.err


@pytest.mark.parametrize(
    ("week", "said"),
    [("lsat", "'last'"), ("thsi", "'this'"), ("2026-W60", "2026-W46"), ("w46", "2026-W46")],
)
def test_a_week(tl: Tl, athlete: Path, week: str, said: str) -> None:
    ended = tl("report", athlete, "--week", week)
    assert ended.code == 2
    assert said in " ".join(ended.said("hint"))


def test_a_file(tl: Tl, athlete: Path) -> None:
    ended = tl("profile", "check", athlete / "profil.toml")
    assert ended.code == 2
    assert f"Did you mean {athlete / 'profile.toml'}?" in ended.err
    assert "Did you mean" not in tl("check", athlete / "zzz").err
    assert "Did you mean" not in tl("check", "/gone/altogether").err


def test_what_is_far_from_everything_is_not_guessed(tl: Tl) -> None:
    assert nearest("xylophone", ("report", "roster")) == ""
    assert did_you_mean("xylophone", ("report",), "Nothing.") == "Nothing."
    assert "Did you mean" not in tl("report", ".", "--format", "zzzz").err


def test_case_does_not_matter() -> None:
    assert nearest("DEAD_BUG", ("dead_bug",)) == "dead_bug"
    assert nearest("tl101", ("TL101",)) == "TL101"


def commands(group: LazyGroup) -> Iterator[click.Command]:
    for entry in group.lazy.values():
        found = entry.load()
        yield found
        if isinstance(found, LazyGroup):
            yield from commands(found)


def test_every_choice_of_every_command_names_the_nearest() -> None:
    assert isinstance(command, LazyGroup)
    for one in commands(command):
        for parameter in one.params:
            if isinstance(parameter.type, click.Choice):
                assert isinstance(parameter.type, Choice), (one.name, parameter.name)


@pytest.mark.parametrize(
    ("topic", "said"),
    [("exit-codes", "141"), ("environment", "TL_CONFIG"), ("report", "Usage: tl report")],
)
def test_topics(tl: Tl, topic: str, said: str) -> None:
    ended = tl("help", topic)
    assert ended.code == 0
    assert said in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80


def test_help_alone_is_the_help(tl: Tl) -> None:
    assert "Commands:" in tl("help").out
    assert "Usage: tl profile init" in tl("help", "profile", "init").out


def test_the_topic_of_exit_codes_knows_all_of_them(tl: Tl) -> None:
    from tl_analyzer.cli.failure import Exit

    told = tl("help", "exit-codes").out
    for code in Exit:
        assert f"\n    {code.value} " in told
