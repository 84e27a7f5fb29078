"""One day on a terminal page."""

from tl_analyzer.report.day_page import DayPage, DaySession, DayStretch
from tl_analyzer.report.glyphs import glyphs
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.problem_groups import problem_groups
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.text_problems import problem_lines
from tl_analyzer.report.wording import base_name, clean, day, number

#: Columns of the clock times.
_CLOCK = 13


def day_text(page: DayPage, layout: Layout) -> str:
    """Lay a day out as text: its sessions, its stretches, what they rest on."""
    sheet = Sheet(layout)
    title = f"{clean(page.athlete)} - {day(page.day, year=True)} ({clean(page.timezone)})"
    sheet.paragraph(sheet.words(title, "bold"), 0)
    sheet.paragraph(
        sheet.words(
            f"{number(page.seated_min / 60)} h of sitting that counts;"
            f" {number(page.expected_min / 60)} h weighted by probability"
        )
    )
    if page.sessions:
        sheet.heading("Sessions")
        for session in page.sessions:
            _session(sheet, session)
    sheet.heading("The day off the bike")
    if not page.stretches:
        sheet.paragraph(sheet.words("Nothing is known about this day."))
    for stretch in page.stretches:
        _stretch(sheet, stretch)
    if page.left_out:
        sheet.heading("What could not be read, and may belong here")
        problem_lines(sheet, problem_groups(page.left_out), glyphs(layout.ascii))
    return sheet.text()


def _session(sheet: Sheet, session: DaySession) -> None:
    words = f"{clean(session.label)} [{clean(base_name(session.file))}]"
    if session.folded:
        names = ", ".join(clean(base_name(name)) for name in session.folded)
        words += f"; the same session in {names}, counted once"
    sheet.hanging(sheet.words(session.kind), sheet.words(words), _CLOCK)


def _stretch(sheet: Sheet, stretch: DayStretch) -> None:
    clock = f"{stretch.start:%H:%M}-{stretch.end:%H:%M}"
    if stretch.end.date() != stretch.start.date():
        clock = f"{stretch.start:%H:%M}-24:00"
    what = f"{stretch.posture}, p {number(stretch.probability)}, known as {stretch.quality}: "
    words = sheet.join(
        sheet.words(what, "bold"), sheet.words("; ".join(clean(e) for e in stretch.evidence))
    )
    sheet.hanging(sheet.words(clock), words, _CLOCK)
    if stretch.conflict:
        sheet.hanging(sheet.words(""), sheet.words(f"conflict: {stretch.conflict}"), _CLOCK)
