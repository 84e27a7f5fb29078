"""The week ahead as one self-contained page: for a phone, a desktop and one sheet of paper."""

from tl_analyzer.agenda.agenda import Agenda
from tl_analyzer.agenda.agenda_words import agenda_page
from tl_analyzer.pages.environment import rendered
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.wording import clean


def html(agenda: Agenda, layout: Layout) -> str:
    """Write the week as a page that opens without a network.

    Parameters
    ----------
    agenda : Agenda
        The week ahead.
    layout : Layout
        Not looked at: the page adapts to its width by itself.
    """
    said = agenda_page(agenda)
    who = clean(agenda.athlete.name) or clean(agenda.athlete.id)
    return rendered("plan.html.j2", said=said, running=f"{who} · {said.title}")
