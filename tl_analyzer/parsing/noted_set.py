"""One set of a notation, and the load in it: ``60 kg``, ``BW+20``, ``2x20kg``, ``-15``."""

import re
from dataclasses import dataclass
from enum import StrEnum

from tl_analyzer.log import LoadMeaning, WeightUnit
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.set_words import set_words, unclear

#: Shapes in the one spelling of `spellings`.
NUMBER = r"(?:\d+(?:\.\d+)?|\.\d+)"
_BODY = rf"bw(?:[+-]{NUMBER}(?:kg|lb)?)?"
#: A load that cannot be anything else.
STATED_LOAD = rf"(?:2x)?(?:{_BODY}|[+-]?{NUMBER}(?:kg|lb)|\+{NUMBER})"
#: A load, or a number that may be one.
LOAD = rf"(?:2x)?(?:{_BODY}|[+-]?{NUMBER}(?:kg|lb)?)"

_PARTS = re.compile(
    rf"(?P<two>2x)?(?P<body>bw)?(?:(?P<sign>[+-])?(?P<value>{NUMBER})(?P<unit>kg|lb)?)?"
)


@dataclass(frozen=True, slots=True)
class NotedSet:
    """One set of a notation.

    Attributes
    ----------
    reps : int or None
        Repetitions; None where only a load or a time is written. [1]
    load : float or None
        Load as written, in `unit`; None for none. Of two implements: the load of one.
    unit : WeightUnit or None
        Unit the text states for the load; None where it states none.
    added_to_body : bool
        Whether the text says that the body is moved, with the load on top or as help.
    meaning : LoadMeaning
        ``EXTERNAL``, ``PER_HAND`` (``2x20kg``) or ``ASSISTANCE`` (``BW-20``).
    seconds : float or None
        Duration of a timed set. [s]
    each_side : bool
        Whether the repetitions are those of one side.
    rpe, rir : float or None
        Rating of effort, repetitions in reserve. [1]
    """

    reps: int | None = None
    load: float | None = None
    unit: WeightUnit | None = None
    added_to_body: bool = False
    meaning: LoadMeaning = LoadMeaning.EXTERNAL
    seconds: float | None = None
    each_side: bool = False
    rpe: float | None = None
    rir: float | None = None


class BarePair(StrEnum):
    """What two bare numbers such as ``100x5`` stand for."""

    #: Decided for the whole text: few whole numbers in front count sets, others are loads.
    BY_SIZE = "by size"
    LOAD_BY_REPS = "load by repetitions"
    SETS_BY_REPS = "sets by repetitions"


def load_of(text: str, *, may_be_effort: bool) -> NotedSet:
    """Read a load on its own; an empty text is none.

    Parameters
    ----------
    text : str
        A load in the one spelling.
    may_be_effort : bool
        Whether a small bare number here is a rating of effort to some.

    Raises
    ------
    Unreadable
        If it is beyond belief, or could be such a rating.
    """
    match = _PARTS.fullmatch(text)
    if match is None:
        raise unclear()
    value = float(match["value"]) if match["value"] else None
    if value is not None and value > set_words().load_most:
        raise Unreadable(f"a load of at most {set_words().load_most:g}")
    on_body = match["body"] is not None or match["sign"] is not None
    bare = match["unit"] is None and not on_body and match["two"] is None
    if may_be_effort and bare and value is not None and value <= set_words().bare_load_least:
        raise Unreadable(
            "a load with its unit, or a rating such as RPE 8",
            "Write 8 kg for a load, RPE 8 for effort.",
        )
    return NotedSet(
        load=value,
        unit=WeightUnit(match["unit"]) if match["unit"] else None,
        added_to_body=on_body,
        meaning=_meaning(match),
    )


def _meaning(match: re.Match[str]) -> LoadMeaning:
    if match["sign"] == "-":
        return LoadMeaning.ASSISTANCE
    return LoadMeaning.PER_HAND if match["two"] else LoadMeaning.EXTERNAL
