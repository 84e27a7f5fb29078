"""The plan and the week to come on a terminal page."""

from tl_analyzer.report.glyphs import Glyphs
from tl_analyzer.report.page import Page
from tl_analyzer.report.plan_words import PlanEntry
from tl_analyzer.report.preview_words import PreviewEntry
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import some

#: Column of the places of the plan, and where what stands below an item begins. [characters]
_PLACE, _BELOW = 3, 6

#: Codes that are named beside an item. [1]
_CODES = 4


def plan_lines(sheet: Sheet, said: Page, draw: Glyphs) -> None:
    """Write the plan: what, how much and when; why and how where the layout asks for details."""
    if said.plan_note:
        sheet.paragraph(sheet.words(said.plan_note))
    for place, item in enumerate(said.plan, start=1):
        if sheet.layout.details:
            _in_full(sheet, place, item, draw)
        else:
            _in_short(sheet, place, item)
    if said.cue_note and sheet.layout.details:
        sheet.paragraph(sheet.words(said.cue_note, "dim"))


def preview_lines(sheet: Sheet, preview: PreviewEntry, draw: Glyphs) -> None:
    """Write what is planned for the week to come."""
    for when, what in preview.sessions:
        sheet.labelled(when, what)
    for remark in preview.remarks:
        sheet.hanging(sheet.words(draw.bullet), sheet.words(remark), 1)


def _in_short(sheet: Sheet, place: int, item: PlanEntry) -> None:
    answers = f" [{some(item.answers.split(', '), _CODES)}]" if item.answers else ""
    words = sheet.join(
        sheet.words(f"{item.title}: ", "bold"),
        sheet.words("; ".join(filter(None, (item.dose, item.when)))),
        sheet.words(answers, "dim"),
    )
    sheet.hanging(sheet.words(f"{place}."), words, _PLACE)


def _in_full(sheet: Sheet, place: int, item: PlanEntry, draw: Glyphs) -> None:
    title = sheet.join(sheet.words(item.title, "bold"), sheet.words(f" ({item.tags})", "dim"))
    sheet.hanging(sheet.words(f"{place}."), title, _PLACE)
    sheet.paragraph(sheet.words(f"{item.dose}; {item.when}"), _BELOW)
    behind = "; ".join(filter(None, (item.answers, item.source)))
    why = sheet.words(item.why)
    sheet.paragraph(
        sheet.join(why, sheet.words(f" [{behind}]" if behind else "", "dim")),
        _BELOW,
    )
    for cue in item.cues:
        sheet.hanging(sheet.words(draw.bullet), sheet.words(cue), 1, _BELOW)
