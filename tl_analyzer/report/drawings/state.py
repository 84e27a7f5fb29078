"""The state of the back over the worst day, drawn above what the day consisted of."""

from string import ascii_lowercase
from typing import NamedTuple

from tl_analyzer.pages.svg.state_curve import State, state_curve
from tl_analyzer.report.drawings.days import bars_of
from tl_analyzer.report.drawings.numbers import Table
from tl_analyzer.report.drawings.week_dates import hour_of_day
from tl_analyzer.report.pictures import FlexionDay, TimelineDay
from tl_analyzer.report.wording import clean, moment, number

#: Hours between the rows of the table behind the curve. [h]
_TABLE_EVERY = 2


class DrawnState(NamedTuple):
    """The curve of a day.

    Attributes
    ----------
    day : str
        The day in words.
    picture : str
        The curve.
    highest : str
        Its highest point in words.
    marks : tuple of str
        What the levels in the picture compare to, each with its letter.
    table : Table
        The curve every two hours.
    """

    day: str
    picture: str
    highest: str
    marks: tuple[str, ...]
    table: Table


def drawn_state(found: FlexionDay | None, days: tuple[TimelineDay, ...]) -> DrawnState | None:
    """Draw the day; None where no state was modelled."""
    if found is None or not found.points:
        return None
    points = _forward(
        [(hour_of_day(point.at, found.date), point.creep_deg) for point in found.points]
    )
    hour, level = max(points, key=lambda point: point[1])
    highest = f"Highest at {_clock(hour)}: {number(level)} deg of creep"
    marks = [(clean(mark.words), mark.creep_deg) for mark in found.marks]
    letters = list(zip(ascii_lowercase, (level for _, level in marks), strict=False))
    bars = [bar for day in days if day.date == found.date for bar in bars_of(day)]
    title = f"Modelled creep over {moment(found.date)}, in degrees"
    compared = "; ".join(f"{words}: {number(mark)} deg" for words, mark in marks)
    words = f"{highest}. {compared}".strip()
    return DrawnState(
        day=moment(found.date),
        picture=state_curve("state", State(title, words, points, letters, bars)),
        highest=highest,
        marks=tuple(
            f"{letter} {number(level)} deg, {words}"
            for letter, (words, level) in zip(ascii_lowercase, marks, strict=False)
        ),
        table=Table(
            head=("When", "deg"),
            rows=tuple((_clock(hour), number(v)) for hour, v in _every(points, _TABLE_EVERY)),
        ),
    )


def _forward(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Leave out the hour that the clock repeats in autumn: a curve does not run back."""
    kept: list[tuple[float, float]] = []
    for point in points:
        if not kept or point[0] >= kept[-1][0]:
            kept.append(point)
    return kept


def _every(points: list[tuple[float, float]], hours: int) -> list[tuple[float, float]]:
    """The first point of each stretch of so many hours."""
    firsts = {int(hour // hours): (hour, level) for hour, level in reversed(points)}
    return [firsts[part] for part in sorted(firsts)]


def _clock(hour: float) -> str:
    minutes = round(hour * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
