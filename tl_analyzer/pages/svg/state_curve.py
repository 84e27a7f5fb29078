"""The modelled state of the back over one day, above what the day consisted of."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from markupsafe import Markup

from tl_analyzer.pages.svg.columns import LEFT, WIDTH
from tl_analyzer.pages.svg.drawing import (
    Paint,
    axis_top,
    bar,
    filled,
    joined,
    n,
    picture,
    share,
    stroke,
    text,
    tick,
)
from tl_analyzer.pages.svg.time_bars import LANES, TimeBar

#: Room for the letters of the marks. [px]
RIGHT = 14.0

_ABOVE, _TALL, _LANE, _AXIS = 18.0, 104.0, 8.0, 16.0

#: Least distance between the letters of two marks. [px]
_APART = 12.0

#: Steps of the curve that nobody sees: sideways and upwards. [px]
_UNSEEN = (3.0, 0.6)

_HOURS = 24


class State(NamedTuple):
    """What is drawn.

    Attributes
    ----------
    title, words : str
        What the picture shows, and what can be seen in it.
    points : sequence of (float, float)
        Hour of the day [h] and creep [deg], in time order.
    marks : sequence of (str, float)
        The letter by which a level is called below the picture, and the level [deg].
    bars : sequence of TimeBar
        What the day consisted of.
    """

    title: str
    words: str
    points: Sequence[tuple[float, float]]
    marks: Sequence[tuple[str, float]]
    bars: Sequence[TimeBar]


def state_curve(name: str, state: State) -> Markup:
    """Draw the state over a day.

    Parameters
    ----------
    name : str
        Name of the picture, unique in its page.
    state : State
        What is drawn.
    """
    levels = [level for _, level in (*state.points, *state.marks)]
    top = axis_top(max(levels, default=0.0))
    lanes = [lane for lane in LANES if any(b.lane == lane for b in state.bars)]
    floor = _ABOVE + _TALL
    bottom = floor + 4 + _LANE * len(lanes)
    return picture(
        name,
        state.title,
        state.words,
        WIDTH,
        bottom + _AXIS,
        _grid(top, bottom),
        _curve(state.points, top),
        *_marks(state.marks, top),
        *(_stretch(b, floor + 4 + lanes.index(b.lane) * _LANE) for b in state.bars),
        *(text(0, floor + 9.5 + i * _LANE, lane, size=8) for i, lane in enumerate(lanes)),
    )


def _stretch(one: TimeBar, above: float) -> Markup:
    return bar(_x(one.start), above, max(1.5, _x(one.end) - _x(one.start)), 5, LANES[one.lane])


def _x(hour: float) -> float:
    return LEFT + share(hour, _HOURS) * (WIDTH - LEFT - RIGHT)


def _y(level: float, top: float) -> float:
    return _ABOVE + _TALL * (1 - share(level, top))


def _grid(top: float, bottom: float) -> Markup:
    upright = "".join(f"M{n(_x(h))} {_ABOVE:g}V{n(bottom)}" for h in range(0, _HOURS + 1, 4))
    return joined(
        (
            stroke(upright, Paint.LINE, 0.7),
            stroke(f"M{LEFT:g} {n(_y(0, top))}H{n(WIDTH - RIGHT)}", Paint.MUTED),
            *(text(LEFT - 4, _y(v, top) + 3.5, tick(v), "end", 10) for v in (0, top / 2, top)),
            text(0, 9, "deg of creep", size=10),
            *(text(_x(h), bottom + 12, str(h), "middle", 10) for h in range(0, _HOURS, 4)),
            text(0, bottom + 12, "hour", size=10),
        )
    )


def _curve(points: Sequence[tuple[float, float]], top: float) -> Markup:
    if not points:
        return Markup("")
    line = "L".join(f"{n(x)} {n(y)}" for x, y in _seen(points, top))
    zero = n(_y(0, top))
    surface = f"M{n(_x(points[0][0]))} {zero}L{line}L{n(_x(points[-1][0]))} {zero}z"
    return joined(
        (
            filled(surface, Paint.LOAD, ' fill-opacity="0.16"'),
            stroke(f"M{line}", Paint.LOAD, 1.8, ' stroke-linejoin="round"'),
        )
    )


def _seen(points: Sequence[tuple[float, float]], top: float) -> Iterator[tuple[float, float]]:
    """The points of the curve without those that would not change it."""
    sideways, upwards = _UNSEEN
    was = (-inf, 0.0)
    for place, (hour, level) in enumerate(points):
        x, y = _x(hour), _y(level, top)
        last = place == len(points) - 1
        if last or abs(x - was[0]) >= sideways or abs(y - was[1]) >= upwards:
            was = (x, y)
            yield was


def _marks(marks: Sequence[tuple[str, float]], top: float) -> list[Markup]:
    """Levels to compare with, each with its letter; no letter stands on another."""
    drawn, lowest = [], float("inf")
    for letter, level in sorted(marks, key=lambda mark: mark[1]):
        y = _y(level, top)
        lowest = min(y + 3.5, lowest - _APART)
        drawn.append(
            stroke(
                f"M{LEFT:g} {n(y)}H{n(WIDTH - RIGHT)}", Paint.INK, 0.9, ' stroke-dasharray="4 3"'
            )
        )
        drawn.append(text(WIDTH, lowest, letter, "end", 10, Paint.INK))
    return drawn
