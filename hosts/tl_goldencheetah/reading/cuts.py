"""The cuts by which a ride is read, from ``cuts.toml``: value, unit and reason of each."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli


@dataclass(frozen=True, slots=True)
class Cuts:
    """Every cut, with its unit in the name; the data file says why it lies there."""

    gap_s: float
    standstill_mps: float
    standstill_s: float
    unpedalled_s: float
    coasting_s: float
    longest_s: float
    fastest_mps: float
    power_most_w: float
    cadence_most_rpm: float
    earliest_year: float
    file_bytes: float
    samples: float
    positions: float
    rides: float


@cache
def cuts() -> Cuts:
    """Read the shipped cuts."""
    folder = files("tl_goldencheetah.reading")
    text = folder.joinpath("cuts.toml").read_text(encoding="utf-8")
    return Cuts(**{name: float(entry["value"]) for name, entry in tomli.loads(text).items()})
