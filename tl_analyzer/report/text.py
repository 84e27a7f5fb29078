"""The weekly report for a terminal."""

from tl_analyzer.finding import Severity
from tl_analyzer.reference import references
from tl_analyzer.report.channel_words import ChannelEntry
from tl_analyzer.report.flag_words import EvidenceEntry, FlagEntry
from tl_analyzer.report.glyphs import BAR_END, Glyphs, bar, glyphs, trend
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.page import Page, page
from tl_analyzer.report.plan_words import PlanEntry
from tl_analyzer.report.problem_groups import ProblemGroup
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.what_if_words import WhatIfEntry
from tl_analyzer.report.wording import number

#: From this width on labels stand beside their text. [characters]
_ROOMY = 64

#: Column of the names of the channels. [characters]
_NAME = 10

_STYLE = {
    Severity.RED: "bold red",
    Severity.AMBER: "bold yellow",
    Severity.WATCH: "bold cyan",
    Severity.INFO: "bold",
}


def text(report: WeeklyReport, layout: Layout) -> str:
    """Lay the report out as text.

    Parameters
    ----------
    report : WeeklyReport
        The report value.
    layout : Layout
        Width, colour and character set of the terminal.
    """
    said = page(report, references())
    sheet = Sheet(layout)
    draw = glyphs(layout.ascii)
    _head(sheet, said)
    _flags(sheet, said, draw)
    _channels(sheet, said, draw)
    _plan(sheet, said, draw)
    _known(sheet, said)
    _problems(sheet, said.problems, draw)
    _what_if(sheet, said.what_if)
    _foot(sheet, said)
    return sheet.text()


def _roomy(sheet: Sheet) -> bool:
    return sheet.layout.width >= _ROOMY


def _head(sheet: Sheet, said: Page) -> None:
    sheet.paragraph(sheet.words(said.title, "bold"), 0)
    sheet.paragraph(sheet.words(said.subtitle, "dim"), 0)
    if said.referral is not None:
        box = said.referral
        lines = [box.message]
        if box.signs:
            lines.append(f"Logged: {box.signs}.")
        if box.because:
            lines.append(f"Behind it: {box.because}.")
        sheet.box(box.title, sheet.words("\n".join(lines)), "bold red")
    if said.headline:
        sheet.blank()
        sheet.paragraph(sheet.words(said.headline, "bold"))


def _flags(sheet: Sheet, said: Page, draw: Glyphs) -> None:
    sheet.heading(f"Flags: {said.tally}")
    for flag in said.flags:
        _flag(sheet, flag, draw)


def _flag(sheet: Sheet, flag: FlagEntry, draw: Glyphs) -> None:
    level = f"{draw.severity[flag.severity]} {flag.severity.upper()}"
    title = sheet.join(
        sheet.words(f"{flag.code} {flag.title}", "bold"),
        sheet.words(f" ({flag.confidence})", "dim"),
    )
    sheet.blank()
    sheet.hanging(sheet.words(level, _STYLE[flag.severity]), title, 9)
    if flag.summary:
        sheet.paragraph(sheet.words(flag.summary), 4)
    for fact in flag.evidence:
        _evidence(sheet, fact)
    _labelled(sheet, "Clears", flag.clears_when)
    if flag.sources:
        _labelled(sheet, "Sources", flag.sources, "dim")


def _evidence(sheet: Sheet, fact: EvidenceEntry) -> None:
    origin = f", from {fact.sessions}" if fact.sessions else ""
    times = ("\n" if _roomy(sheet) else ", ").join(fact.when)
    _labelled(sheet, times, fact.statement + origin)


def _labelled(sheet: Sheet, label: str, words: str, style: str = "") -> None:
    if _roomy(sheet):
        sheet.hanging(sheet.words(label, "dim"), sheet.words(words, style), 17, 4)
    else:
        sheet.paragraph(sheet.join(sheet.words(f"{label}: ", "dim"), sheet.words(words, style)), 2)


