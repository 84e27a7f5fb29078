"""The numbers by which sessions are written, from ``numbers.toml``."""

from dataclasses import dataclass
from functools import cache

from tl_analyzer.parsing.number_table import read_numbers


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number, with its unit in the name or a share; the data file says why."""

    rated_share: float
    longest_s: float
    days_back: float


@cache
def numbers() -> Numbers:
    """Read the shipped numbers."""
    return read_numbers("tl_goldencheetah.writing", "numbers.toml", Numbers)
