"""The week ahead for a terminal."""

from tl_analyzer.agenda.agenda import Agenda
from tl_analyzer.agenda.agenda_words import AgendaPage, DayEntry, Line, agenda_page
from tl_analyzer.report.glyphs import glyphs
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import INDENT, Sheet

#: Column of the clock times. [characters]
_CLOCK = 11

#: What is there already stands back behind what is to be done.
_GIVEN = frozenset({"desk", "session", "done"})

#: Cues of an exercise that are shown; `tl explain` has them all. [1]
_CUES = 2

#: What else there is to a plan.
_FURTHER = (
    "All cues and steps of an exercise: tl explain NAME. For a calendar: tl plan --format ics --out"
    " plan.ics."
)


def text(agenda: Agenda, layout: Layout) -> str:
    """Lay the week out day by day.

    Parameters
    ----------
    agenda : Agenda
        The week ahead.
    layout : Layout
        Width, colour and character set of the terminal.
    """
    said = agenda_page(agenda)
    sheet = Sheet(layout)
    bullet = glyphs(layout.ascii).bullet
    _head(sheet, said)
    for each in said.days:
        _day(sheet, each, bullet)
    _also(sheet, said, bullet)
    sheet.blank()
    sheet.paragraph(sheet.words(said.disclaimer), 0)
    made = f"Made with {said.version}."
    if any(each.entries for each in agenda.days):
        made = f"{_FURTHER} {made}"
    sheet.paragraph(sheet.words(made, "dim"), 0)
    return sheet.text()


def _head(sheet: Sheet, said: AgendaPage) -> None:
    sheet.paragraph(sheet.words(said.title, "bold"), 0)
    sheet.paragraph(sheet.words(said.subtitle, "dim"), 0)
    if said.referral is not None:
        box = said.referral
        sheet.box(box.title, sheet.words("\n".join(box.lines)), "bold red")
    if said.message:
        sheet.blank()
        sheet.paragraph(sheet.words(" ".join(filter(None, (said.message, said.amount))), "bold"))


def _day(sheet: Sheet, each: DayEntry, bullet: str) -> None:
    state = "over" if each.over else each.amount
    sheet.heading(f"{each.title} · {state}" if state else each.title)
    for line in each.lines:
        _line(sheet, line, bullet)
    if not each.lines:
        sheet.paragraph(sheet.words("Nothing is known and nothing is planned.", "dim"))


def _line(sheet: Sheet, line: Line, bullet: str) -> None:
    given = line.kind in _GIVEN
    clock = sheet.words(line.clock, "dim" if given else "bold")
    title = sheet.words(line.title, "dim" if given else "bold")
    detail = f" ({line.detail})" if given else _amount(line)
    if sheet.roomy:
        whole = sheet.join(title, sheet.words(detail, "dim" if given else ""))
        sheet.hanging(clock, whole, _CLOCK)
        beside = INDENT + _CLOCK + 1
    else:
        gap = sheet.words(" " if line.clock else "")
        sheet.paragraph(sheet.join(clock, gap, title, sheet.words(detail, "dim" if given else "")))
        beside = 2 * INDENT
    for name, dose in line.notes:
        note = sheet.join(sheet.words(name, "bold"), sheet.words(f": {dose}"))
        sheet.hanging(sheet.words(bullet), note, 1, beside)
    for cue in line.cues[:_CUES]:
        sheet.hanging(sheet.words(bullet), sheet.words(cue), 1, beside)


def _amount(line: Line) -> str:
    return "".join(f" · {words}" for words in (line.minutes, line.detail) if words)


def _also(sheet: Sheet, said: AgendaPage, bullet: str) -> None:
    if said.for_the_week:
        sheet.heading("For the week as a whole")
    for change in said.for_the_week:
        words = sheet.join(
            sheet.words(change.title, "bold"), sheet.words(f": {change.dose}. {change.why}")
        )
        sheet.hanging(sheet.words(bullet), words, 1)
    for title, lines in (
        ("What did not fit", said.left_over),
        ("What was assumed", said.assumptions),
    ):
        if lines:
            sheet.heading(title)
        for line in lines:
            sheet.hanging(sheet.words(bullet), sheet.words(line), 1)
