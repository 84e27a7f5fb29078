"""``tl report``: who reads it, PDF, and a message that is written but not sent."""

import stat
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.opened_pdf import pages
from tl_analyzer.cli.start import run
from tl_analyzer.report import formats

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "desk_rider_lifter"
W46 = ("--week", "2026-W46", "--as-of", "2026-11-20T12:00:00+01:00")


@pytest.fixture
def anna(athlete: Path) -> Path:
    """The athlete, with a name."""
    file = athlete / "profile.toml"
    named = file.read_text(encoding="utf-8").replace('id = "anna"', 'id = "anna"\nname = "Anna S"')
    file.write_text(named, encoding="utf-8")
    return athlete


def test_a_coach_reads_of_the_athlete(tl: "Tl", anna: Path) -> None:
    own = tl("report", anna, *W46)
    coach = tl("report", anna, *W46, "--for", "coach")
    assert "against your usual" in own.out
    assert "against Anna's usual" in coach.out
    assert "than Anna is used to" in tl("report", anna, *W46, "--for", "coach", "--details").out


def test_the_message_to_copy(tl: "Tl", anna: Path) -> None:
    ended = tl("report", anna, *W46, "--format", "message")
    assert ended.out.startswith("Hello Anna,\n")
    assert "TL101" not in ended.out


def test_details_are_more_and_the_rest_is_the_same(tl: "Tl", anna: Path) -> None:
    short = tl("report", anna, *W46).out
    full = tl("report", anna, *W46, "--details").out
    assert len(full) > len(short)
    assert short.splitlines()[:4] == full.splitlines()[:4]
    assert "--details" in " ".join(short.split())
    assert "--details" not in full


@pytest.mark.parametrize("columns", ["40", "100", "160", "400"])
def test_the_page_is_as_wide_as_the_terminal(
    tl: "Tl", anna: Path, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    widest = max(map(len, tl("report", anna, *W46).out.splitlines()))
    assert 36 <= widest <= min(int(columns), 160)


def test_a_message_is_written_and_nothing_else(tl: "Tl", anna: Path, tmp_path: Path) -> None:
    file = tmp_path / "week.eml"
    ended = tl("report", anna, *W46, "--mail", file, "--mail-to", "coach@example.org")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    first = file.read_bytes()
    message = message_from_bytes(first, policy=default)
    assert message["To"] == "coach@example.org"
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/html",
    ]
    tl("report", anna, *W46, "--mail", file, "--mail-to", "coach@example.org")
    assert file.read_bytes() == first


def test_a_message_beside_a_report(tl: "Tl", anna: Path, tmp_path: Path) -> None:
    mail, out = tmp_path / "week.eml", tmp_path / "week.md"
    ended = tl("report", anna, *W46, "--mail", mail, "--out", out, "--format", "md")
    assert (ended.code, ended.out) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("# Week 2026-W46")
    assert b"X-Unsent: 1" in mail.read_bytes()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--mail-to", "a@example.org"), "--mail-to needs a message"),
        (("--mail", "week.eml", "--mail-to", "anna@"), "not an e-mail address"),
        (("--mail", "no/folder/week.eml"), "cannot write"),
        (("--for", "mother"), "--for"),
    ],
)
def test_what_cannot_be_is_refused(
    tl: "Tl",
    anna: Path,
    options: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = tl("report", anna, *W46, *options)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert not list(tmp_path.glob("*.eml"))


def test_pdf_without_the_extra_says_how_to_get_it(
    tl: "Tl", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "tl_analyzer.report.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    file, empty = tmp_path / "week.pdf", tmp_path / "empty"
    empty.mkdir()
    # It is said before the log is read, which may take a while.
    ended = tl("report", empty, *W46, "--format", "pdf", "--out", file)
    assert (ended.code, ended.out) == (2, "")
    assert "pip install 'tl-analyzer[pdf]'" in ended.err
    assert len(ended.err.splitlines()) == 2
    assert not file.exists()


def test_a_terminal_gets_no_pdf(tl: "Tl", anna: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ended = tl("report", anna, *W46, "--format", "pdf")
    assert (ended.code, ended.out) == (2, "")
    assert "--out FILE" in ended.err


def test_the_example_is_two_pages_of_paper(tl: "Tl", tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="the extra [pdf] is not installed")
    file = tmp_path / "week.pdf"
    ended = tl("report", EXAMPLE, *W46, "--format", "pdf", "--out", file)
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    written = file.read_bytes()
    assert written.startswith(b"%PDF-1.")
    assert pages(written) == 2


@pytest.fixture
def tiny_pdf(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What is no text, without the work."""
    written = b"%PDF-1.7\n\xff\r\n"
    monkeypatch.setattr(formats, "BINARY_FORMATS", {"pdf": lambda: lambda *_: written})
    return written


def test_a_pipe_gets_every_byte(
    anna: Path, tiny_pdf: bytes, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["report", str(anna), *W46, "--format", "pdf"]) == 0
    assert capfdbinary.readouterr() == (tiny_pdf, b"")


def test_a_message_carries_the_pdf_where_that_is_the_format(
    tl: "Tl", anna: Path, tiny_pdf: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "week.eml"
    assert tl("report", anna, *W46, "--format", "pdf", "--mail", file).code == 0
    message = message_from_bytes(file.read_bytes(), policy=default)
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "week-2026-W46.pdf"
    assert attached.get_content() == tiny_pdf
