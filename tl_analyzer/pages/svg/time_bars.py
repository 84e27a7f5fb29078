"""Stretches of a day as bars: the lane by place and colour, how they are known by their look."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import isfinite
from typing import NamedTuple

from markupsafe import Markup

from tl_analyzer.pages.svg.drawing import Paint, filled, joined, n, stroke, symbol

#: Lanes by name, top to bottom, with their colour.
LANES = {"lift": Paint.LIFT, "ride": Paint.RIDE, "desk": Paint.DESK, "other": Paint.OTHER}

#: Height of a bar at most and at least. [px]
_HIGH, _LOW = 9.0, 3.5

#: Narrowest bar that can be seen. [px]
_THIN = 2.5

#: How a bar is known: filled, pale with an outline, only a dashed outline.
_LOOKS = {
    "measured": "",
    "observed": ' fill-opacity="0.45" stroke="{}" stroke-width="1"',
    "assumed": ' fill-opacity="0" stroke="{}" stroke-width="1" stroke-dasharray="2.5 2"',
}


class TimeBar(NamedTuple):
    """A stretch of a day.

    Attributes
    ----------
    lane : str
        One of `LANES`.
    start, end : float
        Hours since midnight. [h]
    label : str
        What it was; written beside bars that are no desk.
    level : float or None
        How much it asks: the height of the bar. [1]
    known : str
        ``measured``, ``observed`` or ``assumed``.
    flagged : str
        Codes of the flags that name it, for its mark; empty without one.
    """

    lane: str
    start: float
    end: float
    label: str
    level: float | None
    known: str
    flagged: str = ""


class Box(NamedTuple):
    """Where a bar stands: left and right edge, and its base. [px]"""

    bar: TimeBar
    left: float
    right: float
    base: float


def box(bar: TimeBar, left: float, right: float, base: float, end: float) -> Box:
    """Place a bar so that it can be seen, and not beyond the end of its axis. [px]"""
    start = min(left, end - _THIN)
    return Box(bar, start, max(right, start + _THIN), base)


def drawn_bars(boxes: Iterable[Box]) -> Iterator[Markup]:
    """Draw bars; all of one look are one path, for a week has dozens of them."""
    ordered = sorted(boxes, key=_look)
    for (lane, known), alike in groupby(ordered, key=_look):
        path = "".join(map(_outline, alike))
        yield filled(path, LANES[lane], _styled(known, LANES[lane]))
    flagged = [one for one in ordered if one.bar.flagged]
    yield stroke("".join(map(_underline, flagged)), Paint.INK, 1.6)


def flag_mark(x: float, base: float) -> Markup:
    """Draw the triangle beside a bar that a flag names."""
    return filled(f"M{n(x)} {n(base)}h7l-3.5-6.5z", Paint.INK)


def lane_key(lane: str) -> Markup:
    """Draw a lane for the legend."""
    return symbol(22, 12, filled("M1 2h20v8h-20z", LANES[lane]))


def known_key(known: str) -> Markup:
    """Draw how a bar looks that is known so, for the legend."""
    return symbol(22, 12, filled("M1 2h20v8h-20z", Paint.MUTED, _styled(known, Paint.MUTED)))


def level_key() -> Markup:
    """Draw bars of two heights, for the legend."""
    return symbol(22, 12, filled("M1 10v-4h9v4zM12 10v-8h9v8z", Paint.MUTED))


def flag_key() -> Markup:
    """Draw the mark of a bar that a flag names, for the legend."""
    return symbol(22, 12, joined((stroke("M1 10h10", Paint.INK, 1.6), flag_mark(14, 10))))


def _look(one: Box) -> tuple[str, str]:
    return one.bar.lane, one.bar.known


def _styled(known: str, paint: Paint) -> str:
    return _LOOKS.get(known, _LOOKS["assumed"]).format(paint.literal)


def _outline(one: Box) -> str:
    level = one.bar.level
    part = 0.0 if level is None or not isfinite(level) else min(max(level, 0.0), 1.0)
    wide, high = n(one.right - one.left), n(_LOW + (_HIGH - _LOW) * part)
    return f"M{n(one.left)} {n(one.base)}v-{high}h{wide}v{high}z"


def _underline(one: Box) -> str:
    return f"M{n(one.left)} {n(one.base + 1.2)}H{n(one.right)}"
