"""The weekly report as Markdown, to be mailed, committed or pasted."""

import re
from collections.abc import Iterable, Iterator

from tl_analyzer.plugins.sourced_books import references
from tl_analyzer.report.channel_words import ChannelEntry
from tl_analyzer.report.flag_words import FlagEntry
from tl_analyzer.report.follow_up_words import AcknowledgedEntry
from tl_analyzer.report.glyphs import Glyphs, glyphs, trend
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.page import Page, page
from tl_analyzer.report.plan_words import PlanEntry
from tl_analyzer.report.preview_words import PreviewEntry
from tl_analyzer.report.problem_groups import ProblemGroup
from tl_analyzer.report.referral_words import ReferralEntry
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.what_if_words import WhatIfEntry
from tl_analyzer.report.wording import to_ascii

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~$])")
_LINKS = re.compile(r"(?i)(://|www\.)")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def markdown(report: WeeklyReport, layout: Layout) -> str:
    """Write the report as Markdown.

    Parameters
    ----------
    report : WeeklyReport
        The report value.
    layout : Layout
        Only its character set matters: Markdown has no width and no colour.
    """
    said = page(report, references(), layout.audience)
    written = "\n".join(_lines(said, glyphs(layout.ascii))) + "\n"
    return to_ascii(written) if layout.ascii else written


def escape(text: str) -> str:
    """Text that Markdown and HTML leave as it is: no emphasis, table cell, link or tag."""
    plain = _SPECIAL.sub(r"\\\1", text.translate(_HTML))
    return _LINKS.sub(lambda found: found[0].replace(":", "&#58;").replace(".", "&#46;"), plain)


def referral_box(entry: ReferralEntry) -> Iterator[str]:
    """Write a referral as a quotation, which stands out."""
    yield f"> **{escape(entry.title)}**"
    for line in entry.lines:
        yield from (">", f"> {escape(line)}")
    yield ""


def _lines(said: Page, draw: Glyphs) -> Iterator[str]:
    yield from (f"# {escape(said.title)}", "", escape(said.subtitle), "")
    if said.referral is not None:
        yield from referral_box(said.referral)
    if said.headline:
        yield from (f"**{escape(said.headline)}**", "")
    yield from _section(f"Flags: {said.tally}", (_flag(f, draw) for f in said.flags))
    if said.acknowledged:
        yield from _section("Seen and put aside", (_acknowledged(said.acknowledged),))
    yield from _section(said.exposure_title, (_channels(said, draw),))
    plan = [_plan_item(place, item) for place, item in enumerate(said.plan, start=1)]
    notes = [[escape(note), ""] for note in (said.plan_note, said.cue_note) if note]
    yield from _section("Plan for the coming week", [*plan, *notes])
    if said.preview is not None:
        yield from _section(said.preview.title, (_preview(said.preview),))
    yield from _section("What was known", (_known(said),))
    if said.problems:
        yield from _section("Problems met on the way", (_problems(g) for g in said.problems))
    if said.what_if is not None:
        yield from _section(said.what_if.title, (_what_if(said.what_if),))
    if said.sources:
        listed = [f"- {escape(short)}: {escape(citation)}" for short, citation in said.sources]
        yield from _section("Sources", ([*listed, ""],))
    yield from ("---", "", f"{escape(said.disclaimer)} Made with {escape(said.version)}.")


def _section(title: str, blocks: Iterable[list[str]]) -> Iterator[str]:
    yield from (f"## {escape(title)}", "")
    for block in blocks:
        yield from block


def _flag(flag: FlagEntry, draw: Glyphs) -> list[str]:
    symbol = escape(draw.severity[flag.severity])
    lines = [
        f"### {symbol} {flag.severity.upper()}: {escape(f'{flag.code} {flag.title}')}",
        "",
    ]
    for words in filter(None, (flag.remark, flag.summary)):
        lines += [escape(words), ""]
    for fact in flag.evidence:
        origin = f", from {fact.sessions}" if fact.sessions else ""
        times = ", ".join(fact.when)
        lines.append(f"- {escape(f'{times}: {fact.statement}{origin}')}")
    lines += [
        f"- **Clears:** {escape(flag.clears_when)}",
        f"- {escape(flag.confidence)}; sources: {escape(flag.sources) or 'none'}",
        "",
    ]
    return lines


