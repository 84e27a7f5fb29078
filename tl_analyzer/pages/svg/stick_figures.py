"""Stick figures: how an exercise looks, in a few strokes."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import tomli
from markupsafe import Markup

from tl_analyzer.pages.svg.drawing import Paint, n, picture, stroke

_WIDTH, _HEIGHT, _FLOOR = 100.0, 60.0, 56.0

#: Radius of a head, and width of a limb. [px]
_HEAD, _LIMB = 4.5, 2.6

_ROUND = ' stroke-linecap="round" stroke-linejoin="round"'


class Figure(NamedTuple):
    """A drawing: what it shows; head and body, what moves, what stands around, the floor."""

    words: str
    head: tuple[float, float]
    ink: str
    moving: str
    faint: str = ""
    floor: bool = True


@cache
def figures() -> Mapping[str, Figure]:
    """All drawings, by the key of the catalogue's entry."""
    text = files("tl_analyzer.pages").joinpath("svg", "figures.toml").read_text(encoding="utf-8")
    return {key: Figure(**entry) for key, entry in tomli.loads(text).items()}


def stick_figure(name: str, title: str, key: str) -> Markup:
    """Draw an exercise; nothing where there is no drawing of it.

    Parameters
    ----------
    name : str
        Name of the picture, unique in its page.
    title : str
        The exercise.
    key : str
        Its key in the catalogue.
    """
    found = figures().get(key)
    if found is None:
        return Markup("")
    x, y = found.head
    head = f"M{n(x - _HEAD)} {n(y)}a{_HEAD} {_HEAD} 0 1 0 9 0a{_HEAD} {_HEAD} 0 1 0 -9 0"
    return picture(
        name,
        title,
        found.words,
        _WIDTH,
        _HEIGHT,
        stroke(f"M0 {_FLOOR:g}H{_WIDTH:g}" if found.floor else "", Paint.LINE),
        stroke(found.faint, Paint.PAST, 1.4, _ROUND),
        stroke(found.moving, Paint.LOAD, _LIMB - 0.6, _ROUND),
        stroke(found.ink + head, Paint.INK, _LIMB, _ROUND),
    )
