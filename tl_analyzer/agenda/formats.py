"""The formats a week ahead can be written in, by the name the command line uses.

A format is imported when it is asked for. The calendar (`tl_analyzer.agenda.ics`) stands apart: it
has alarms and no layout.
"""

from collections.abc import Callable, Mapping

from tl_analyzer.agenda.agenda import Agenda
from tl_analyzer.report.layout import Layout

#: A pure function of the value and the page it is written for.
Format = Callable[[Agenda, Layout], str]


def _text(agenda: Agenda, layout: Layout) -> str:
    from tl_analyzer.agenda.text import text

    return text(agenda, layout)


def _markdown(agenda: Agenda, layout: Layout) -> str:
    from tl_analyzer.agenda.markdown import markdown

    return markdown(agenda, layout)


def _html(agenda: Agenda, layout: Layout) -> str:
    from tl_analyzer.agenda.html import html

    return html(agenda, layout)


def _json(agenda: Agenda, layout: Layout) -> str:
    from tl_analyzer.report.json_report import json_text

    return json_text(agenda, layout)


FORMATS: Mapping[str, Format] = {
    "text": _text,
    "md": _markdown,
    "html": _html,
    "json": _json,
}
