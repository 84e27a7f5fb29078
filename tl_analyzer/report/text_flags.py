"""Flags on a terminal page: a line each with what decided, and why below the plan."""

from collections.abc import Sequence

from rich.cells import cell_len

from tl_analyzer.finding import Severity
from tl_analyzer.report.flag_words import EvidenceEntry, FlagEntry
from tl_analyzer.report.follow_up_words import AcknowledgedEntry
from tl_analyzer.report.glyphs import Glyphs
from tl_analyzer.report.sheet import INDENT, MEASURE, Sheet

#: Column of the severities. [characters]
_LEVEL = 9

#: From this width on the time of what decided stands beside it. [characters]
_WIDE = 100

#: Column of the codes, at the least. [characters]
_CODE = 6

#: Where what stands below a code begins on a narrow page. [characters]
_NARROW = 4

_STYLE = {
    Severity.RED: "bold red",
    Severity.AMBER: "bold yellow",
    Severity.WATCH: "bold cyan",
    Severity.INFO: "bold",
}


def flag_lines(sheet: Sheet, flags: Sequence[FlagEntry], draw: Glyphs) -> None:
    """Write a line a flag, or everything about it where the layout asks for details."""
    if sheet.layout.details:
        for flag in flags:
            _in_full(sheet, flag, draw)
        return
    names = [f"{flag.code} {flag.title}" for flag in flags]
    asides = [f"  {_decided(flag, sheet.layout.width)}" for flag in flags]
    room = min(sheet.layout.width, MEASURE) - INDENT - _LEVEL - 1
    longest = max(map(cell_len, names), default=0)
    # What decided stays in one piece: a name that is too long for its column has it below.
    column = min(longest, room - max(map(cell_len, asides), default=0)) if sheet.roomy else 0
    for flag, name, aside in zip(flags, names, asides, strict=True):
        gap = " " * max(column - cell_len(name), 0)
        beside = cell_len(name) <= column or not column
        if not beside or cell_len(f"{name}{aside}") > room:
            gap = f"\n{' ' * column}"
        _titled(sheet, flag, f"{name}{gap}", aside, draw)


def _decided(flag: FlagEntry, width: int) -> str:
    """The number that decided and, where there is room, when."""
    when = f", {flag.evidence[0].when[0]}" if width >= _WIDE else ""
    return f"{flag.decisive}{when}"


def reason_lines(sheet: Sheet, flags: Sequence[FlagEntry]) -> None:
    """Write the most telling fact of each flag, how sure it is, and what clears it."""
    column = max(_CODE, *(cell_len(flag.code) for flag in flags), 0)
    for flag in flags:
        first = flag.evidence[0]
        times = ", ".join(first.when)
        origin = f", from {first.sessions}" if first.sessions else ""
        said = f"{times}: {first.statement}{origin}; {flag.confidence}."
        facts = [sheet.words(f"{flag.remark} {said}".strip())]
        facts.append(sheet.join(sheet.words("Clears: ", "dim"), sheet.words(flag.clears_when)))
        if sheet.roomy:
            for label, fact in zip((flag.code, ""), facts, strict=True):
                sheet.hanging(sheet.words(label, "bold"), fact, column)
        else:
            sheet.paragraph(sheet.words(flag.code, "bold"))
            for fact in facts:
                sheet.paragraph(fact, _NARROW)


def acknowledged_lines(sheet: Sheet, entries: Sequence[AcknowledgedEntry], draw: Glyphs) -> None:
    """Write the flags that are put aside."""
    if entries:
        sheet.blank()
        sheet.paragraph(sheet.words("Seen and put aside", "bold"))
    for entry in entries:
        name = f"{entry.code} {entry.title}".strip()
        said = f"{name}: {entry.seen}.{f' {entry.note}' if entry.note else ''}"
        sheet.hanging(sheet.words(draw.bullet), sheet.words(said), 1)


def _in_full(sheet: Sheet, flag: FlagEntry, draw: Glyphs) -> None:
    sheet.blank()
    _titled(sheet, flag, f"{flag.code} {flag.title}", f" ({flag.confidence})", draw)
    for words in filter(None, (flag.remark, flag.summary)):
        sheet.paragraph(sheet.words(words), 4)
    for fact in flag.evidence:
        _evidence(sheet, fact)
    sheet.labelled("Clears", flag.clears_when)
    if flag.sources:
        sheet.labelled("Sources", flag.sources, "dim")


def _titled(sheet: Sheet, flag: FlagEntry, name: str, aside: str, draw: Glyphs) -> None:
    level = f"{draw.severity[flag.severity]} {flag.severity.upper()}"
    title = sheet.join(sheet.words(name, "bold"), sheet.words(aside))
    sheet.hanging(sheet.words(level, _STYLE[flag.severity]), title, _LEVEL)


def _evidence(sheet: Sheet, fact: EvidenceEntry) -> None:
    origin = f", from {fact.sessions}" if fact.sessions else ""
    times = ("\n" if sheet.roomy else ", ").join(fact.when)
    sheet.labelled(times, fact.statement + origin)
