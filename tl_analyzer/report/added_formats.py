"""Formats of others, called so that what they do wrong is an error that names them."""

from collections.abc import Callable
from typing import TypeVar

from tl_analyzer.plugins.containment import contained
from tl_analyzer.plugins.report_formats import AnyFormat, BinaryReportFormat, ReportFormat
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

T = TypeVar("T", str, bytes)

#: How long a format may take: printing a long PDF takes a tenth of it. [s]
LIMIT_S = 60.0
#: Longest page that is taken. [characters or bytes]
LONGEST = 100_000_000


def writes_apart(name: str, form: AnyFormat, origin: str) -> AnyFormat:
    """The same format; whatever goes wrong in it is an error that names its distribution."""
    if isinstance(form, ReportFormat):
        return ReportFormat(form.contract, _apart(form.write, str, f"{name!r} of {origin}"))
    named = f"{name!r} of {origin}"
    return BinaryReportFormat(
        form.contract, _apart(form.write, bytes, named), _ready_apart(form.ready, named)
    )


def _apart(
    write: Callable[[WeeklyReport, Layout], T], kind: type[T], named: str
) -> Callable[[WeeklyReport, Layout], T]:
    def written(report: WeeklyReport, layout: Layout) -> T:
        outcome = contained(lambda _: write(report, layout), LIMIT_S)
        page = outcome.value
        if outcome.error:
            raise _failed(named, outcome.error)
        if not isinstance(page, kind):
            raise _failed(named, f"returned {type(page).__name__} instead of {kind.__name__}")
        if fault := _fault(page):
            raise _failed(named, fault)
        return page

    return written


def _ready_apart(ready: Callable[[], object], named: str) -> Callable[[], object]:
    def asked() -> None:
        outcome = contained(lambda _: ready(), LIMIT_S)
        if outcome.error:
            raise _failed(named, outcome.error)

    return asked


def _fault(page: str | bytes) -> str:
    """Why a page cannot be written to a file; empty where it can."""
    if len(page) > LONGEST:
        return f"wrote more than {LONGEST} characters"
    if isinstance(page, str):
        try:
            page.encode()
        except UnicodeEncodeError as why:
            return f"wrote what is no text: {why.reason}"
    return ""


def _failed(named: str, why: str) -> RemediableError:
    return RemediableError(
        f"the format {named} failed: {why}", "Update or remove it, or use another format."
    )
