"""A report as a page."""

from tl_analyzer.report.formats import binary_format, is_text, text_format
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport


def render(report: WeeklyReport, form: str = "text", layout: Layout | None = None) -> str:
    """Write a report in a format.

    Parameters
    ----------
    report : WeeklyReport
        The report.
    form : str
        ``text``, ``md``, ``html``, ``json``, ``message``, or the name of an installed one.
    layout : Layout, optional
        Width, colours and reader.

    Returns
    -------
    str
        The page.

    Raises
    ------
    RemediableError
        If there is no such format, it is no text, or one of others fails.
    """
    return text_format(form)(report, layout or Layout())


def render_bytes(report: WeeklyReport, form: str = "pdf", layout: Layout | None = None) -> bytes:
    """Write a report in a format that is no text; any other is encoded as UTF-8.

    Parameters
    ----------
    report, form, layout
        As for `render`; `form` may be ``pdf`` or another one that is no text, too.

    Returns
    -------
    bytes
        The page, as a file holds it.

    Raises
    ------
    RemediableError
        If there is no such format, or what it needs is not installed.
    """
    if is_text(form):
        return render(report, form, layout).encode()
    return binary_format(form)(report, layout or Layout())
