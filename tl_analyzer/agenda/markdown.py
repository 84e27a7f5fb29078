"""The week ahead as Markdown, with boxes to tick."""

from collections.abc import Iterator

from tl_analyzer.agenda.agenda import Agenda
from tl_analyzer.agenda.agenda_words import AgendaPage, DayEntry, HowTo, Line, agenda_page
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.markdown import escape, referral_box
from tl_analyzer.report.wording import to_ascii


def markdown(agenda: Agenda, layout: Layout) -> str:
    """Write the week as Markdown.

    Parameters
    ----------
    agenda : Agenda
        The week ahead.
    layout : Layout
        Only its character set matters.
    """
    written = "\n".join(_lines(agenda_page(agenda))) + "\n"
    return to_ascii(written) if layout.ascii else written


def _lines(said: AgendaPage) -> Iterator[str]:
    yield from (f"# {escape(said.title)}", "", escape(said.subtitle), "")
    if said.referral is not None:
        yield from referral_box(said.referral)
    if said.message:
        yield from (f"**{escape(said.message)}** {escape(said.amount)}".rstrip(), "")
    for each in said.days:
        yield from _day(each)
    if said.how_to:
        yield from ("## How to do it", "")
    for entry in said.how_to:
        yield from _how_to(entry)
    if said.for_the_week:
        yield from ("## For the week as a whole", "")
    for entry in said.for_the_week:
        yield from _how_to(entry)
    for title, lines in (
        ("What did not fit", said.left_over),
        ("What was assumed", said.assumptions),
    ):
        if lines:
            yield from (f"## {title}", "", *(f"- {escape(line)}" for line in lines), "")
    yield from ("---", "", f"{escape(said.disclaimer)} Made with {escape(said.version)}.")


def _day(each: DayEntry) -> Iterator[str]:
    state = "over" if each.over else each.amount
    yield from (f"## {escape(f'{each.title} · {state}' if state else each.title)}", "")
    for line in each.lines:
        yield from _line(line)
    if not each.lines:
        yield "Nothing is known and nothing is planned."
    yield ""


def _line(line: Line) -> Iterator[str]:
    clock = f"{line.clock} " if line.clock else ""
    if line.kind in ("work", "break"):
        box = "[ ] " if line.kind == "work" else ""
        amount = " · ".join(filter(None, (line.minutes, line.detail)))
        yield f"- {box}{clock}**{escape(line.title)}** · {escape(amount)}"
    elif line.kind == "done":
        yield f"- [x] **{escape(line.title)}** · {escape(line.detail)}"
    else:
        yield f"- {clock}{escape(f'{line.title} ({line.detail})')}"
    for name, dose in line.notes:
        yield f"  - **{escape(name)}**: {escape(dose)}"


def _how_to(entry: HowTo) -> Iterator[str]:
    days = f": {entry.days}" if entry.days else ""
    yield f"**{escape(entry.title)}** ({escape(entry.tags)}){escape(days)}"
    yield ""
    yield f"- {escape(entry.dose)}"
    yield f"- {escape(entry.why)}"
    yield from (f"- {escape(cue)}" for cue in entry.cues)
    yield ""
