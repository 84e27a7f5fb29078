"""Weeks x days of one channel: a square a day, the larger and darker the more."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tl_analyzer.pages.svg.columns import LEFT, WIDTH, Columns, column_labels
from tl_analyzer.pages.svg.drawing import Paint, filled, n, picture, share, stroke, symbol, text
from tl_analyzer.pages.svg.gaps import gaps

#: Steps of a square: part of the highest day up to which it holds [1], size as part of the
#: largest square [1] and opacity [1]. Size tells them apart without colour.
STEPS = ((0.25, 0.4, 0.55), (0.5, 0.6, 0.7), (0.75, 0.8, 0.85), (1.0, 1.0, 1.0))

#: The steps in words, in the same order.
STEP_WORDS = ("up to a quarter", "a half", "three quarters", "all of the highest day")

_WEEK = 7
_DAYS = "MTWTFSS"

#: From one day to the next, and the height of the largest square. [px]
_PITCH, _SIDE = 9.0, 8.0
_ABOVE, _BELOW = 3.0, 16.0


class HeatMap(NamedTuple):
    """What is drawn.

    Attributes
    ----------
    title, words : str
        What the picture shows, and what can be seen in it.
    values : sequence of float or None
        One a day from a Monday to a Sunday; None where nothing is known.
    labels : sequence of str
        One a week.
    paint : Paint
        Of the squares.
    """

    title: str
    words: str
    values: Sequence[float | None]
    labels: Sequence[str]
    paint: Paint = Paint.LOAD


def heat_map(name: str, days: HeatMap) -> Markup:
    """Draw the days of one channel, Monday at the top, this week last.

    Parameters
    ----------
    name : str
        Name of the picture, unique in its page.
    days : HeatMap
        What is drawn.
    """
    height = _ABOVE + _WEEK * _PITCH + _BELOW
    return picture(
        name,
        days.title,
        days.words,
        WIDTH,
        height,
        *(text(LEFT - 6, _middle(d) + 3, _DAYS[d], "end", 8.5) for d in range(0, _WEEK, 2)),
        *_squares(days),
        column_labels(days.labels, height - 4),
    )


def step_key(step: int | None) -> Markup:
    """Draw one step for the legend: a number of `STEPS`, -1 for none, None for no data."""
    values: tuple[tuple[float, float], ...] = ((7.0, 6.0),)
    if step is None:
        shape = stroke(_unknown(values), Paint.PAST, 0.9)
    elif step < 0:
        shape = stroke("M6 6h2", Paint.PAST, 2)
    else:
        _, size, opacity = STEPS[step]
        shape = filled(_boxes(values, 11.0, size), Paint.LOAD, _opacity(opacity))
    return symbol(14, 12, shape)


def _middle(day: int) -> float:
    return _ABOVE + (day + 0.5) * _PITCH


def _squares(days: HeatMap) -> list[Markup]:
    """All squares of a step are one path: a page holds hundreds of them."""
    columns = Columns(len(days.values) // _WEEK)
    known = [_known_week(days.values[w * _WEEK : (w + 1) * _WEEK]) for w in range(columns.weeks)]
    highest = max((value for value in days.values if value is not None), default=0.0)
    unknown: list[tuple[float, float]] = []
    nothing: list[tuple[float, float]] = []
    steps: list[list[tuple[float, float]]] = [[] for _ in STEPS]
    for i, value in enumerate(days.values[: columns.weeks * _WEEK]):
        place = (columns.middle(i // _WEEK), _middle(i % _WEEK))
        part = 0.0 if value is None else share(value, highest)
        if known[i // _WEEK] is None:
            continue
        if value is None:
            unknown.append(place)
        elif part == 0:
            nothing.append(place)
        else:
            steps[next(s for s, (end, _, _) in enumerate(STEPS) if part <= end)].append(place)
    wide = min(columns.width, 1.8 * _SIDE)
    return [
        gaps(known, _ABOVE, _WEEK * _PITCH, ""),
        stroke(_unknown(unknown), Paint.PAST, 0.7),
        stroke(_dots(nothing), Paint.PAST, 1.4),
        *(
            filled(_boxes(places, wide, size), days.paint, _opacity(opacity))
            for places, (_, size, opacity) in zip(steps, STEPS, strict=True)
        ),
    ]


def _known_week(days: Sequence[float | None]) -> float | None:
    """None for a week of which nothing is known: it is hatched as one."""
    return None if all(value is None for value in days) else 0.0


def _opacity(value: float) -> str:
    return "" if value == 1 else f' fill-opacity="{value:g}"'


def _boxes(places: Sequence[tuple[float, float]], wide: float, size: float) -> str:
    w, h = n(wide * size), n(_SIDE * size)
    return "".join(
        f"M{n(x - wide * size / 2)} {n(y - _SIDE * size / 2)}h{w}v{h}h-{w}z" for x, y in places
    )


def _dots(places: Sequence[tuple[float, float]]) -> str:
    return "".join(f"M{n(x - 0.7)} {n(y)}h1.4" for x, y in places)


def _unknown(places: Sequence[tuple[float, float]]) -> str:
    return "".join(f"M{n(x - 2.5)} {n(y + 2.5)}l5-5" for x, y in places)
