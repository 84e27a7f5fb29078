"""What a slice of time is taken for."""

from typing import NamedTuple

from tl_analyzer.log import Posture, Quality
from tl_analyzer.sitting.evidence import Evidence


class Verdict(NamedTuple):
    """What a slice of time is taken for.

    Attributes
    ----------
    rule : str
        Name of the function that answered: ``computer``, ``short_pause``, ...
    posture : Posture
        What it is taken for.
    probability : float
        Probability that it is. [1]
    quality : Quality
        How that is known.
    evidence : tuple of Evidence
        What decided.
    conflict : str
        What contradicts it, in words; empty where nothing does.
    """

    rule: str
    posture: Posture
    probability: float
    quality: Quality
    evidence: tuple[Evidence, ...]
    conflict: str = ""
