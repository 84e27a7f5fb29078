"""Strangers are contained in worker processes as they are in this one."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.toy_distribution import TOY, TOY_FILE, install
from tl_analyzer.adapter import Reading
from tl_analyzer.intake import parallel
from tl_analyzer.intake.parallel import read_pieces
from tl_analyzer.intake.pieces import Piece
from tl_analyzer.log import SourceReading
from tl_analyzer.plugins import entry_lists, installed_adapters
from tl_analyzer.plugins.choice import ONLY
from tl_analyzer.plugins.containment import PATIENCE

ODD = """
import os, sys, time
from toys import Toy

class Hangs(Toy):
    name = "hangs"
    def recognises(self, file):
        time.sleep(60)

class Ends(Toy):
    name = "ends"
    def recognises(self, file):
        os.write(1, b"LEAK")
        return file.head.startswith(b"#ends")
    def read(self, file, reading):
        yield from self.masses(file, reading)
        sys.exit(5)
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    site = tmp_path / "site"
    site.mkdir()
    install(site, "toys", TOY, {"toy": "Toy"})
    install(site, "toys-odd", ODD, {"hangs": "Hangs", "ends": "Ends"})
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setattr(parallel, "_WORTH_S", 0.0)
    monkeypatch.setenv(PATIENCE, "0.1")
    entry_lists.all_entries.cache_clear()
    installed_adapters._adapters.cache_clear()
    yield site
    entry_lists.all_entries.cache_clear()
    installed_adapters._adapters.cache_clear()
    for name in ("toys", "toys_odd"):
        sys.modules.pop(name, None)


def read_over_two(folder: Path) -> dict[str, SourceReading]:
    folder.mkdir()
    for number in range(6):
        (folder / f"a{number}.toy").write_text(TOY_FILE)
    (folder / "e.toy").write_text(TOY_FILE.replace("toy", "ends"))
    pieces = [Piece(path, path.stat().st_size) for path in sorted(folder.iterdir())]
    return {p.path.name: read for p, read in read_pieces(pieces, Reading(), jobs=2)}


def test_all_else_is_read_and_each_is_named(
    site: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    read = read_over_two(tmp_path / "files")
    assert capfd.readouterr().out == ""
    assert {len(source.entries) for source in read.values()} == {3}
    found = {(p.file, p.code) for source in read.values() for p in source.problems}
    assert ("adapter hangs", "adapter-slow") in found
    assert ("adapter ends", "adapter-printed") in found
    (fault,) = [p for p in read["e.toy"].problems if p.code == "adapter-failed"]
    line = 1 + ODD.splitlines().index("        sys.exit(5)")
    assert fault.found == f"SystemExit: 5, at line {line} of toys_odd"
    assert "ends (toys-odd 0.3)" in fault.expected


def test_workers_load_no_more_than_this_process(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ONLY, "")
    read = read_over_two(tmp_path / "files")
    assert len(read) == 7
    assert not any(source.entries or source.summary.adapter for source in read.values())
