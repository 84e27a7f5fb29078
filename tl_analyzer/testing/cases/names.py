"""What cases may name: exercises, weekly quantities, channels (``names.toml``)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from tl_analyzer.movement.movement import Movement, Pattern


@cache
def names() -> Mapping[str, Any]:
    """The table."""
    text = files("tl_analyzer.testing.cases").joinpath("names.toml").read_text(encoding="utf-8")
    return tomli.loads(text)


def movement(name: str, own: Mapping[str, Any]) -> Movement:
    """An exercise of the table, or one that the case describes itself.

    Parameters
    ----------
    name : str
        Its name.
    own : mapping
        The case's own exercises: pattern and what they load, by name.
    """
    known = {**names()["movements"], **own}
    if name not in known:
        raise KeyError(f"lift {name!r} is none of {', '.join(known)}; describe it in `movements`")
    loads: dict[str, Any] = dict.fromkeys(known[name]["loads"], True)
    return Movement(name, Pattern(known[name]["pattern"]), confidence=1.0, **loads)
