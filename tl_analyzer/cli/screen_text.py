"""What a screen found, laid out: the end by a safety question, or the pattern and its limits."""

from datetime import date

from tl_analyzer.advice.self_screen import Decision, SelfScreen
from tl_analyzer.cli.check_in_line import CheckInLine, header, written
from tl_analyzer.cli.screen_safety import Stopped
from tl_analyzer.cli.screen_steps import Seen
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import day, quantity, sentence

_LABEL = 11


def stopped_text(stopped: Stopped, line: CheckInLine | None, layout: Layout) -> str:
    """How a yes ends the screen."""
    sheet = Sheet(layout)
    style = "bold red" if stopped.question.level == "emergency" else "bold yellow"
    sheet.box(stopped.question.title, sheet.words(stopped.question.then), style)
    for sign in stopped.signs:
        sheet.paragraph(sheet.words(f"- {stopped.question.signs[sign]}"))
    sheet.paragraph(sheet.words("Nothing was written into the profile."))
    return _diary(sheet, line)


def result_text(
    screen: SelfScreen,
    seen: Seen,
    decision: Decision,
    again: date,
    line: CheckInLine | None,
    layout: Layout,
) -> str:
    """What the screen suggests, why, how well that is known, and what it cannot tell."""
    sheet = Sheet(layout)
    sheet.heading("What the screen suggests")
    known = ", ".join(dict.fromkeys((decision.reference, str(decision.evidence))))
    rows = [
        ("pattern", f"{decision.pattern}: {screen.meaning[decision.pattern]}"),
        ("because", f"{decision.because} ({known})"),
    ]
    if seen.degrees is not None:
        rows.append(("extension", f"{quantity(seen.degrees, 'deg')}, measured"))
    if seen.fingers is not None:
        told = quantity(seen.fingers, screen.fingers.unit)
        rows.append(("at the wall", f"{told}, to compare with the next time"))
    if seen.tender_side:
        rows.append(("crest point", f"tender on the {seen.tender_side}; it decides nothing here"))
    rows.append(("again on", day(again, year=True)))
    for label, told in rows:
        sheet.hanging(sheet.words(label, "dim"), sheet.words(sentence(told)), _LABEL)
    sheet.blank()
    sheet.paragraph(sheet.words(screen.limits, "dim"))
    return _diary(sheet, line)


def _diary(sheet: Sheet, line: CheckInLine | None) -> str:
    """The page so far, and a line to copy below it, which is therefore never wrapped."""
    if line is None:
        return sheet.text()
    sheet.heading("For your pain diary")
    return f"{sheet.text()}{header()}\n{written(line)}\n"
