"""What `tl new` writes passes its tests, style and types as it is; what it refuses it explains."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from tl_analyzer.cli.start import run, tl
from tl_analyzer.remedy import RemediableError
from tl_analyzer.scaffold.naming import LONGEST, naming
from tl_analyzer.scaffold.new_package import rendered, write_package

LONG = "x" + "-y" * (LONGEST // 2 - 1) + "z"
KINDS = ("adapter", "rules")


def python(folder: Path, *arguments: str) -> str:
    result = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def written(kind: str, name: str, tmp_path: Path) -> Path:
    result = CliRunner().invoke(tl, ["new", kind, name, "--into", str(tmp_path)])
    assert result.exit_code == 0, result.output
    return tmp_path / f"tl-{name}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_package_passes_its_tests_as_written(kind: str, tmp_path: Path) -> None:
    folder = written(kind, "row-book", tmp_path)
    assert " passed" in python(folder, "pytest", "-q", "-p", "no:cacheprovider")


def needs(tool: str) -> None:
    if find_spec(tool) is None:
        pytest.skip(f"{tool} not installed: pip install --group check")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["r", LONG])
def test_its_code_is_in_style(kind: str, name: str, tmp_path: Path) -> None:
    needs("ruff")
    folder = written(kind, name, tmp_path)
    python(folder, "ruff", "check", "--no-cache", ".")
    python(folder, "ruff", "format", "--no-cache", "--check", ".")


@pytest.mark.parametrize("kind", KINDS)
def test_its_code_is_typed(
    kind: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    needs("mypy")
    cache = tmp_path_factory.getbasetemp() / "mypy_cache"
    assert "Success" in python(written(kind, "row-book", tmp_path), "mypy", f"--cache-dir={cache}")


def test_the_next_steps_are_three_commands(tmp_path: Path) -> None:
    said = CliRunner().invoke(tl, ["new", "adapter", "tl-row-book", "--into", str(tmp_path)]).output
    first, *steps = said.splitlines()
    assert first == f"wrote {tmp_path / 'tl-row-book'}; next:"
    assert [step.split()[0] for step in steps] == ["cd", "python", "pip"]


@pytest.mark.parametrize(
    "typed",
    ["", "-", "Row", "row_book", "row--book", "9row", "../row", "row/book", "tl-", "réw", "a" * 31],
)
def test_what_cannot_name_a_package_is_refused(typed: str) -> None:
    with pytest.raises(RemediableError, match="cannot name a package"):
        naming(typed)


@pytest.mark.parametrize(
    ("typed", "near"),
    [("Row Book", "row-book"), ("9row", "row"), ("tl-9", "tl"), ("_", "my-app"), ("", "my-app")],
)
def test_a_refusal_names_something_near(typed: str, near: str) -> None:
    with pytest.raises(RemediableError) as told:
        naming(typed)
    assert told.value.remedy.endswith(f"such as {near}")


@pytest.mark.parametrize("typed", ["fit", "tl-strength", "analyzer"])
def test_a_name_that_is_taken_is_refused(typed: str) -> None:
    with pytest.raises(RemediableError, match="there is an installed package tl_"):
        naming(typed)


@pytest.mark.parametrize("name", ["row-book", "r", "9".join("ab"), "tl9"])
def test_the_code_of_a_first_rule_is_one_and_no_shipped_one(name: str) -> None:
    code = naming(name).rule_code
    assert code.isalnum() and code.isupper() and code[:-3] not in ("", "TL") and code[-3:] == "101"


def test_nothing_that_is_there_is_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "tl-row-book" / "notes.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    assert run(["new", "adapter", "row-book", "--into", str(tmp_path)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert list(tmp_path.rglob("*")) == [kept.parent, kept] and kept.read_text() == "mine"


def test_an_empty_folder_may_be_filled_a_link_may_not(tmp_path: Path) -> None:
    (tmp_path / "tl-row-book").mkdir()
    assert (write_package("adapter", naming("row-book"), tmp_path) / "pyproject.toml").is_file()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "tl-other").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RemediableError, match="is there already"):
        write_package("adapter", naming("other"), tmp_path)


def test_what_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(RemediableError, match="No space left on device"):
        write_package("adapter", naming("row-book"), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_to_be_filled_in(kind: str) -> None:
    for path, text in rendered(kind, naming("row-book")).items():
        assert "$" not in path + text, path
