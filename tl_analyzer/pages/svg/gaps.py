"""Where nothing is known: a calm hatched field, with the words where there is room for them."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from tl_analyzer.pages.svg.columns import Columns
from tl_analyzer.pages.svg.drawing import Paint, joined, n, stroke, text
from tl_analyzer.pages.svg.lettering import written_width

#: What a field says.
NO_DATA = "no data"

#: From one slanted stroke to the next, and size of the words. [px]
_PITCH, _SIZE = 9.0, 9.0


def gaps(
    values: Sequence[float | None],
    above: float,
    tall: float,
    said: str = NO_DATA,
    line: float | None = None,
) -> Markup:
    """Hatch the columns without a value; neighbours are one field.

    Parameters
    ----------
    values : sequence of float or None
        One a column.
    above, tall : float
        Upper edge and height of the columns. [px]
    said : str
        What stands in a field that has room for it.
    line : float, optional
        Where a line crosses the columns; no words stand on it. [px]
    """
    columns = Columns(len(values))
    strokes, words = "", []
    for first, last in _runs(values):
        left = columns.left(first)
        width = columns.left(last) + columns.width - left
        strokes += hatch(left, above, width, tall)
        if said and written_width(said, _SIZE) + 8 < width and tall > 2 * _SIZE:
            y = above + _baseline(tall, None if line is None else line - above)
            words.append(text(left + width / 2, y, said, "middle", _SIZE))
    return joined((stroke(strokes, Paint.LINE), *words))


def _baseline(tall: float, line: float | None) -> float:
    """Where words stand: near the top, or on the other side of a line. [px]"""
    if line is None or line > 2 * _SIZE:
        return _SIZE + 3
    return _SIZE if line > tall / 2 else tall - 3


def hatch(x: float, y: float, width: float, height: float) -> str:
    """Path of slanted strokes that fill a rectangle."""
    strokes = []
    offset = _PITCH / 2
    while offset < width + height:
        right, down = min(offset, width), min(offset, height)
        length = min(right, offset, width) - max(0.0, offset - height)
        strokes.append(f"M{n(x + max(0.0, offset - height))} {n(y + down)}l{n(length)}-{n(length)}")
        offset += _PITCH
    return "".join(strokes)


def _runs(values: Sequence[float | None]) -> Iterator[tuple[int, int]]:
    """First and last column of each stretch without a value."""
    first = None
    for i, value in enumerate((*values, 0.0)):
        if value is None and first is None:
            first = i
        elif value is not None and first is not None:
            yield first, i - 1
            first = None
