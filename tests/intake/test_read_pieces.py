"""Reading over processes gives what reading one by one gives, whatever happens to a process."""

import io
import multiprocessing
import zipfile
from pathlib import Path

import pytest

from tl_analyzer.adapter import Reading
from tl_analyzer.intake import parallel
from tl_analyzer.intake.gather import files_under
from tl_analyzer.intake.parallel import read_pieces
from tl_analyzer.intake.pieces import Piece, cut
from tl_analyzer.intake.read_source import read_source, unopened
from tl_analyzer.log import Problem, SourceReading
from tl_analyzer.plugins import adapters

READING = Reading(zone="Europe/Berlin")
DIARY = "date,region,side,score,signs,note\n2026-11-{day:02},lumbar,both,{score},,\n"


def diary(number: int) -> bytes:
    return DIARY.format(day=number % 28 + 1, score=number % 10).encode()


def packed(members: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return whole.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    many = {f"d{n:03}.csv": diary(n) for n in range(150)}
    many |= {"notes.txt": b"nothing", "empty.csv": b"", "inner.zip": packed({"x.csv": diary(3)})}
    (tmp_path / "many.zip").write_bytes(packed(many))
    (tmp_path / "cut.zip").write_bytes(packed(many)[:900])
    (tmp_path / "profile.toml").write_text("schema = 1\n")
    for number in range(40):
        (tmp_path / f"a{number:02}.csv").write_bytes(diary(number))
    return tmp_path


def one_by_one(folder: Path) -> list[SourceReading]:
    installed = adapters()
    return [
        unopened(file) if isinstance(file, Problem) else read_source(file, READING, installed)
        for file in files_under([folder])
    ]


def pieces(folder: Path) -> list[Piece]:
    return [Piece(path, path.stat().st_size) for path in sorted(folder.iterdir())]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool is worth it from the first byte."""
    monkeypatch.setattr(parallel, "_WORTH_S", 0.0)


def test_in_one_process(folder: Path) -> None:
    read = [source for _, source in read_pieces(pieces(folder), READING, jobs=1)]
    assert read == one_by_one(folder)
    assert multiprocessing.active_children() == []


def test_little_is_read_in_this_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "fresh_processes", None)
    assert len(list(read_pieces(pieces(folder), READING, jobs=2))) == len(one_by_one(folder))


@pytest.mark.usefixtures("at_once")
def test_over_processes_archives_in_parts(folder: Path) -> None:
    archive = folder / "many.zip"
    assert len(cut(Piece(archive, archive.stat().st_size))) == 3
    read = list(read_pieces(pieces(folder), READING, jobs=2))
    assert [source for _, source in read] == one_by_one(folder)
    assert {piece.path for piece, _ in read} == {p.path for p in pieces(folder)} - {
        folder / "profile.toml"
    }


@pytest.mark.usefixtures("at_once")
def test_workers_that_die_cost_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_BATCH", 4)
    read = []
    for number, (_, source) in enumerate(read_pieces(pieces(folder), READING, jobs=2)):
        read.append(source)
        if number in (2, 60):
            for child in multiprocessing.active_children():
                child.kill()
    assert read == one_by_one(folder)


def test_bytes_that_are_known_are_not_read_again(folder: Path) -> None:
    path = folder / "a00.csv"
    digest = one_by_one(path)[0].summary.digest
    piece = Piece(path, path.stat().st_size, known={digest: "earlier.csv"})
    [(_, source)] = read_pieces([piece], READING, jobs=1)
    assert (source.summary.same_as, source.entries) == ("earlier.csv", ())
