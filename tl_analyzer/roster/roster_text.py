"""The roster for a terminal."""

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import clean, count
from tl_analyzer.roster.roster import Roster, level
from tl_analyzer.roster.roster_line import RosterFlag, RosterLine

#: Room for the level, the longest of which is ``emergency``. [characters]
_LEVEL = 9
_STYLES = {"emergency": "bold red", "clinician": "bold red", "red": "red", "amber": "yellow"}
#: Longest sentence about one athlete. [characters]
_LONGEST = 400
#: Levels of which a line says all there is to say.
_QUIET = ("nothing", "no data")


def roster_text(found: Roster, layout: Layout) -> str:
    """Lay the roster out as text: the sum, then one athlete after another."""
    sheet = Sheet(layout)
    weeks = " and ".join(sorted({line.week for line in found.lines if line.week}))
    sheet.heading(f"{count(len(found.lines), 'athlete')}, {weeks or 'no week'}")
    sheet.paragraph(sheet.words(", ".join(f"{n} {name}" for name, n in found.counted().items())))
    sheet.blank()
    for line in found.lines:
        _line(sheet, line)
    return sheet.text()


def _line(sheet: Sheet, line: RosterLine) -> None:
    said = level(line)
    who = clean(line.athlete.name or line.athlete.id)
    named = f"{who} ({clean(line.athlete.id)})" if line.athlete.name else who
    quiet = said in _QUIET and not line.changed
    words = sheet.words(named, "" if quiet else "bold")
    if told := _told(line):
        words = sheet.join(words, sheet.words(f": {told}"))
    sheet.hanging(sheet.words(said, _STYLES.get(said, "")), words, _LEVEL)


def _told(line: RosterLine) -> str:
    if line.error:
        return clean(line.error, _LONGEST)
    stand_out = [flag for flag in line.flags if flag.severity.rank]
    parts = [line.headline] if stand_out or line.referral else []
    if stand_out:
        parts.append(", ".join(_flag(flag) for flag in stand_out) + ".")
    return clean(" ".join(parts), _LONGEST)


def _flag(flag: RosterFlag) -> str:
    change = "" if flag.change == "same" else f" ({flag.change})"
    return f"{flag.code} {flag.severity}{change}"
