"""Bounds of belief and of work (``limits.toml``)."""

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import tomli


@dataclass(frozen=True, slots=True)
class Limits:
    """One number each; the table says what it means, its unit and why."""

    file_bytes: int
    rows: int
    columns: int
    header_rows: int
    header_length: int
    sets: int
    reps: int
    load: float
    duration_s: float
    distance_m: float
    name_length: int
    text_length: int
    numbered_share: float
    cells: int
    sheets: int
    members: int
    part_bytes: int
    strings_bytes: int
    total_bytes: int
    ratio: float
    ratio_from_bytes: int


@cache
def limits() -> Limits:
    """Read the table, once."""
    text = files("tl_table").joinpath("limits.toml").read_text(encoding="utf-8")
    table = tomli.loads(text)
    return Limits(**{field.name: table[field.name]["value"] for field in fields(Limits)})
