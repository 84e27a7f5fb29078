"""Weeks as columns: pictures of the same weeks stand exactly above one another."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tl_analyzer.pages.svg.drawing import text

#: Width of a picture of weeks: a card on a phone, half a page on a desk. [px]
WIDTH = 340.0

#: Room for the numbers of the axis, and behind the last column. [px]
LEFT, RIGHT = 34.0, 8.0

#: From this pitch on columns stand on whole pixels. [px]
_SHARP = 8.0

#: Weeks between two labels. [1]
_LABEL_EVERY = 4


class Columns(NamedTuple):
    """So many columns over the width of the picture."""

    weeks: int

    @property
    def pitch(self) -> float:
        """From one column to the next. [px]"""
        room = WIDTH - LEFT - RIGHT
        pitch = room / max(1, self.weeks)
        # Whole pixels are sharper, and shorter to write hundreds of times.
        return float(int(pitch)) if pitch > _SHARP else pitch

    @property
    def width(self) -> float:
        """Width of a column; the rest is air. [px]"""
        return 2.0 * round(self.pitch * 0.38) if self.pitch > _SHARP else self.pitch * 0.76

    def left(self, column: int) -> float:
        """Left edge of a column. [px]"""
        return self.middle(column) - self.width / 2

    def middle(self, column: int) -> float:
        """Middle of a column. [px]"""
        return WIDTH - RIGHT - (self.weeks - column - 0.5) * self.pitch


def column_labels(labels: Sequence[str], y: float) -> Markup:
    """Write every fourth week below its column, as far from the last one as that has room."""
    columns = Columns(len(labels))
    last = len(labels) - 1
    written = [
        text(columns.middle(i), y, labels[i], "middle", 10)
        for i in range(last - _LABEL_EVERY - 1, -1, -_LABEL_EVERY)
        if columns.middle(i) > LEFT + 10
    ]
    if labels:
        written.append(text(WIDTH - RIGHT, y, labels[last], "end", 10))
    return Markup("").join(written)
