"""What all pictures are drawn with: numbers that stay finite, escaped words, a labelled frame."""

from collections.abc import Iterable
from enum import Enum
from math import floor, isfinite, isnan, log10

from markupsafe import Markup

#: Size of text in all pictures, in units of the drawing, which are about pixels. [px]
TEXT = 11

#: Beyond this nothing can be seen or drawn; larger coordinates are cut. [px]
_FARTHEST = 1e5

#: Tops of axes that divide well.
_NICE = (1.0, 2.0, 4.0, 5.0, 10.0)

#: Largest number written out on an axis. [1]
_WRITTEN_OUT = 9999


class Paint(Enum):
    """Roles of colour: the class that the page's style knows, and the literal for printers."""

    DESK = ("p-desk", "#737d86")
    RIDE = ("p-ride", "#0072b2")
    LIFT = ("p-lift", "#b84e00")
    OTHER = ("p-other", "#007a5a")
    LOAD = ("p-load", "#0072b2")
    PAST = ("p-past", "#84919c")
    PAIN = ("p-pain", "#8a3b76")
    INK = ("p-ink", "#1b2127")
    MUTED = ("p-muted", "#545e68")
    LINE = ("p-line", "#dedbd3")

    @property
    def css(self) -> str:
        """Class of what is filled with it; with ``-l`` appended, of what is drawn as a line."""
        return str(self.value[0])

    @property
    def literal(self) -> str:
        """The colour on white paper."""
        return str(self.value[1])


def picture(name: str, title: str, words: str, width: float, height: float, *parts: str) -> Markup:
    """Frame a picture with its text alternative.

    Parameters
    ----------
    name : str
        Its name in the page, unique there: letters, digits, hyphens.
    title, words : str
        What it shows, and what can be seen in it.
    width, height : float
        Size of the drawing. [px]
    *parts : str
        What is drawn, in order.
    """
    return Markup(
        '<svg viewBox="0 0 {w} {h}" role="img" aria-labelledby="{n}-t {n}-d" class="{css}"'
        ' fill="{fill}" font-size="{size}" font-family="sans-serif">'
        '<title id="{n}-t">{title}</title><desc id="{n}-d">{words}</desc>'
        "{parts}</svg>"
    ).format(
        w=n(width),
        h=n(height),
        n=name,
        css=Paint.MUTED.css,
        fill=Paint.MUTED.literal,
        size=TEXT,
        title=title,
        words=words,
        parts=joined(parts),
    )


def symbol(width: float, height: float, shape: str) -> Markup:
    """Frame a sign that stands beside its words, which say all there is to say."""
    return Markup(
        '<svg viewBox="0 0 {w} {h}" width="{w}" height="{h}" aria-hidden="true">{shape}</svg>'
    ).format(w=n(width), h=n(height), shape=shape)


def joined(parts: Iterable[str]) -> Markup:
    """Put parts behind one another; what is no markup is escaped."""
    return Markup("").join(parts)


def n(value: float) -> str:
    """Write a coordinate: short, finite, within what can be drawn."""
    if isnan(value):
        return "0"
    written = f"{min(max(value, -_FARTHEST), _FARTHEST):.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def text(
    x: float,
    y: float,
    words: str,
    anchor: str = "start",
    size: float = TEXT,
    paint: Paint = Paint.MUTED,
) -> Markup:
    """Write words with their baseline at `y`."""
    placed = "" if anchor == "start" else Markup(' text-anchor="{}"').format(anchor)
    sized = "" if size == TEXT else Markup(' font-size="{}"').format(n(size))
    # The frame is muted: what is muted as well need not say so.
    painted = "" if paint is Paint.MUTED else _as(paint)
    return Markup('<text x="{}" y="{}"{}{}{}>{}</text>').format(
        n(x), n(y), painted, placed, sized, words
    )


def _as(paint: Paint) -> Markup:
    return Markup(' class="{}" fill="{}"').format(paint.css, paint.literal)


def bar(x: float, y: float, width: float, height: float, paint: Paint, more: str = "") -> Markup:
    """Draw a filled rectangle; nothing where it has no size."""
    if width <= 0 or height <= 0:
        return Markup("")
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" class="{}" fill="{}"{}/>').format(
        n(x), n(y), n(width), n(height), paint.css, paint.literal, Markup(more)
    )


def stroke(path: str, paint: Paint, width: float = 1.0, more: str = "") -> Markup:
    """Draw a path as a line."""
    if not path:
        return Markup("")
    return Markup('<path d="{}" class="{}-l" fill="none" stroke="{}" stroke-width="{}"{}/>').format(
        path, paint.css, paint.literal, n(width), Markup(more)
    )


def filled(path: str, paint: Paint, more: str = "") -> Markup:
    """Draw a path as a surface."""
    if not path:
        return Markup("")
    return Markup('<path d="{}" class="{}" fill="{}"{}/>').format(
        path, paint.css, paint.literal, Markup(more)
    )


def axis_top(highest: float) -> float:
    """The end of an axis from zero that holds a value and divides well."""
    if not isfinite(highest) or highest <= 0:
        return 1.0
    power = floor(log10(highest))
    unit = 10.0**power
    if unit == 0:
        return highest
    top = next((nice * unit for nice in _NICE if highest <= nice * unit), highest)
    return top if isfinite(top) else highest


def tick(value: float) -> str:
    """Write a number beside an axis: ``0``, ``2.5``, ``400``, ``12k``."""
    if _WRITTEN_OUT < abs(value) < 1e6:
        return f"{value / 1000:g}k"
    return f"{value:.3g}" if abs(value) < 1000 or abs(value) >= 1e6 else f"{value:.0f}"


def share(value: float, whole: float) -> float:
    """Part of an axis that a value fills, within 0 and 1, whatever the numbers are. [1]"""
    if not value > 0 or not whole > 0:
        return 0.0
    return min(1.0, value / whole) if isfinite(value) else 1.0
