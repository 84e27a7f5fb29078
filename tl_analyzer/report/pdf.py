"""The weekly report as a tagged PDF for paper; through the extra ``[pdf]``."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from tl_analyzer.pages.environment import asset
from tl_analyzer.report.html import static_html
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

#: Structure that a screen reader can follow: ISO 14289-1.
_VARIANT = "pdf/ua-1"

#: A drawing that stands beside others, and its letters: a style sheet does not reach them here.
_DRAWING = re.compile(r'<svg[^>]* viewBox="0 0 340 .*?</svg>', re.DOTALL)
_LETTERS = re.compile(r'(?<= font-size=")[\d.]+')

#: What makes them legible on paper, where drawings are smaller than on a screen. [1]
_LARGER = 1.2

#: What tells of rules of style that paper has no use for.
_TALKATIVE = ("weasyprint", "fontTools")


def pdf(report: WeeklyReport, layout: Layout) -> bytes:
    """Write the report as PDF/UA-1.

    Parameters
    ----------
    report : WeeklyReport
        The report value.
    layout : Layout
        Only the reader matters: the page is A4.
    """
    return printed(static_html(report, layout))


def printed(page: str) -> bytes:
    """Print a page of this project.

    Parameters
    ----------
    page : str
        A self-contained page without script.

    Raises
    ------
    ValueError
        If the page asks for anything: nothing is fetched for it.
    """
    nowhere = URLFetcher(allowed_protocols=(), fail_on_errors=True)
    try:
        with _quiet():
            paper = CSS(string=asset("paper.css").text)
            document = HTML(string=_DRAWING.sub(_legible, page), url_fetcher=nowhere)
            return bytes(document.write_pdf(stylesheets=[paper], pdf_variant=_VARIANT))
    except FatalURLFetchingError as why:
        raise ValueError(f"a report fetches nothing: {why}") from why


def _legible(drawing: re.Match[str]) -> str:
    return _LETTERS.sub(lambda size: f"{float(size[0]) * _LARGER:.3g}", drawing[0])


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep standard error for what the reader can do something about."""
    levels = {name: logging.getLogger(name).level for name in _TALKATIVE}
    try:
        for name in levels:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
