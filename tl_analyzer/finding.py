"""Findings: evidence, flags, and the two axes severity and confidence."""

import re
from datetime import date
from enum import StrEnum
from functools import cache

from pydantic import Field

from tl_analyzer.log.value import Value
from tl_analyzer.parameters import Grade

#: Codes of rules: ``TL101``, ``GR101``, ``KETTLE2031``.
RULE_CODE = re.compile(r"[A-Z]{2,6}[0-9]{2,4}")
_OF_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Severity(StrEnum):
    """How much a finding matters if it is right, mildest first."""

    INFO = "info"
    WATCH = "watch"
    AMBER = "amber"
    RED = "red"

    @property
    def rank(self) -> int:
        """Position on the scale, 0 for the mildest."""
        return _RANKS[self]

    def up(self) -> "Severity":
        """The next level, or the same at the top."""
        return list(Severity)[min(self.rank + 1, len(Severity) - 1)]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Confidence(StrEnum):
    """How sure a finding is, least first."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class DataQuality(StrEnum):
    """How the data behind a finding are known, best first."""

    #: Recorded: stated units, timed sets, measured position or posture.
    MEASURED = "measured"
    #: Observed indirectly: computer activity, upper bounds without position evidence.
    OBSERVED = "observed"
    #: Assumed from the profile, or guessed.
    ASSUMED = "assumed"


class Channel(StrEnum):
    """The four kinds of exposure, and what belongs to none of them."""

    HINGE = "hinge"
    OVERHEAD = "overhead"
    FLEXION = "flexion"
    ROTATION = "rotation"
    SYMPTOMS = "symptoms"
    DATA = "data"


class Evidence(Value):
    """One measured fact behind a flag.

    Attributes
    ----------
    when : str
        Day (``2026-11-12``), local instant (``2026-11-12T17:45+01:00``) or ISO week (``2026-W46``).
    measure : str
        What was measured, in plain words.
    value : float
        The measurement.
    unit : str
        Its unit.
    threshold : float or None
        The value it was compared with, in the same unit.
    sessions : tuple of str
        The sessions it comes from, as a reader would name them.
    low, high : float or None
        Range of the measurement, where it is known only within one.
    """

    when: str
    measure: str
    value: float
    unit: str
    threshold: float | None = None
    sessions: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    @property
    def day(self) -> date | None:
        """Local day it belongs to; None for what belongs to a whole week."""
        return date.fromisoformat(self.when[:10]) if _OF_A_DAY.match(self.when) else None


class Flag(Value):
    """A finding, complete at birth.

    Attributes
    ----------
    code, name : str
        ``TL101`` and ``hinge-dose-above-usual``.
    severity, confidence : Severity, Confidence
        How much it matters if it is right, and how sure it is.
    channel : Channel
        The kind of exposure it speaks of.
    because : tuple of Evidence
        The measured facts behind it, the most telling first.
    clears_when : str
        What would make it go away, computed for this athlete and week.
    references : tuple of str
        Keys of the sources of its thresholds.
    summary : str
        The rule in one sentence; `tl explain CODE` says the rest.
    straddles : bool
        Whether, within the doubts of data and model, the week may as well be below the mark.
    added_by : str
        Distribution and version of the plugin whose rule raised it; empty for a shipped rule.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    channel: Channel
    because: tuple[Evidence, ...] = Field(min_length=1)
    clears_when: str
    references: tuple[str, ...]
    summary: str = ""
    straddles: bool = False
    added_by: str = ""

    @property
    def title(self) -> str:
        """Its name in words: ``hinge dose above usual``."""
        return self.name.replace("-", " ")


@cache
def confidence(grades: tuple[Grade, ...], quality: DataQuality, straddles: bool) -> Confidence:
    """How sure a finding is: it follows from the evidence of its numbers and the data alone.

    Parameters
    ----------
    grades : tuple of Grade
        Evidence grades of the parameters the rule compares with. The grade that counts is the
        median: one assumption among published numbers does not sink a rule.
    quality : DataQuality
        How the data are known.
    straddles : bool
        Whether the range of the measurement reaches to the other side of the threshold.

    Returns
    -------
    Confidence
        ``HIGH`` for recorded data against published or derived numbers; each of: weaker
        numbers, data that are only observed, a range across the threshold, costs one level;
        assumed data cost two.
    """
    order = list(Grade)
    ranks = sorted(order.index(g) for g in grades)
    typical = order[ranks[len(ranks) // 2]] if ranks else Grade.PUBLISHED
    level = 2
    level -= typical not in (Grade.PUBLISHED, Grade.DERIVED)
    level -= {DataQuality.MEASURED: 0, DataQuality.OBSERVED: 1, DataQuality.ASSUMED: 2}[quality]
    level -= straddles
    return list(Confidence)[max(level, 0)]
