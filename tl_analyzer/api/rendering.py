"""A report as a page."""

from collections.abc import Mapping
from typing import TypeVar

from tl_analyzer.nearest import did_you_mean
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.formats import BINARY_FORMATS, FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

T = TypeVar("T")


def render(report: WeeklyReport, form: str = "text", layout: Layout | None = None) -> str:
    """Write a report in a format.

    Parameters
    ----------
    report : WeeklyReport
        The report.
    form : str
        ``text``, ``md``, ``html``, ``json`` or ``message``.
    layout : Layout, optional
        Width, colours and reader.

    Raises
    ------
    RemediableError
        If there is no such format, or it is no text.
    """
    if form in BINARY_FORMATS:
        raise RemediableError(f"format {form!r} is no text", "Use `render_bytes`.")
    return _of(form, FORMATS)(report, layout or Layout())


def render_bytes(report: WeeklyReport, form: str = "pdf", layout: Layout | None = None) -> bytes:
    """Write a report in a format that is no text; any other is encoded as UTF-8.

    Parameters
    ----------
    report, form, layout
        As for `render`; `form` may be ``pdf``, too.

    Raises
    ------
    RemediableError
        If there is no such format, or what it needs is not installed.
    """
    if form not in BINARY_FORMATS:
        return render(report, form, layout).encode()
    return _of(form, BINARY_FORMATS)()(report, layout or Layout())


def _of(form: str, known: Mapping[str, T]) -> T:
    if form not in known:
        names = (*FORMATS, *BINARY_FORMATS)
        there = f"There are: {', '.join(names)}."
        raise RemediableError(f"no format {form!r}", did_you_mean(form, names, there))
    return known[form]