def _acknowledged(entries: tuple[AcknowledgedEntry, ...]) -> list[str]:
    lines = []
    for entry in entries:
        name = f"{entry.code} {entry.title}".strip()
        note = f" {entry.note}" if entry.note else ""
        lines.append(f"- **{escape(name)}:** {escape(f'{entry.seen}.{note}')}")
    return [*lines, ""]


def _preview(entry: PreviewEntry) -> list[str]:
    lines = [f"- **{escape(when)}:** {escape(what)}" for when, what in entry.sessions]
    lines += [f"- {escape(remark)}" for remark in entry.remarks]
    return [*lines, ""]


def _channels(said: Page, draw: Glyphs) -> list[str]:
    loud = [channel for channel in said.channels if not channel.silent]
    silent = [channel for channel in said.channels if channel.silent]
    lines = []
    if loud:
        lines += [
            "| Channel | This week | Usual | Compared | Range | Trend | Known |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            *(_channel_row(channel, draw) for channel in loud),
            "",
        ]
    lines += [
        f"- {escape(channel.name)}: {escape('; '.join(filter(None, _below(channel))))}"
        for channel in loud
    ]
    lines += [f"- {escape(channel.name)}: {escape(channel.compared)}" for channel in silent]
    if said.pain is not None:
        weeks = trend(said.pain.trend, draw) if len(said.pain.trend) > 1 else ""
        told = "; ".join(filter(None, (said.pain.words, said.pain.change)))
        lines.append(f"- Pain: {escape(', '.join(filter(None, (weeks, told))))}")
    notes = [f"{escape(note)}." for note in said.unit_notes]
    if loud:
        gap = escape(draw.gap)
        notes.insert(0, f"Trend: oldest week first, this week last, {gap} no data.")
    return [*lines, "", *(line for note in notes for line in (note, ""))]


def _below(channel: ChannelEntry) -> tuple[str, ...]:
    return (channel.change.words, channel.daily, *channel.details, channel.context)


def _channel_row(channel: ChannelEntry, draw: Glyphs) -> str:
    cells = (
        channel.name,
        channel.amount,
        channel.usual,
        channel.compared,
        channel.spread or "none",
        trend(channel.trend, draw),
        channel.known,
    )
    return f"| {' | '.join(escape(cell) for cell in cells)} |"


def _plan_item(place: int, item: PlanEntry) -> list[str]:
    behind = "; ".join(filter(None, (item.answers, item.source)))
    return [
        f"{place}. **{escape(item.title)}** ({escape(item.tags)})",
        f"   - {escape(f'{item.dose}; {item.when}')}",
        f"   - {escape(item.why)}{escape(f' [{behind}]') if behind else ''}",
        *(f"   - {escape(cue)}" for cue in item.cues),
        "",
    ]


def _known(said: Page) -> list[str]:
    return [*(f"- **{escape(f.label)}:** {escape(f.text)}" for f in said.coverage), ""]


def _problems(group: ProblemGroup) -> list[str]:
    lines = [f"**{escape(group.title)}**", ""]
    lines += [f"- {escape(f'{p.place}: {p.finding}. {p.hint}')}" for p in group.shown]
    if group.rest:
        lines.append(f"- {escape(group.rest)}")
    return [*lines, ""]


def _what_if(entry: WhatIfEntry) -> list[str]:
    facts = [f"- **{escape(label)}:** {escape(words)}" for label, words in entry.facts]
    return [f"**{escape(entry.sentence)}**", "", *facts, "", escape(entry.note), ""]