def _channels(sheet: Sheet, said: Page, draw: Glyphs) -> None:
    sheet.heading("Exposure this week against your usual")
    for channel in said.channels:
        _channel(sheet, channel, draw)
    if said.pain is not None:
        weeks = trend(said.pain.trend, draw) if len(said.pain.trend) > 1 else ""
        words = ", ".join(filter(None, (weeks, said.pain.words)))
        sheet.hanging(sheet.words("Pain", "bold"), sheet.words(words), _NAME)
    if any(channel.ratio is not None and not channel.silent for channel in said.channels):
        key = (
            "Usual: mean of the covered weeks among the four before. Bar: zero to"
            f" {number(BAR_END)} x usual, {draw.usual} is usual. Trend: weeks up to this one,"
            f" {draw.gap} no data."
        )
        sheet.paragraph(sheet.words(key, "dim"))
    for note in said.unit_notes:
        sheet.paragraph(sheet.words(f"{note}.", "dim"))


def _channel(sheet: Sheet, channel: ChannelEntry, draw: Glyphs) -> None:
    name = sheet.words(channel.name, "bold")
    if channel.silent:
        sheet.hanging(name, sheet.words(channel.compared), _NAME)
        return
    drawn = "" if channel.ratio is None else bar(channel.ratio, _cells(sheet), draw)
    weeks = trend(channel.trend, draw) if len(channel.trend) > 1 else ""
    spread = f"; range {channel.spread}" if channel.spread else ""
    figures = f"{channel.amount}; usual {channel.usual}{spread} ({channel.known})"
    below = [figures, channel.daily, " · ".join(channel.details), channel.context]
    if _roomy(sheet):
        first = [drawn, f"{channel.compared:<14}", weeks]
        sheet.hanging(name, sheet.words(" ".join(part for part in first if part)), _NAME)
        for words in filter(None, below):
            sheet.hanging(sheet.words(""), sheet.words(words, "dim"), _NAME)
    else:
        sheet.paragraph(sheet.join(name, sheet.words(f"  {channel.compared}")))
        for words in filter(None, [f"{drawn} {weeks}".strip(), *below]):
            sheet.paragraph(sheet.words(words, "dim"), 4)


def _cells(sheet: Sheet) -> int:
    return 24 if _roomy(sheet) else 12


def _plan(sheet: Sheet, said: Page, draw: Glyphs) -> None:
    sheet.heading("Plan for the coming week")
    if said.plan_note:
        sheet.paragraph(sheet.words(said.plan_note))
    for place, item in enumerate(said.plan, start=1):
        _plan_item(sheet, place, item, draw)


def _plan_item(sheet: Sheet, place: int, item: PlanEntry, draw: Glyphs) -> None:
    title = sheet.join(sheet.words(item.title, "bold"), sheet.words(f" ({item.tags})", "dim"))
    sheet.hanging(sheet.words(f"{place}."), title, 3)
    inner = 6
    sheet.paragraph(sheet.words(f"{item.dose}; {item.when}"), inner)
    behind = "; ".join(filter(None, (item.answers, item.source)))
    sheet.paragraph(
        sheet.join(sheet.words(item.why), sheet.words(f" [{behind}]" if behind else "", "dim")),
        inner,
    )
    for cue in item.cues:
        sheet.hanging(sheet.words(draw.bullet), sheet.words(cue), 1, inner)


def _known(sheet: Sheet, said: Page) -> None:
    sheet.heading("What was known")
    for fact in said.coverage:
        _labelled(sheet, fact.label, fact.text)


def _problems(sheet: Sheet, groups: tuple[ProblemGroup, ...], draw: Glyphs) -> None:
    if not groups:
        return
    sheet.heading("Problems met on the way")
    for group in groups:
        sheet.paragraph(sheet.words(group.title, "bold"))
        for problem in group.shown:
            said = f"{problem.place}: {problem.finding}. {problem.hint}"
            sheet.hanging(sheet.words(draw.bullet), sheet.words(said), 1, 4)
        if group.rest:
            sheet.paragraph(sheet.words(group.rest, "dim"), 6)


def _what_if(sheet: Sheet, entry: WhatIfEntry | None) -> None:
    if entry is None:
        return
    sheet.heading(entry.title)
    sheet.paragraph(sheet.words(entry.sentence, "bold"))
    for label, words in entry.facts:
        _labelled(sheet, label, words)
    sheet.paragraph(sheet.words(entry.note, "dim"))


def _foot(sheet: Sheet, said: Page) -> None:
    sheet.blank()
    sheet.paragraph(sheet.words(said.disclaimer), 0)
    sheet.paragraph(
        sheet.words(
            "Why a flag is raised and its sources in full: tl explain CODE; all cues and steps"
            " of an exercise: tl explain NAME. "
            f"Made with {said.version}.",
            "dim",
        ),
        0,
    )
