"""The roster for a terminal: a line for who is quiet, two or three for who is not."""

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import INDENT, Sheet
from tl_analyzer.report.wording import clean, count
from tl_analyzer.report.wrapping import Words, cut
from tl_analyzer.roster.line_words import changes, flags_in_short, most_above_usual, stand_out, who
from tl_analyzer.roster.outcome_words import outcome_lines
from tl_analyzer.roster.roster import Roster
from tl_analyzer.roster.roster_line import RosterLine

#: Room for the level, the longest of which is ``emergency``. [characters]
_LEVEL = 9
_STYLES = {"emergency": "bold red", "clinician": "bold red", "red": "bold red"}
_STYLES |= {"amber": "bold yellow", "watch": "bold cyan"}

#: Levels of which a line says all there is to say.
_QUIET = ("quiet", "no data")

#: Longest reason why a log was not read: the page is about the others, too. [characters]
_LONGEST_ERROR = 240


def roster_text(found: Roster, layout: Layout) -> str:
    """Lay the roster out as text: the sum, one athlete after another, then outcomes."""
    sheet = Sheet(layout)
    weeks = (" and ".join(found.weeks()) or "no week") + " so far" * found.running()
    about = f"{clean(found.title)}: " if found.title else ""
    sheet.heading(f"{about}{count(len(found.lines), 'athlete')}, {weeks}")
    sheet.paragraph(sheet.words(", ".join(f"{n} {name}" for name, n in found.counted().items())))
    sheet.blank()
    for line in found.lines:
        _line(sheet, line, found)
    if found.outcomes is not None:
        sheet.heading("What was logged of pain")
        for said in (*outcome_lines(found.outcomes), *found.outcomes.notes):
            sheet.paragraph(sheet.words(said))
    return sheet.text()


def _line(sheet: Sheet, line: RosterLine, found: Roster) -> None:
    quiet = line.level in _QUIET
    words = sheet.words(who(line), "" if quiet else "bold")
    # Of a roster that is one group, the group is said above.
    groups = ", ".join(clean(group) for group in line.groups if group != found.title)
    if groups:
        words = sheet.join(words, sheet.words(f", {groups}", "dim"))
    told = "; ".join(_told(line))
    if told:
        words = sheet.join(words, sheet.words(f": {told}"))
    level = sheet.words(line.level, _STYLES.get(line.level, ""))
    room = sheet.layout.width - INDENT - _LEVEL - 1
    if quiet:
        sheet.hanging(level, cut(words, room, fold=False), _LEVEL)
    else:
        sheet.hanging(level, words, _LEVEL)
        if line.asks and not line.error:
            sheet.hanging(Words(()), sheet.words(f"Ask: {clean(line.asks[0])}"), _LEVEL)
        if line.note.strip():
            note = cut(sheet.words(f"Note: {clean(line.note)}", "dim"), room, fold=False)
            sheet.hanging(Words(()), note, _LEVEL)
    for remark in line.remarks:
        sheet.hanging(Words(()), sheet.words(clean(remark)), _LEVEL)


def _told(line: RosterLine) -> list[str]:
    if line.error:
        return [clean(line.error, _LONGEST_ERROR)]
    above = most_above_usual(line) if stand_out(line) else ""
    return [part for part in (flags_in_short(line), above, *changes(line)) if part]
