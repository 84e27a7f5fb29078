"""Weekly quantities beside the athlete's own usual, and how far the log reaches."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from tl_analyzer.finding import DataQuality


class Kind(StrEnum):
    """Kinds of logs whose history is counted apart."""

    STRENGTH = "strength"
    RIDES = "rides"
    DESK = "desk"


@dataclass(frozen=True)
class History:
    """How far back one kind of log reaches.

    Attributes
    ----------
    first_day : int or None
        Day of its first record. [ordinal]
    weeks : float
        Weeks from the first record to the Monday of this week; 0 if none before it. [weeks]
    covered : tuple of bool
        For the weeks before this one, newest first: whether the log covers the week. A week
        without sessions inside the log is covered; a gap in the log is not.
    trusted_from : int or None
        First day from which the week can be compared with "usual". [ordinal]
    """

    first_day: int | None
    weeks: float
    covered: tuple[bool, ...]
    trusted_from: int | None


@dataclass(frozen=True)
class Spread:
    """Range of a weekly quantity, and of its ratio to usual where there is one.

    Attributes
    ----------
    low, high : float
        Range of this week, in the quantity's unit.
    ratio_low, ratio_high : float or None
        Range of this week over usual. What is wrong in both alike cancels. [1]
    """

    low: float
    high: float
    ratio_low: float | None = None
    ratio_high: float | None = None


@dataclass(frozen=True)
class Weekly:
    """One weekly quantity beside the athlete's usual.

    Attributes
    ----------
    name, unit : str
        What it is, in plain words, and its unit.
    this : float
        Sum (or maximum) over this week.
    daily : tuple of 7 float
        By day, Monday first.
    before : tuple of float or None
        The weeks before, newest first; None for a week the log does not cover.
    usual : float or None
        Mean of the covered ones among the last four; None when fewer than three are.
    low, high : float
        Range of `this` over the ranges of the parameters and the doubts of the data.
    quality : DataQuality
        How the data are known.
    ratio_low, ratio_high : float or None
        Range of this week over usual; None where nothing is uncertain, or without a usual. [1]
    """

    name: str
    unit: str
    this: float
    daily: tuple[float, ...]
    before: tuple[float | None, ...]
    usual: float | None
    low: float
    high: float
    quality: DataQuality = DataQuality.MEASURED
    ratio_low: float | None = None
    ratio_high: float | None = None

    @property
    def ratio(self) -> float | None:
        """This week over usual; infinite over a usual of zero, None without a usual. [1]"""
        if self.usual is None:
            return None
        if self.usual == 0.0:
            return inf if self.this > 0 else 0.0
        return self.this / self.usual

    def exceeds(self, factor: float) -> bool:
        """Whether this week is above `factor` times usual (False without a usual)."""
        return self.ratio is not None and self.ratio > factor

    def straddles(self, factor: float) -> bool:
        """Whether this week may as well be below `factor` times usual as above it."""
        if self.ratio_low is not None and self.ratio_high is not None:
            return self.ratio_low <= factor < self.ratio_high
        if not self.usual:
            return False
        return self.low <= factor * self.usual < self.high
