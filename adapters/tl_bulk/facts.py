"""Limits of belief and the worth of evidence, from ``facts.toml``."""

from dataclasses import dataclass
from functools import cache

from tl_analyzer.parsing.number_table import read_numbers


@dataclass(frozen=True, slots=True)
class Facts:
    """Every number, with its unit in the name; the data file says why it is what it is."""

    csv_bytes: float
    json_bytes: float
    longest_s: float
    mass_least_kg: float
    mass_most_kg: float
    sleep_probability: float
    largest_offset_s: float
    sleep_longest_s: float
    whole_day_s: float


@cache
def facts() -> Facts:
    """Read the shipped numbers."""
    return read_numbers("tl_bulk", "facts.toml", Facts)
