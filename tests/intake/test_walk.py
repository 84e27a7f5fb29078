"""Paths -> files: everything met is accounted for, and nothing hostile is opened."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import SourceFile
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.walk import walk
from tl_analyzer.log import Problem

SMALL = Limits(file_bytes=10_000, total_bytes=20_000, ratio=20, ratio_from_bytes=1_000, depth=2)


def names(path: Path, limits: Limits = SMALL) -> list[str]:
    return [f.name for f in walk(path, limits) if isinstance(f, SourceFile)]


def problems(path: Path, limits: Limits = SMALL) -> list[Problem]:
    return [p for p in walk(path, limits) if isinstance(p, Problem)]


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return path


def test_a_folder_is_walked_in_a_stable_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", ".hidden", "sub/c.csv", "__MACOSX/._a.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [Path(n).name for n in names(tmp_path)] == ["a.csv", "b.csv", "c.csv"]


def test_zip_in_zip_and_gzip_are_opened_and_named_by_their_way_in(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as target:
        target.writestr("ride.fit.gz", gzip.compress(b"ride"))
    outer = archive(tmp_path / "take.zip", {"part.zip": inner.getvalue(), "log.csv": b"log"})
    read = {f.name: f.read() for f in walk(outer, SMALL) if isinstance(f, SourceFile)}
    assert read == {f"{outer}!/log.csv": b"log", f"{outer}!/part.zip!/ride.fit.gz": b"ride"}


def test_bytes_and_digest_do_not_depend_on_the_packing(tmp_path: Path) -> None:
    data = b"the same ride"
    (tmp_path / "a.fit").write_bytes(data)
    (tmp_path / "b.fit.gz").write_bytes(gzip.compress(data))
    archive(tmp_path / "c.zip", {"a.fit": data})
    digests = {f.digest for f in walk(tmp_path, SMALL) if isinstance(f, SourceFile)}
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ({"../../evil.csv": b"x"}, "leaves the archive"),
        ({"/etc/evil.csv": b"x"}, "leaves the archive"),
        ({"bomb.csv": b"0" * 9_000}, "packed more than 20 to 1"),
        ({"large.csv": os.urandom(11_000)}, "MiB"),
        ({f"{n}.csv": os.urandom(9_000) for n in range(3)}, "MiB in all"),
    ],
)
def test_hostile_members_are_refused_by_name(
    tmp_path: Path, members: dict[str, bytes], found: str
) -> None:
    path = archive(tmp_path / "a.zip", {**members, "good.csv": b"x"})
    assert any(found in p.found for p in problems(path))


def test_a_refused_member_does_not_cost_its_neighbours(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"../evil.csv": b"x", "good.csv": b"x"})
    assert names(path) == [f"{path}!/good.csv"]


def test_nesting_ends_somewhere(tmp_path: Path) -> None:
    data = b"deep"
    for level in range(4):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            target.writestr(f"{level}.zip" if level else "deep.csv", data)
        data = buffer.getvalue()
    (tmp_path / "deep.zip").write_bytes(data)
    assert names(tmp_path) == []
    assert "nested too deeply" in problems(tmp_path)[0].found


def test_a_gzip_bomb_stops_early(tmp_path: Path) -> None:
    (tmp_path / "bomb.fit.gz").write_bytes(gzip.compress(b"0" * 50_000_000))
    limits = Limits(file_bytes=100_000_000, ratio=20, ratio_from_bytes=2_000_000)
    assert "packed more than 20 to 1" in problems(tmp_path, limits)[0].found


@pytest.mark.parametrize("data", [b"PK\x03\x04 not a zip at all", b"\x1f\x8b\x08 not a gzip"])
def test_damaged_archives_are_one_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "broken").write_bytes(data)
    assert len(problems(tmp_path)) == 1


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert "no such file" in problems(tmp_path / "nowhere")[0].found


def test_pipes_and_links_are_named_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.csv").write_text("x")
    folder = tmp_path / "log"
    folder.mkdir()
    (folder / "gone").symlink_to(tmp_path / "nowhere")
    (folder / "file").symlink_to(outside / "secret.csv")
    (folder / "all").symlink_to(outside)
    os.mkfifo(folder / "pipe")
    assert names(folder) == []
    found = {Path(p.file).name: p.found for p in problems(folder)}
    assert found.pop("pipe") == "no regular file"
    assert found == dict.fromkeys(("gone", "file", "all"), "a symbolic link")


def test_a_link_the_user_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("x")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    assert names(tmp_path / "link.csv") == [str(tmp_path / "link.csv")]


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        link = zipfile.ZipInfo("passwords.csv")
        link.external_attr = 0o120777 << 16
        target.writestr(link, "/etc/passwd")
    assert [p.found for p in problems(tmp_path)] == ["a symbolic link"]
    assert names(tmp_path) == []


def test_members_that_share_their_packed_bytes_are_a_bomb(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {f"{n}.csv": b"01" * 450 for n in range(40)})
    limits = Limits(ratio=5, ratio_from_bytes=1_000)
    assert "packed more than 5 to 1" in problems(path, limits)[0].found
    assert names(path, limits) == []


def test_a_large_member_is_a_stream_and_outlives_the_walk(tmp_path: Path) -> None:
    data = os.urandom(9_000)
    path = archive(tmp_path / "a.zip", {"ride.fit": data})
    (tmp_path / "b.fit.gz").write_bytes(gzip.compress(data))
    small = Limits(held_bytes=1_000)
    files = [f for f in walk(tmp_path, small) if isinstance(f, SourceFile)]
    assert [f.read() for f in files] == [data, data]
    assert [f.size for f in files] == [len(data)] * 2
    assert path.exists()


def test_a_member_cut_short_is_one_problem(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"ride.fit": os.urandom(9_000)})
    (tmp_path / "b.zip").write_bytes(path.read_bytes()[:4_000])
    assert [p.file for p in problems(tmp_path)] == [str(tmp_path / "b.zip")]


def test_an_address_in_the_name_of_a_member_is_not_shown(tmp_path: Path) -> None:
    members = {"up/kim.o+x@mail.example.org_100001.fit": b"a", "kim@example.org.json": b"b"}
    path = archive(tmp_path / "a.zip", members)
    assert names(path) == [f"{path}!/(e-mail).json", f"{path}!/up/(e-mail)_100001.fit"]


def test_a_member_of_five_gibibytes_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        target.writestr("export.xml", b"x")
        target.filelist[0].file_size = 5 * 1024**3
    (problem,) = problems(tmp_path, Limits())
    assert problem.found == "5,120 MiB"
    assert names(tmp_path, Limits()) == []


def test_an_archive_of_too_many_members_is_refused_in_one_line(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {f"{n}.csv": b"x" for n in range(12)})
    (problem,) = problems(path, Limits(members=10))
    assert (problem.found, problem.expected) == ("12 members", "at most 10")


def test_a_member_with_a_password_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        target.writestr("log.csv", b"x")
        target.filelist[0].flag_bits |= 1
    assert [p.found for p in problems(tmp_path)] == ["a member with a password"]


def test_gzip_within_gzip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(gzip.compress(b"ride")))
    assert [p.found for p in problems(tmp_path)] == ["gzip within gzip"]


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08\x00"]))
def test_any_bytes_give_exactly_one_answer(data: bytes, magic: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(magic + data)
        assert len(list(walk(path, SMALL))) <= 1 + (magic == b"PK\x03\x04")
