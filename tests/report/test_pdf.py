"""The report on paper: tagged, titled, without a network. Needs WeasyPrint, the extra ``[pdf]``."""

import logging
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.opened_pdf import opened, pages
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.formats import BINARY_FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import AthleteLine, WeeklyReport


@pytest.fixture(scope="module")
def printer() -> None:
    pytest.importorskip("weasyprint", reason="the extra [pdf] is not installed")


def text_of(document: bytes, folder: Path) -> str:
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    file = folder / "week.pdf"
    file.write_bytes(document)
    done = subprocess.run([reader, "-layout", file, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.fixture
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a report asks nobody")

    monkeypatch.setattr(socket, "socket", refuse)


@pytest.mark.usefixtures("printer", "nobody_answers")
def test_a_report_on_paper(
    followed: WeeklyReport, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = logging.getLogger("weasyprint").level
    name = "Anna <img src=http://example.org/x.png>"
    named = followed.model_copy(update={"athlete": AthleteLine(id="a", name=name)})
    written = BINARY_FORMATS["pdf"]()(named, Layout())
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("weasyprint").level == before
    assert written.startswith(b"%PDF-1.")
    assert pages(written) <= 2
    laid_open = opened(written)
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang (en)", b"pdfuaid", b"/H1", b"/Title"):
        assert mark in laid_open
    said = text_of(written, tmp_path)
    for flag in followed.flags:
        assert flag.code in said
    for item in followed.plan:
        assert item.exercise in said
    assert name in said
    assert "Starts with the physiotherapist on Friday" in said


@pytest.mark.usefixtures("printer")
def test_the_same_page_is_the_same_file() -> None:
    from tl_analyzer.report.pdf import printed

    page = "<!doctype html><html lang=en><title>x</title><h1>Week</h1><b>x</b></html>"
    assert printed(page) == printed(page)


@pytest.mark.usefixtures("printer")
@pytest.mark.parametrize(
    "asking",
    [
        "<img alt='' src='http://example.org/x.png'>",
        "<img alt='' src='file:///etc/hostname'>",
        "<link rel=stylesheet href='https://example.org/x.css'>",
        "<style>@font-face { font-family: x; src: url(http://example.org/x) } p { font-family: x }"
        "</style>",
    ],
)
def test_a_page_that_asks_for_something_is_a_fault(asking: str) -> None:
    from tl_analyzer.report.pdf import printed

    page = f"<!doctype html><html lang=en><title>x</title>{asking}<p>x</p></html>"
    with pytest.raises(ValueError, match="fetches nothing"):
        printed(page)


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "tl_analyzer.report.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(RemediableError) as refused:
        BINARY_FORMATS["pdf"]()
    assert "pip install 'tl-analyzer[pdf]'" in refused.value.remedy
