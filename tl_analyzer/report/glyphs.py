"""The small drawings of a report: severity symbols, bars against usual, trends with gaps."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tl_analyzer.finding import Severity

#: What the end of a bar stands for. [x usual]
BAR_END = 3.0


class Glyphs(NamedTuple):
    """Characters to draw with.

    Attributes
    ----------
    severity : mapping
        One symbol a severity: it is told apart without colour.
    full, empty, usual, beyond : str
        Cells of a bar, the mark at usual, and the end of a bar that goes on.
    ramp : str
        Heights of a trend, lowest first.
    gap, missing : str
        A week without data in a trend, and the cells of a bar that cannot be drawn.
    bullet, arrow : str
        List marks.
    """

    severity: Mapping[Severity, str]
    full: str
    empty: str
    usual: str
    beyond: str
    ramp: str
    gap: str
    missing: str
    bullet: str
    arrow: str


UNICODE = Glyphs(
    severity={Severity.RED: "▲▲", Severity.AMBER: "▲", Severity.WATCH: "◆", Severity.INFO: "○"},
    full="█",
    empty="░",
    usual="┃",
    beyond="▶",
    ramp="▁▂▃▄▅▆▇█",
    gap="·",
    missing="·",
    bullet="•",
    arrow="→",
)

ASCII = Glyphs(
    severity={Severity.RED: "!!", Severity.AMBER: "!", Severity.WATCH: "*", Severity.INFO: "i"},
    full="#",
    empty="-",
    usual="|",
    beyond=">",
    ramp="_.:-=+*#",
    gap="?",
    missing=" ",
    bullet="-",
    arrow="->",
)


def glyphs(ascii_only: bool) -> Glyphs:
    """Return the characters a page can show."""
    return ASCII if ascii_only else UNICODE


def bar(ratio: float | None, cells: int, draw: Glyphs) -> str:
    """Draw a bar from zero to `BAR_END` times usual, with a mark at usual.

    Parameters
    ----------
    ratio : float or None
        This week over usual; without one nothing can be drawn. [1]
    cells : int
        Cells of the bar; the mark and the end come on top. [characters]
    draw : Glyphs
        Characters to draw with.
    """
    mark = round(cells / BAR_END)
    if ratio is None:
        return draw.missing * (cells + 2)
    filled = round(min(ratio / BAR_END, 1.0) * cells)
    if ratio > 0 and filled == 0:
        filled = 1
    line = draw.full * filled + draw.empty * (cells - filled)
    return line[:mark] + draw.usual + line[mark:] + (draw.beyond if ratio > BAR_END else " ")


def trend(values: Sequence[float | None], draw: Glyphs) -> str:
    """Draw weeks as heights, oldest first; a week without data is a gap, not a zero."""
    top = max((value for value in values if value is not None), default=0.0)
    return "".join(draw.gap if v is None else _height(v, top, draw.ramp) for v in values)


def _height(value: float, top: float, ramp: str) -> str:
    if value <= 0:
        return ramp[0]
    return ramp[max(1, round(value / top * (len(ramp) - 1)))]
