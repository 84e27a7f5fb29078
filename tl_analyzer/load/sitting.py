"""The day off the bike: probable sitting, and certain movement."""

from dataclasses import dataclass

from tl_analyzer.log import Quality


@dataclass(frozen=True)
class Sitting:
    """A stretch of probable sitting after everything better known has been cut out of it."""

    start: float
    end: float
    u: float
    probability: float
    quality: Quality
    source: str

    @property
    def measured(self) -> bool:
        """Whether it was observed at all, rather than assumed from usual hours."""
        return self.quality is not Quality.D

    @property
    def minutes(self) -> float:
        """Length [min]."""
        return (self.end - self.start) / 60.0


@dataclass(frozen=True)
class Moving:
    """A stretch in which the athlete certainly moved: a walk, a run, mobility work. [s]"""

    start: float
    end: float
    label: str
