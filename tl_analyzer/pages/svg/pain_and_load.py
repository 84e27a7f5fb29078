"""Pain above load, week by week, in stacked panels of the same weeks."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tl_analyzer.pages.svg.columns import LEFT, RIGHT, WIDTH, Columns, column_labels
from tl_analyzer.pages.svg.drawing import (
    Paint,
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

_TITLE, _TALL, _AIR, _BELOW = 15.0, 25.0, 5.0, 16.0

#: Half the height of a figure beside an axis. [px]
_HALF = 3.2


class Panel(NamedTuple):
    """One quantity over the weeks.

    Attributes
    ----------
    label : str
        What it is, with its unit.
    values : sequence of float or None
        Oldest week first, this week last; None where nothing is known.
    top : float
        End of its axis.
    usual : float or None
        Drawn as a line.
    paint : Paint
        Of its bars.
    """

    label: str
    values: Sequence[float | None]
    top: float
    usual: float | None = None
    paint: Paint = Paint.LOAD


def pain_and_load(
    name: str, title: str, words: str, panels: Sequence[Panel], labels: Sequence[str]
) -> Markup:
    """Draw the panels below one another.

    Parameters
    ----------
    name : str
        Name of the picture, unique in its page.
    title, words : str
        What it shows, and what can be seen in it.
    panels : sequence of Panel
        Top to bottom, all with one value a label.
    labels : sequence of str
        One a week.
    """
    pitch = _TITLE + _TALL + _AIR
    height = pitch * len(panels) + _BELOW
    return picture(
        name,
        title,
        words,
        WIDTH,
        height,
        *(_panel(panel, place * pitch) for place, panel in enumerate(panels)),
        column_labels(labels, height - 5),
    )


def _panel(panel: Panel, above: float) -> Markup:
    columns = Columns(len(panel.values))
    floor = above + _TITLE + _TALL
    drawn = []
    for i, value in enumerate(panel.values):
        if value is None:
            continue
        tall = _TALL * share(value, panel.top)
        drawn.append(bar(columns.left(i), floor - tall, columns.width, tall, panel.paint))
    usual = None if panel.usual is None else floor - _TALL * share(panel.usual, panel.top)
    line = "" if usual is None else f"M{LEFT:g} {n(usual)}H{n(WIDTH - RIGHT)}"
    return joined(
        (
            text(LEFT, above + 11, panel.label, size=10, paint=Paint.INK),
            text(LEFT - 4, floor - _TALL + _HALF, tick(panel.top), "end", 9),
            text(LEFT - 4, floor + _HALF, "0", "end", 9),
            gaps(panel.values, floor - _TALL, _TALL, line=usual),
            *drawn,
            stroke(f"M{LEFT:g} {n(floor + 0.5)}H{n(WIDTH - RIGHT)}", Paint.MUTED),
            stroke(line, Paint.INK, 1.2, ' stroke-dasharray="4 3"'),
        )
    )
