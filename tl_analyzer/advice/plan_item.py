"""One piece of advice as the report shows it."""

from enum import StrEnum

from tl_analyzer.log.value import Value


class Purpose(StrEnum):
    """What a piece of advice is for."""

    MOBILITY = "mobility"
    STABILITY = "stability"
    PATTERN = "pattern"
    HIP = "hip"
    BREATHING = "breathing"
    ERGONOMIC = "ergonomic"
    BREAK = "break"
    LOAD = "load"


class PlanItem(Value):
    """One exercise, break or change of load.

    Attributes
    ----------
    exercise : str
        Its name in the catalogue's words.
    purpose : Purpose
        What it is for.
    dose : str
        Sets, repetitions, minutes: ``2 x 8 slow repetitions a side``.
    when : str
        Place in the day or week: ``between desk and bar``.
    because : tuple of str
        Codes of the flags it answers.
    reference : str
        Key of its source in the bibliography.
    key : str
        Its key in the catalogue.
    why : str
        One plain sentence: why this, for this athlete, this week.
    cues : tuple of str
        How to do it.
    minutes : float
        Time it takes on a day it is done. [min]
    per_week : int
        Days a week it is meant for. [1]
    added_by : str
        Distribution and version of the plugin that it is from; empty for a shipped entry.
    """

    exercise: str
    purpose: Purpose
    dose: str
    when: str
    because: tuple[str, ...]
    reference: str
    key: str
    why: str
    cues: tuple[str, ...] = ()
    minutes: float = 0.0
    per_week: int = 0
    added_by: str = ""
