"""``tl doctor``: what is there, what is missing, what has to be mended."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tl_analyzer.cli.doctor_installed import EXTRAS

Tl = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]


def facts(ended: Any) -> dict[str, dict[str, Any]]:
    sections = json.loads(ended.out)["sections"]
    return {fact["name"]: fact for section in sections for fact in section["facts"]}


def test_a_fresh_computer_is_in_order(tl: Tl) -> None:
    ended = tl("doctor")
    assert ended.code == 0
    for said in ("Python", "SQLite", "log store", "none yet", "tl import", "time zones"):
        assert said in ended.out
    assert "Everything is in order" in ended.out


def test_a_store_is_looked_at(tl: Tl, athlete: Path, store: Path) -> None:
    tl("import", athlete)
    found = facts(tl("doctor", "--format", "json"))
    assert str(store) in found["log store"]["told"]
    assert found["soundness"]["told"] == "whole"
    assert found["contents"]["told"].startswith("1 athlete, 7 sessions")
    assert found["layout"]["state"] == "ok"


def test_a_store_that_is_a_folder_is_to_be_mended(tl: Tl, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("TL_STORE", str(tmp_path))
    ended = tl("doctor", "--format", "json")
    assert ended.code == 2
    assert facts(ended)["log store"]["told"] == f"{tmp_path} is a folder"


def test_a_folder_that_may_not_be_written_to_is_said_before_the_first_import(
    tl: Tl, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setenv("TL_STORE", str(tmp_path / "deeper" / "log.sqlite"))
    assert "store folder" not in facts(tl("doctor", "--format", "json"))
    # Rights would not do: to root everything is open.
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != tmp_path)
    ended = tl("doctor", "--format", "json")
    assert ended.code == 2
    assert facts(ended)["store folder"]["told"] == f"{tmp_path} may not be written to"


def test_a_store_that_others_can_read_is_to_be_mended(tl: Tl, athlete: Path, store: Path) -> None:
    tl("import", athlete)
    store.chmod(0o644)
    ended = tl("doctor", "--format", "json")
    assert ended.code == 2
    assert facts(ended)["log store, permissions"]["remedy"] == f"chmod 600 {store}"
    assert "1 thing to mend" in tl("doctor").out
    store.chmod(0o600)
    assert tl("doctor").code == 0


@pytest.mark.parametrize("content", [b"no database at all" * 99, b"SQLite format 3\0" + b"x" * 999])
def test_a_damaged_store_is_said_and_no_traceback(tl: Tl, store: Path, content: bytes) -> None:
    store.parent.mkdir()
    store.write_bytes(content)
    store.chmod(0o600)
    ended = tl("doctor", "--format", "json")
    assert ended.code == 2
    told = [f for f in facts(ended).values() if f["state"] == "mend"]
    assert told and all(f["remedy"] for f in told)
    assert store.read_bytes() == content


def test_a_broken_page_is_found(tl: Tl, athlete: Path, store: Path) -> None:
    tl("import", athlete)
    content = bytearray(store.read_bytes())
    content[4096 * 5 : 4096 * 6] = b"\xff" * 4096
    store.write_bytes(content)
    ended = tl("doctor", "--format", "json")
    assert ended.code == 2
    assert "import again" in facts(ended)["soundness"]["remedy"]


def test_an_old_store_is_named_and_left_alone(tl: Tl, store: Path) -> None:
    import sqlite3

    from tl_analyzer.store.migrations import APPLICATION

    store.parent.mkdir()
    with sqlite3.connect(store) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION}")
        old.execute("PRAGMA user_version = 1")
        old.execute("CREATE TABLE athlete (name TEXT)")
    old.close()
    store.chmod(0o600)
    before = store.read_bytes()
    found = facts(tl("doctor", "--format", "json"))
    assert "keeps a copy" in found["layout"]["remedy"]
    assert store.read_bytes() == before


def test_a_broken_config_is_one_line_of_it(tl: Tl, tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "c.toml").write_text("stroe = 1\n", encoding="utf-8")
    monkeypatch.setenv("TL_CONFIG", str(tmp_path / "c.toml"))
    ended = tl("doctor")
    assert ended.code == 2
    assert "Did you mean 'store'?" in " ".join(ended.out.split())
    assert "This terminal" in ended.out


def test_a_configured_profile_is_looked_at(tl: Tl, athlete: Path, monkeypatch: Any) -> None:
    file = athlete / "profile.toml"
    file.chmod(0o640)
    monkeypatch.setenv("TL_PROFILE", str(file))
    found = facts(tl("doctor", "--format", "json"))
    assert "of anna" in found["profile"]["told"]
    assert found["profile, permissions"]["state"] == "mend"
    file.unlink()
    assert "no such file" in facts(tl("doctor", "--format", "json"))["profile"]["told"]


def test_adapters_that_cannot_be_used_are_named(tl: Tl, monkeypatch: Any) -> None:
    monkeypatch.setenv("TL_LOAD_PLUGINS", "fit,strong-csv")
    found = facts(tl("doctor", "--format", "json"))
    assert found["adapters"]["told"] == "1 in order"
    assert "strength-csv" in found["TL_LOAD_PLUGINS"]["remedy"]


def test_every_extra_is_told_and_how_to_get_it(tl: Tl, monkeypatch: Any) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(EXTRAS) == set(project["optional-dependencies"])
    monkeypatch.setattr("tl_analyzer.cli.doctor_installed.find_spec", lambda name: None)
    ended = tl("doctor", "--format", "json")
    assert ended.code == 0, "what was never asked for is not broken"
    for name in EXTRAS:
        fact = facts(ended)[f"extra {name}"]
        assert (fact["state"], fact["remedy"]) == ("note", f"pip install 'tl-analyzer[{name}]'")


@pytest.mark.parametrize("columns", ["40", "120"])
def test_it_fits_the_terminal(tl: Tl, store: Path, monkeypatch: Any, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = tl("doctor").out.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert str(store) in "".join(line.strip() for line in lines), "no path is cut"
