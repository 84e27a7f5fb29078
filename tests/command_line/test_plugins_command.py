"""``tl plugins``: every plugin in one line, whatever it is and whatever it does."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.toy_distribution import TOY, install
from tl_analyzer import __version__
from tl_analyzer.plugins.group import GROUPS

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    install(site, "toys", f"print('hello')\n{TOY}", {"toy": "Toy"})
    install(site, "toys-odd", "raise ValueError('no\\n\\x1b[31mtoday')", {"odd": "Toy"})
    for group in GROUPS[1:]:
        word = group.name.partition(".")[2]
        broken = "raise LookupError('gone')"
        install(site, f"toys-{word}", broken, {f"a-{word}": "it"}, group.name)
    return site


def listed(ended: Any) -> dict[tuple[str, str], dict[str, Any]]:
    return {(one["kind"], one["name"]): one for one in json.loads(ended.out)["plugins"]}


def test_what_is_shipped_is_one_line_a_kind(tl: "Tl") -> None:
    ended = tl("plugins")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert any(line.startswith("adapter ") and "shipped with tl-analyzer" in line for line in lines)
    assert len(lines) <= len(GROUPS)
    every = tl("plugins", "--all", "--group", "adapters").out.splitlines()
    assert f"strength-csv (tl-analyzer {__version__}): in order, contract 1" in "\n".join(every)


def test_strangers_of_every_kind_are_named_in_one_line_each(tl_process: "Tl", site: Path) -> None:
    ended = tl_process("plugins", PYTHONPATH=str(site), COLUMNS="40")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    (toy,) = [line for line in lines if "toys 0.3" in line]
    assert "toy (toys 0.3): in order, contract 1, loaded in " in toy
    assert "printed 'hello' to standard output" in toy
    (odd,) = [line for line in lines if "toys-odd 0.3" in line]
    assert "cannot be used: ValueError: no" in odd
    for group in GROUPS[1:]:
        word = group.name.partition(".")[2]
        (line,) = [line for line in lines if f"(toys-{word} 0.3)" in line]
        assert line.startswith(group.kind)
        assert "LookupError: gone" in line
    assert "\x1b" not in ended.out


def test_a_program_reads_the_same(tl_process: "Tl", site: Path) -> None:
    found = listed(tl_process("plugins", "--format", "json", PYTHONPATH=str(site)))
    toy, odd = found["adapter", "toy"], found["adapter", "odd"]
    assert (toy["state"], toy["contract"], toy["shipped"]) == ("ok", 1, False)
    assert 0 < toy["load_ms"] < 60_000
    assert (odd["state"], odd["distribution"], odd["version"]) == ("broken", "toys-odd", "0.3")
    assert found["host", "mcp"]["shipped"]


def test_what_is_left_out_is_said_so(tl_process: "Tl", site: Path) -> None:
    ended = tl_process("plugins", "--no-plugins", "--format", "json", PYTHONPATH=str(site))
    states = {one["state"] for one in listed(ended).values() if not one["shipped"]}
    assert states == {"left out"}
    only = tl_process("plugins", PYTHONPATH=str(site), TL_LOAD_PLUGINS="toy,toys-rules,tyo")
    assert "a-rules (toys-rules 0.3): cannot be used" in only.out
    assert "odd (toys-odd 0.3): left out" in only.out
    assert only.err == "note: TL_LOAD_PLUGINS names no plugin: tyo. Did you mean 'toy'?\n"


def test_the_doctor_names_what_is_broken_of_any_kind(tl_process: "Tl", site: Path) -> None:
    ended = tl_process(
        "doctor", "--format", "json", PYTHONPATH=str(site), TL_PLUGIN_PATIENCE="long"
    )
    assert ended.code == 2
    sections = json.loads(ended.out)["sections"]
    facts = {fact["name"]: fact for section in sections for fact in section["facts"]}
    for name in ("adapter odd", "exercise lexicon a-lexicons", "host a-hosts"):
        assert facts[name]["state"] == "mend"
        assert "toys-" in facts[name]["remedy"]
    assert facts["TL_PLUGIN_PATIENCE"]["state"] == "mend"


@pytest.mark.parametrize(
    ("metadata", "offered"),
    [
        (None, b"[tl_analyzer.adapters]\nx = toys_bad:X\n"),
        (b"Metadata-Version: 2.1\n", b"[tl_analyzer.adapters]\nx = toys_bad:X\n"),
        (b"Name: toys-bad\n", b"[tl_analyzer.adapters]\nx =\n"),
        (b"Name: toys-bad\n", b"[tl_analyzer.adapters]\nx = no such:X y\n"),
        (b"Name: toys-bad\n", b"[tl_analyzer.adapters]\nx = \xff\xfe:X\n"),
        (b"Name: toys-bad\n", b"[tl_analyzer.adapters]\n just words\n"),
    ],
)
def test_a_damaged_installation_is_named_and_of_no_harm(
    metadata: bytes | None, offered: bytes, tl_process: "Tl", tmp_path: Path
) -> None:
    info = tmp_path / "site" / "toys_bad-1.0.dist-info"
    info.mkdir(parents=True)
    if metadata is not None:
        (info / "METADATA").write_bytes(metadata)
    (info / "entry_points.txt").write_bytes(offered)
    ended = tl_process("doctor", "--format", "json", PYTHONPATH=str(info.parent))
    assert ended.code == 2
    facts = [f for each in json.loads(ended.out)["sections"] for f in each["facts"]]
    (fault,) = [fact for fact in facts if fact["state"] == "mend"]
    assert "toys" in fault["name"] + fault["remedy"]
    assert next(fact for fact in facts if fact["name"] == "adapters")["state"] == "ok"


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_no_help_looks_for_plugins(
    arguments: tuple[str, ...], tl_process: "Tl", site: Path, tmp_path: Path
) -> None:
    # Whoever looks for entry points would meet this in place of the module that knows them.
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "sitecustomize.py").write_text(
        "import importlib.metadata, os\n"
        "importlib.metadata.entry_points = lambda **_: os._exit(99)\n"
    )
    path = f"{tmp_path / 'first'}:{site}"
    ended = tl_process(*arguments, PYTHONPATH=path)
    assert (ended.code, ended.err) == (0, "")
    assert tl_process("plugins", PYTHONPATH=path).code == 99
