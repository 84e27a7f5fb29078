"""Exposure on a terminal page: a bar against usual and a trend a channel, the figures below."""

from tl_analyzer.report.channel_words import ChannelEntry
from tl_analyzer.report.glyphs import BAR_END, Glyphs, bar, trend
from tl_analyzer.report.page import Page
from tl_analyzer.report.pain_words import PainEntry
from tl_analyzer.report.sheet import INDENT, Sheet
from tl_analyzer.report.wording import number

#: Columns of the names of the channels, of the words beside a bar and of a trend. [characters]
_NAME, _COMPARED, _WEEKS = 10, 14, 17

#: From this width on the first figures stand beside the drawing. [characters]
_WIDE = 120

#: Blanks and edges between the columns. [characters]
_BESIDE_A_BAR = 5

#: Cells of a bar, on a narrow and on any other page. [characters]
_NARROW_BAR, _BAR = 12, 24


def exposure_lines(sheet: Sheet, said: Page, draw: Glyphs) -> None:
    """Write the channels, the pain diary beside them, and what the drawings mean."""
    words = [len(channel.compared) for channel in said.channels if not channel.silent]
    compared = max([_COMPARED, *words]) if sheet.roomy else _COMPARED
    for channel in said.channels:
        _channel(sheet, channel, draw, compared)
    if said.pain is not None:
        _pain(sheet, said.pain, draw)
    if any(channel.ratio is not None and not channel.silent for channel in said.channels):
        key = (
            "Usual: mean of the covered weeks among the four before. Bar: zero to"
            f" {number(BAR_END)} x usual, {draw.usual} is usual. Trend: weeks up to this one,"
            f" {draw.gap} no data."
        )
        sheet.paragraph(sheet.words(key, "dim"))
    for note in said.unit_notes:
        sheet.paragraph(sheet.words(f"{note}.", "dim"))


def _channel(sheet: Sheet, channel: ChannelEntry, draw: Glyphs, compared: int) -> None:
    name = sheet.words(channel.name, "bold")
    if channel.silent:
        sheet.hanging(name, sheet.words(channel.compared), _NAME)
        return
    room = sheet.layout.width - INDENT - _NAME - compared - _WEEKS - _BESIDE_A_BAR
    cells = max(min(room, _BAR), _NARROW_BAR) if sheet.roomy else _NARROW_BAR
    drawn = " " * (cells + 2) if channel.ratio is None else bar(channel.ratio, cells, draw)
    weeks = trend(channel.trend, draw) if len(channel.trend) > 1 else ""
    figures, *below = _figures(channel, sheet.layout.details)
    if not sheet.roomy:
        sheet.paragraph(sheet.join(name, sheet.words(f"  {channel.compared}")))
        for words in filter(None, (f"{drawn} {weeks}".strip(), figures, *below)):
            sheet.paragraph(sheet.words(words, "dim"), 4)
        return
    first = f"{drawn} {channel.compared:<{compared}} {weeks:<{_WEEKS}}".rstrip()
    if sheet.layout.width >= _WIDE:
        head = sheet.words(f"{channel.name:<{_NAME}} ", "bold")
        drawing = f"{first:<{cells + compared + _WEEKS + 6}}"
        sheet.line(sheet.join(head, sheet.words(drawing), sheet.words(figures, "dim")))
    else:
        sheet.hanging(name, sheet.words(first), _NAME)
        below.insert(0, figures)
    for words in filter(None, below):
        sheet.hanging(sheet.words(""), sheet.words(words, "dim"), _NAME)


def _figures(channel: ChannelEntry, details: bool) -> list[str]:
    """This week and usual, then the change since last week with the days, then further measures."""
    spread = f"; range {channel.spread}" if channel.spread else ""
    figures = [f"{channel.amount}; usual {channel.usual}{spread} ({channel.known})"]
    figures.append("; ".join(filter(None, (channel.change.words, channel.daily))))
    return [*figures, " · ".join(channel.details), channel.context] if details else figures


def _pain(sheet: Sheet, pain: PainEntry, draw: Glyphs) -> None:
    weeks = trend(pain.trend, draw) if len(pain.trend) > 1 else ""
    words = ", ".join(filter(None, (weeks, pain.words)))
    said = "; ".join(filter(None, (words, pain.change)))
    sheet.hanging(sheet.words("Pain", "bold"), sheet.words(said), _NAME)
