"""The cuts by which a track is read, from ``cuts.toml``: value, unit and reason of each."""

from dataclasses import dataclass
from functools import cache

from tl_analyzer.parsing.number_table import read_numbers


@dataclass(frozen=True, slots=True)
class Cuts:
    """Every cut, with its unit in the name; the data file says why it lies there."""

    gap_s: float
    clock_span_s: float
    fastest_mps: float
    reset_share: float
    power_most_w: float
    cadence_most_rpm: float
    earliest_year: float
    file_bytes: float
    points: float


@cache
def cuts() -> Cuts:
    """Read the shipped cuts."""
    return read_numbers("tl_track", "cuts.toml", Cuts)
