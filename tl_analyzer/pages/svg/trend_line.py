"""A trend as the path of a line, for pages with so many of them that each byte counts."""

from collections.abc import Sequence
from typing import NamedTuple

from tl_analyzer.pages.svg.drawing import share

#: Between two weeks, and between nothing and the highest week. [user units]
_STEP, _HEIGHT = 4, 12


class TrendLine(NamedTuple):
    """A small line; the template that holds it draws it.

    Attributes
    ----------
    width, height : int
        Its box. [user units]
    path : str
        The weeks, oldest first, with gaps where the log does not cover them.
    usual : int or None
        Height of the usual week from above; None where it is not known. [user units]
    last : int
        Height of this week from above. [user units]
    """

    width: int
    height: int
    path: str
    usual: int | None
    last: int


def trend_line(weeks: Sequence[float | None], usual: float | None) -> TrendLine | None:
    """Draw weeks from zero up; None where nothing is known or all of it is nothing.

    Parameters
    ----------
    weeks : sequence of float or None
        Sums of the weeks, oldest first, this week last. [unit of the channel]
    usual : float or None
        The athlete's own usual week. [unit of the channel]
    """
    top = max((value for value in (*weeks, usual) if value is not None), default=0.0)
    if not weeks or weeks[-1] is None or top <= 0:
        return None

    def height(value: float) -> int:
        return round(_HEIGHT * (1 - share(value, top)))

    path, broken = "", True
    for number, value in enumerate(weeks):
        if value is not None:
            path += f"{'M' if broken else 'L'}{number * _STEP} {height(value)}"
        broken = value is None
    return TrendLine(
        width=_STEP * (len(weeks) - 1),
        height=_HEIGHT,
        path=path,
        usual=None if usual is None else height(usual),
        last=height(weeks[-1]),
    )
