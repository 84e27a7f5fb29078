"""The weekly report as one self-contained page, for a browser, a phone and paper."""

from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.pages.environment import rendered
from tl_analyzer.pages.svg.stick_figures import stick_figure
from tl_analyzer.plugins.sourced_books import references
from tl_analyzer.report.drawings.drawn import drawn
from tl_analyzer.report.glyphs import UNICODE
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.page import page
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.wording import clean

#: Longest name at the head of a sheet of paper. [characters]
_HEAD = 40

#: More flags than a usual week has: paper gets smaller text. [1]
_MANY = 5


def html(report: WeeklyReport, layout: Layout) -> str:
    """Write the report as a page that opens without a network.

    Parameters
    ----------
    report : WeeklyReport
        The report value.
    layout : Layout
        Only the reader matters: the page adapts to its width by itself.
    """
    return _written(report, layout, static=False)


def static_html(report: WeeklyReport, layout: Layout) -> str:
    """Write the same page for where no script runs: everything that is folded is open."""
    return _written(report, layout, static=True)


def _written(report: WeeklyReport, layout: Layout, static: bool) -> str:
    return rendered("weekly.html.j2", **page_values(report, layout, static))


def page_values(report: WeeklyReport, layout: Layout, static: bool) -> dict[str, object]:
    """What ``weekly.html.j2`` names: for itself, and for the roster's page that extends it."""
    said = page(report, references(), layout.audience)
    who = clean(report.athlete.name or report.athlete.id, _HEAD)
    return {
        "said": said,
        "drawn": drawn(report, said.channels),
        "figures": _figures(report.plan),
        "symbols": UNICODE.severity,
        "levels": {clean(flag.code): flag.confidence for flag in report.flags},
        "static": static,
        "dense": len(said.flags) > _MANY,
        "running": f"{who} · {said.title}",
    }


def _figures(plan: tuple[PlanItem, ...]) -> list[str]:
    """A drawing an item, empty where there is none; an exercise is drawn once."""
    met = [item.key for item in plan]
    return [
        ""
        if item.key in met[:place]
        else stick_figure(f"plan-{place}", clean(item.exercise), item.key)
        for place, item in enumerate(plan)
    ]
