"""One channel over the weeks: a bar a week, the usual as a line, this week's range as a whisker."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tl_analyzer.pages.svg.columns import LEFT, RIGHT, WIDTH, Columns, column_labels
from tl_analyzer.pages.svg.drawing import (
    Paint,
    axis_top,
    bar,
    joined,
    n,
    picture,
    share,
    stroke,
    text,
    tick,
)
from tl_analyzer.pages.svg.gaps import gaps

#: Room above the bars for the unit, height of the bars, room for the labels below. [px]
_ABOVE, _TALL, _BELOW = 17.0, 64.0, 16.0

#: Where the key of the usual line stands, above the bars, and how long and far left its sample is.
#: [px]
_KEY_Y, _SAMPLE, _SAMPLE_LEFT = 9.0, 18.0, 56.0


class WeekBars(NamedTuple):
    """What is drawn.

    Attributes
    ----------
    title, words : str
        What the picture shows, and what can be seen in it.
    unit : str
        Unit of all values.
    values : sequence of float or None
        Oldest week first, this week last; None where nothing is known.
    usual : float or None
        The usual week.
    low, high : float
        Range of this week.
    labels : sequence of str
        One a week; empty when the picture below has them.
    paint : Paint
        Of this week.
    """

    title: str
    words: str
    unit: str
    values: Sequence[float | None]
    usual: float | None
    low: float
    high: float
    labels: Sequence[str] = ()
    paint: Paint = Paint.LOAD


def week_bars(name: str, weeks: WeekBars) -> Markup:
    """Draw the weeks of one channel.

    Parameters
    ----------
    name : str
        Name of the picture, unique in its page.
    weeks : WeekBars
        What is drawn.
    """
    highest = max((v for v in (*weeks.values, weeks.usual, weeks.high) if v is not None), default=0)
    top = axis_top(highest)
    height = _ABOVE + _TALL + (_BELOW if weeks.labels else 4)
    return picture(
        name,
        weeks.title,
        weeks.words,
        WIDTH,
        height,
        _axis(top, weeks.unit),
        _bars(weeks, top),
        _usual(weeks.usual, top),
        _whisker(weeks, top),
        column_labels(weeks.labels, height - 3),
    )


def _y(value: float, top: float) -> float:
    return _ABOVE + _TALL * (1 - share(value, top))


def _axis(top: float, unit: str) -> Markup:
    lines = "".join(f"M{n(LEFT)} {n(_y(v, top))}H{n(WIDTH - RIGHT)}" for v in (top / 2, top))
    return joined(
        (
            stroke(lines, Paint.LINE),
            stroke(f"M{n(LEFT)} {n(_y(0, top))}H{n(WIDTH - RIGHT)}", Paint.MUTED),
            *(text(LEFT - 4, _y(v, top) + 3.5, tick(v), "end", 10) for v in (0, top / 2, top)),
            text(0, 9, unit, size=10),
        )
    )


def _bars(weeks: WeekBars, top: float) -> Markup:
    columns = Columns(len(weeks.values))
    last = len(weeks.values) - 1
    drawn = []
    for i, value in enumerate(weeks.values):
        if value is None:
            continue
        y = _y(value, top)
        paint = weeks.paint if i == last else Paint.PAST
        drawn.append(bar(columns.left(i), y, columns.width, _ABOVE + _TALL - y, paint))
    line = None if weeks.usual is None else _y(weeks.usual, top)
    return joined((gaps(weeks.values, _ABOVE, _TALL, line=line), *drawn))


def _usual(usual: float | None, top: float) -> Markup:
    """The line, and its key above the bars: beside the line it would stand on one of them."""
    if usual is None:
        return Markup("")
    right, y = WIDTH - RIGHT, _y(usual, top)
    line = f"M{n(LEFT)} {n(y)}H{n(right)}M{n(right - _SAMPLE_LEFT)} {n(_KEY_Y - 3)}h{n(_SAMPLE)}"
    return joined(
        (
            stroke(line, Paint.INK, 1.3, ' stroke-dasharray="4 3"'),
            text(right, _KEY_Y, "usual", "end", 10, Paint.INK),
        )
    )


def _whisker(weeks: WeekBars, top: float) -> Markup:
    """Range of this week; nothing where it is known exactly."""
    if not weeks.values or weeks.values[-1] is None or not weeks.low < weeks.high:
        return Markup("")
    columns = Columns(len(weeks.values))
    x, low, high = columns.middle(len(weeks.values) - 1), _y(weeks.low, top), _y(weeks.high, top)
    caps = "".join(f"M{n(x - 3.5)} {n(y)}h7" for y in (low, high))
    return stroke(f"M{n(x)} {n(low)}V{n(high)}{caps}", Paint.INK, 1.4)
