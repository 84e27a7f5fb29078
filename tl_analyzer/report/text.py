"""The weekly report for a terminal: what decides first, in lines that can be scanned.

What has no room here - the evidence in full, cues, context - is said with the layout's `details`,
and always in the formats that can be leafed through.
"""

from tl_analyzer.plugins.sourced_books import references
from tl_analyzer.report.glyphs import glyphs
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.page import Page, page
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.text_exposure import exposure_lines
from tl_analyzer.report.text_flags import acknowledged_lines, flag_lines, reason_lines
from tl_analyzer.report.text_plan import plan_lines, preview_lines
from tl_analyzer.report.text_problems import problem_lines
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.what_if_words import WhatIfEntry

_MORE = "All evidence, context and cues: --details. "
_WHY = (
    "Why a flag is raised and its sources in full: tl explain CODE; all cues and steps of an"
    " exercise: tl explain NAME. "
)


def text(report: WeeklyReport, layout: Layout) -> str:
    """Lay the report out as text.

    Parameters
    ----------
    report : WeeklyReport
        The report value.
    layout : Layout
        Width, colour and character set of the terminal, the reader, and how much is said.
    """
    said = page(report, references(), layout.audience)
    sheet = Sheet(layout)
    draw = glyphs(layout.ascii)
    _head(sheet, said)
    sheet.heading(f"Flags: {said.tally}")
    flag_lines(sheet, said.flags, draw)
    acknowledged_lines(sheet, said.acknowledged, draw)
    sheet.heading(said.exposure_title)
    exposure_lines(sheet, said, draw)
    sheet.heading("Plan for the coming week")
    plan_lines(sheet, said, draw)
    if said.preview is not None:
        sheet.heading(said.preview.title)
        preview_lines(sheet, said.preview, draw)
    if said.flags and not layout.details:
        sheet.heading("Why, and what clears each flag")
        reason_lines(sheet, said.flags)
    _known(sheet, said)
    if said.problems:
        sheet.heading("Problems met on the way")
        problem_lines(sheet, said.problems, draw)
    _what_if(sheet, said.what_if)
    _foot(sheet, said)
    return sheet.text()


def _head(sheet: Sheet, said: Page) -> None:
    sheet.paragraph(sheet.words(said.title, "bold"), 0)
    sheet.paragraph(sheet.words(said.subtitle, "dim"), 0)
    if said.referral is not None:
        box = said.referral
        sheet.box(box.title, sheet.words("\n".join(box.lines)), "bold red")
    if said.headline:
        sheet.blank()
        sheet.paragraph(sheet.words(said.headline, "bold"))


def _known(sheet: Sheet, said: Page) -> None:
    sheet.heading("What was known")
    if sheet.layout.details:
        for fact in said.coverage:
            sheet.labelled(fact.label, fact.text)
    else:
        facts = (f"{fact.label}: {fact.text.rstrip('.')}" for fact in said.coverage)
        sheet.paragraph(sheet.words(f"{'. '.join(facts)}."))


def _what_if(sheet: Sheet, entry: WhatIfEntry | None) -> None:
    if entry is None:
        return
    sheet.heading(entry.title)
    sheet.paragraph(sheet.words(entry.sentence, "bold"))
    for label, words in entry.facts:
        sheet.labelled(label, words)
    sheet.paragraph(sheet.words(entry.note, "dim"))


def _foot(sheet: Sheet, said: Page) -> None:
    sheet.blank()
    sheet.paragraph(sheet.words(said.disclaimer), 0)
    more = "" if sheet.layout.details else _MORE
    sheet.paragraph(sheet.words(f"{more}{_WHY}Made with {said.version}.", "dim"), 0)
