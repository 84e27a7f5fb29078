"""A folder of pages is private, whole, and holds no page that is no more; strangers' files stay."""

import stat
from pathlib import Path

import pytest

from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.page_folder import write_pages

PAGES = {"index.html": "<p>all", "athletes/anna.html": "<p>Anna", "athletes/ben.html": "<p>Ben"}


def test_pages_and_folders_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pages"
    write_pages(folder, PAGES)
    assert {path: (folder / path).read_text() for path in PAGES} == PAGES
    for path in (folder, *folder.rglob("*")):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


def test_pages_that_are_no_more_are_taken_away_and_nothing_else(tmp_path: Path) -> None:
    write_pages(tmp_path, PAGES)
    mine = tmp_path / "athletes" / "notes.html"
    mine.write_text("my own")
    write_pages(tmp_path, {"index.html": "new", "athletes/ben.html": "new"})
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert left == {"index.html", "athletes/ben.html", "athletes/notes.html"}
    assert mine.read_text() == "my own"


def test_a_strangers_file_stops_it_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a web site")
    with pytest.raises(UsageFailure, match="is there already"):
        write_pages(tmp_path, PAGES)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_run_that_was_cut_short_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def killed(*args: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("tl_analyzer.cli.page_folder._take_away", killed)
        with pytest.raises(Killed):
            write_pages(tmp_path, PAGES)
    write_pages(tmp_path, {"index.html": "again"})
    assert [path.name for path in tmp_path.rglob("*.html")] == ["index.html"]


@pytest.mark.parametrize(
    "listed",
    ['{"pages": ["../precious.html", "/etc/passwd", "athletes/../../precious.html"]}',
     '{"pages": 7}', "[]", "no json", '{"pages": ["index.html", {}]}'],
)  # fmt: skip
def test_a_list_of_pages_that_was_tampered_with_reaches_nothing_outside(
    tmp_path: Path, listed: str
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    precious = tmp_path / "precious.html"
    precious.write_text("precious")
    (folder / ".tl-pages.json").write_text(listed)
    write_pages(folder, PAGES)
    assert precious.read_text() == "precious"


def test_a_page_that_became_a_link_is_replaced_and_its_target_stays(tmp_path: Path) -> None:
    folder, precious = tmp_path / "pages", tmp_path / "precious"
    write_pages(folder, PAGES)
    precious.write_text("precious")
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(precious)
    write_pages(folder, PAGES)
    assert precious.read_text() == "precious"
    assert not (folder / "index.html").is_symlink()


def test_no_page_is_written_outside_the_folder(tmp_path: Path) -> None:
    for name in ("../out.html", "/anywhere/out.html", "a/b/c.html", "page.txt", ".hidden.html"):
        with pytest.raises(ValueError, match="no name of a page"):
            write_pages(tmp_path / "pages", {name: "x"})


def test_a_file_in_the_place_of_the_folder_is_a_plain_refusal(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageFailure):
        write_pages(tmp_path / "file", PAGES)


def test_a_page_that_cannot_be_taken_away_is_a_plain_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(tmp_path, PAGES)

    def refused(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(UsageFailure, match=r"cannot take away .*ben\.html: Permission denied"):
        write_pages(tmp_path, {name: page for name, page in PAGES.items() if "ben" not in name})
