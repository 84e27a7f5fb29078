"""Bounds that hold for every text (``bounds.toml``)."""

from functools import cache
from importlib.resources import files

import tomli
from pydantic import BaseModel, ConfigDict


class Bounds(BaseModel):
    """What is believed of any text; the table says what each bound means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    year_least: int
    year_most: int
    record_lines: int
    header_cells: int
    echo_length: int
    line_bytes: int
    tag_bytes: int
    json_depth: int
    value_length: int
    xml_depth: int
    xml_parts: int
    xml_names: int


@cache
def bounds() -> Bounds:
    """Read the bounds, once."""
    text = files("tl_analyzer.parsing").joinpath("bounds.toml").read_text(encoding="utf-8")
    return Bounds.model_validate(tomli.loads(text))


def echo(text: object) -> str:
    """Quote a value for a problem: on one line and of bounded length."""
    most = bounds().echo_length
    # Only so much of a value is looked at as can be shown.
    flat = " ".join(str(text)[: 4 * most].split())
    return repr(flat if len(flat) <= most else flat[:most] + "…")
