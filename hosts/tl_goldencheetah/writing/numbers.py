"""The numbers by which sessions are written, from ``numbers.toml``."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number, with its unit in the name or a share; the data file says why."""

    rated_share: float
    longest_s: float
    days_back: float


@cache
def numbers() -> Numbers:
    """Read the shipped numbers."""
    folder = files("tl_goldencheetah.writing")
    text = folder.joinpath("numbers.toml").read_text(encoding="utf-8")
    return Numbers(**{name: float(entry["value"]) for name, entry in tomli.loads(text).items()})
