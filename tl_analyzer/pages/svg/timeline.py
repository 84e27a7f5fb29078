"""The days of a week below one another: desk, rides and lifts as lanes on one axis of hours."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import ceil, floor, isfinite
from typing import NamedTuple

from markupsafe import Markup

from tl_analyzer.pages.svg.drawing import Paint, joined, n, picture, stroke, text
from tl_analyzer.pages.svg.lettering import shortened, written_width
from tl_analyzer.pages.svg.time_bars import LANES, Box, TimeBar, box, drawn_bars, flag_mark

#: Hours that are shown even when nothing happened in them. [h]
_AT_LEAST = (8, 18)

_MIDNIGHT = 24

#: From one lane to the next, air above and below the lanes of a day, the axis. [px]
_LANE, _AIR, _AXIS = 10.0, 2.5, 15.0

#: Size of the words beside bars, room for the mark of a flag, air beside both. [px]
_SIZE, _MARK, _BESIDE = 9.5, 10.0, 3.0


class DayRow(NamedTuple):
    """One day: its name, a remark behind the axis, and its bars."""

    name: str
    remark: str
    bars: Sequence[TimeBar]


class Form(NamedTuple):
    """Widths of a variant.

    Attributes
    ----------
    width, left, right : float
        Of the picture, of the names of the days, and of the remarks. [px]
    every : int
        Hours between two labels. [h]
    labels : int
        Longest label beside a bar; 0 for none. [characters]
    """

    width: float
    left: float
    right: float
    every: int
    labels: int


#: For a desk and paper, and for a phone.
WIDE = Form(width=720, left=72, right=52, every=2, labels=40)
NARROW = Form(width=340, left=34, right=38, every=3, labels=0)


def timeline(name: str, title: str, words: str, days: Sequence[DayRow], form: Form) -> Markup:
    """Draw the days of a week.

    Parameters
    ----------
    name : str
        Name of the picture, unique in its page.
    title, words : str
        What it shows, and what can be seen in it.
    days : sequence of DayRow
        In order.
    form : Form
        `WIDE` or `NARROW`.
    """
    lanes = [lane for lane in LANES if any(b.lane == lane for day in days for b in day.bars)]
    sheet = _Sheet(form, *_hours(days), tuple(lanes), len(days))
    boxes = [_boxes(sheet, place, day) for place, day in enumerate(days)]
    return picture(
        name,
        title,
        words,
        form.width,
        sheet.bottom + _AXIS,
        _grid(sheet),
        *(_names(sheet, place, day) for place, day in enumerate(days)),
        *drawn_bars(one for row in boxes for one in row),
        *(said for row in boxes for said in _beside(sheet, row)),
    )


class _Sheet(NamedTuple):
    """Where things stand."""

    form: Form
    first: int
    last: int
    lanes: tuple[str, ...]
    days: int

    @property
    def row(self) -> float:
        return max(1, len(self.lanes)) * _LANE + 2 * _AIR

    @property
    def bottom(self) -> float:
        return self.days * self.row + 1

    @property
    def end(self) -> float:
        return self.form.width - self.form.right

    def x(self, hour: float) -> float:
        part = (hour - self.first) / (self.last - self.first) if isfinite(hour) else 0.0
        return self.form.left + min(max(part, 0.0), 1.0) * (self.end - self.form.left)


def _hours(days: Sequence[DayRow]) -> tuple[int, int]:
    """The hours in use, whole."""
    used = [h for day in days for b in day.bars for h in (b.start, b.end) if isfinite(h)]
    first = min(max(0, floor(min([*used, _AT_LEAST[0]]))), _MIDNIGHT - 2)
    last = min(_MIDNIGHT, ceil(max([*used, _AT_LEAST[1]])))
    return first, max(last, first + 2)


def _grid(sheet: _Sheet) -> Markup:
    hours = [h for h in range(sheet.first, sheet.last + 1) if h % sheet.form.every == 0]
    upright = "".join(f"M{n(sheet.x(h))} 0V{n(sheet.bottom)}" for h in hours)
    across = "".join(
        f"M0 {n(i * sheet.row + 0.5)}H{n(sheet.form.width)}" for i in range(sheet.days + 1)
    )
    y = sheet.bottom + 12
    return joined(
        (
            stroke(upright + across, Paint.LINE),
            *(text(sheet.x(h), y, str(h), "middle", 10) for h in hours),
            text(0, y, "hour", size=10),
        )
    )


def _names(sheet: _Sheet, place: int, day: DayRow) -> Markup:
    middle = (place + 0.5) * sheet.row + 4
    return joined(
        (
            text(0, middle, shortened(day.name, 14), paint=Paint.INK),
            text(sheet.form.width, middle, shortened(day.remark, 12), "end", 10),
        )
    )


def _boxes(sheet: _Sheet, place: int, day: DayRow) -> list[Box]:
    """The bars of a day from left to right, lane by lane."""
    top = place * sheet.row + _AIR - 1
    return [
        box(b, sheet.x(b.start), sheet.x(b.end), top + (lane + 1) * _LANE, sheet.end)
        for lane, name in enumerate(sheet.lanes)
        for b in sorted((b for b in day.bars if b.lane == name), key=lambda b: b.start)
    ]


def _beside(sheet: _Sheet, row: list[Box]) -> Iterator[Markup]:
    """What bars were and the marks of flags, behind or before them, as far as there is room."""
    lane, taken = "", sheet.form.left
    for one, after in zip_longest(row, row[1:]):
        if one.bar.lane != lane:
            lane, taken = one.bar.lane, sheet.form.left
        free = after.left if after and after.bar.lane == lane else sheet.end
        drawn, reaches = _said(sheet, one, taken, free)
        taken = max(taken, one.right, reaches)
        yield drawn


def _said(sheet: _Sheet, one: Box, taken: float, free: float) -> tuple[Markup, float]:
    """Words of a bar between what is taken before it and what is free behind; where they end."""
    marked = _MARK if one.bar.flagged else 0.0
    for words in _wordings(sheet, one.bar):
        wide = written_width(words, _SIZE) + _BESIDE * (2 if words else 1) + marked
        if wide <= free - one.right:
            x = one.right + _BESIDE
            mark = flag_mark(x, one.base) if marked else Markup("")
            return mark + _words(x + marked, one.base, words, "start"), one.right + wide
        if wide <= one.left - taken:
            x = one.left - _BESIDE
            mark = flag_mark(x - 7, one.base) if marked else Markup("")
            return mark + _words(x - marked, one.base, words, "end"), one.right
    return Markup(""), one.right


def _words(x: float, base: float, words: str, anchor: str) -> Markup:
    return text(x, base, words, anchor, _SIZE, Paint.INK) if words else Markup("")


def _wordings(sheet: _Sheet, bar: TimeBar) -> Iterator[str]:
    """What may stand beside a bar, the fullest first."""
    longest = sheet.form.labels
    label = "" if bar.lane == "desk" else bar.label
    if longest and label:
        yield shortened(" · ".join(filter(None, (label, bar.flagged))), longest)
        yield shortened(label, longest // 2)
    if longest and bar.flagged:
        yield shortened(bar.flagged, longest // 2)
    if bar.flagged:
        yield ""
