"""``tl connect``: hosts by name, listed without being imported."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from tests.toy_distribution import install
from tl_analyzer.cli.host_command import SHIPPED, host_command
from tl_analyzer.plugins.group import HOSTS

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

LAMP = """
import click

@click.command()
@click.option("--store")
@click.option("--how", default="")
def lamp(store, how):
    if how == "dark":
        raise ValueError("no\\nlight")
    if how == "gone":
        import no_such_module
    if how == "refused":
        from tl_analyzer import RemediableError
        raise RemediableError("no lamp", "Buy one.")
    click.echo(f"light {store}")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    return site


def offer(site: Path, code: str, name: str = "lamp", distribution: str = "toys") -> str:
    install(site, distribution, code, {name: "lamp"}, HOSTS.name)
    return str(site)


def test_hosts_are_listed_without_importing_any(tl_process: "Tl", site: Path) -> None:
    path = offer(site, "print('LEAK', flush=True); raise SystemExit(9)")
    for arguments in (("connect",), ("connect", "--help")):
        ended = tl_process(*arguments, PYTHONPATH=path)
        assert (ended.code, ended.err) == (0, "")
        assert "LEAK" not in ended.out
        assert "  lamp           From toys 0.3." in ended.out
        assert all(f"\n  {name} " in ended.out for name in SHIPPED)
    assert "lamp" not in tl_process("--no-plugins", "connect", PYTHONPATH=path).out


@pytest.mark.parametrize("name", SHIPPED)
def test_what_the_list_says_is_what_the_command_says(name: str) -> None:
    command = host_command(name)
    assert isinstance(command, click.Command)
    assert command.callback is not None
    assert command.short_help == SHIPPED[name].summary
    assert command.name == name


def test_a_foreign_host_runs_with_what_is_configured(
    tl_process: "Tl", site: Path, tmp_path: Path
) -> None:
    path = offer(site, LAMP)
    assert tl_process("connect", "lamp", "--store", "a", PYTHONPATH=path).out == "light a\n"
    config = tmp_path / "c.toml"
    config.write_text("store = 'kept.sqlite'\n")
    ended = tl_process("connect", "lamp", PYTHONPATH=path, TL_CONFIG=str(config), TL_STORE="")
    assert ended.out == f"light {tmp_path / 'kept.sqlite'}\n"


@pytest.mark.parametrize(
    ("how", "code", "said"),
    [
        ("dark", 70, "error: host lamp failed: ValueError: no light"),
        ("gone", 70, "error: host lamp failed: ModuleNotFoundError"),
        ("refused", 2, "error: no lamp\nhint: Buy one."),
    ],
)
def test_a_foreign_host_that_fails_is_named(
    how: str, code: int, said: str, tl_process: "Tl", site: Path
) -> None:
    ended = tl_process("connect", "lamp", "--how", how, PYTHONPATH=offer(site, LAMP))
    assert ended.code == code
    assert ended.err.startswith(said)
    assert how == "refused" or "toys 0.3" in ended.said("hint")[0]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "import no_such_module",
            "ModuleNotFoundError: No module named 'no_such_module', at line 1 of toys",
        ),
        ("print('LEAK'); raise SystemExit(9)", "SystemExit: 9, at line 1 of toys"),
        ("lamp = print", "toys:lamp is not a command of click"),
    ],
)
def test_a_foreign_host_that_cannot_be_loaded_is_named(
    code: str, said: str, tl_process: "Tl", site: Path
) -> None:
    ended = tl_process("connect", "lamp", "--anything", PYTHONPATH=offer(site, code))
    assert (ended.code, ended.out) == (2, "")
    assert ended.said("error") == [f"error: host lamp cannot be used: {said}"]
    assert ended.said("hint") == ["hint: Update or remove the distribution toys 0.3."]


def test_of_two_hosts_with_one_name_both_are_named(tl_process: "Tl", site: Path) -> None:
    offer(site, LAMP)
    ended = tl_process("connect", "lamp", PYTHONPATH=offer(site, LAMP, distribution="toys-too"))
    assert ended.code == 2
    assert ended.said("error") == ["error: host lamp is offered by toys 0.3 and toys-too 0.3"]


def test_nobody_takes_the_name_of_a_shipped_host(tl_process: "Tl", site: Path) -> None:
    path = offer(site, "raise SystemError", name="datasette")
    ended = tl_process("connect", "datasette", "--help", PYTHONPATH=path)
    assert ended.code == 0
    assert "--serve" in ended.out


def test_a_host_that_is_not_there_is_one_line_with_its_remedy(
    tl: "Tl", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tl_analyzer.cli.host_command.wanted", lambda group: iter(()))
    ended = tl("connect", "mcp", "--athlete", "anna")
    assert ended.code == 2
    assert ended.said("error") == ["error: host mcp is not installed"]
    assert ended.said("hint") == ["hint: pip install 'tl-analyzer[mcp]'"]
    assert "pip install 'tl-analyzer[mcp]'" in tl("connect", "mcp", "--help").out
    assert tl("connect", "garmindb").said("hint") == ["hint: Install tl-analyzer again."]


def test_a_host_without_its_extra_is_one_line_with_its_remedy(
    tl: "Tl", monkeypatch: pytest.MonkeyPatch
) -> None:
    @click.command()
    def needs() -> None:
        raise ModuleNotFoundError("No module named 'served'", name="served")

    monkeypatch.setattr("tl_analyzer.cli.host_command.host_command", lambda name: needs)
    ended = tl("connect", "datasette")
    assert ended.code == 2
    assert ended.said("error") == ["error: host datasette needs served"]
    assert ended.said("hint") == ["hint: pip install 'tl-analyzer[datasette]'"]


def test_a_mistyped_host_is_answered_with_the_nearest(tl: "Tl") -> None:
    ended = tl("connect", "datasete")
    assert ended.code == 2
    assert "Did you mean `tl connect datasette`?" in ended.err


def test_tl_mcp_is_tl_connect_mcp(tl: "Tl") -> None:
    short, long = tl("mcp", "--help"), tl("connect", "mcp", "--help")
    assert short.code == long.code == 0
    assert short.out.splitlines()[1:] == long.out.splitlines()[1:]
