"""Words as people write them: one spelling for comparison, the nearest known word for a hint."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli
from rapidfuzz import fuzz, process

from tl_analyzer.log import Posture, SittingStyle

_JOINTS = re.compile(r"[\s_\-\u2010-\u2015]+")
_EDGES = "_.!?:'\"()[]\ufeff\u200b"

#: Longer text is no misspelt word; comparing it would only cost time.
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Words:
    """The word tables of this package; each maps a plain word to its meaning."""

    blank: frozenset[str]
    negation: frozenset[str]
    side: Mapping[str, str]
    posture: Mapping[str, Posture]
    style: Mapping[str, SittingStyle]


def plain(text: str) -> str:
    """Text in the one spelling used for comparison, such as ``saddle_numbness``."""
    joined = _JOINTS.sub("_", text.strip().casefold())
    return joined.strip(_EDGES) or joined.strip("_")


@cache
def shipped_words() -> Words:
    """The word tables as shipped."""
    table = tomli.loads(files("tl_desk").joinpath("words.toml").read_text("utf-8"))
    return Words(
        blank=frozenset(table["blank"]),
        negation=frozenset(table["negation"]),
        side={word: side for side, words in table["side"].items() for word in words},
        posture={word: Posture(name) for name, words in table["posture"].items() for word in words},
        style={
            word: SittingStyle(name) for name, words in table["style"].items() for word in words
        },
    )


def nearest(word: str, known: Iterable[str], similarity: float) -> str:
    """The known word most like `word`, or empty when none reaches `similarity` [%]."""
    return _best(word, known, similarity, fuzz.ratio)


def nearest_in_part(word: str, known: Iterable[str], similarity: float) -> str:
    """Like `nearest`, but part of a known word will do: ``bladder`` for ``bladder_change``."""
    whole = nearest(word, known, similarity)
    return whole or _best(word, known, similarity, fuzz.token_set_ratio)


def _best(word: str, known: Iterable[str], similarity: float, scorer: Callable[..., float]) -> str:
    if not word or len(word) > _LONGEST_WORD:
        return ""
    spaced = {name.replace("_", " "): name for name in known}
    found = process.extractOne(
        word.replace("_", " "), list(spaced), scorer=scorer, score_cutoff=similarity
    )
    return spaced[found[0]] if found else ""
