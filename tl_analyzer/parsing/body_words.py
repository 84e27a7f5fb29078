"""Regions and sides of the body in the words of a questionnaire (``body_words.toml``)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from tl_analyzer.vocabulary import REGIONS, SIGNS

#: Between several answers of one cell: what spreadsheets and forms put there.
_BETWEEN = re.compile(r"[;,|+&/\n\t]")
_GAP = re.compile(r"[\W_]+")
#: Longer text is a sentence and no name of a region.
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is felt.

    Attributes
    ----------
    region, side : str
        Words of the published vocabulary; empty where not said.
    """

    region: str = ""
    side: str = ""


def plain_words(text: str) -> str:
    """Text in the spelling used for comparison: lower case, no accents, single blanks."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return _GAP.sub(" ", letters).strip()


def says_nothing(cell: str) -> bool:
    """Whether a cell is empty or a word for nothing."""
    return plain_words(cell) in _words().blank


def answers(cell: str) -> list[str]:
    """Several answers of one cell, one by one; empty ones left out."""
    return [part.strip() for part in _BETWEEN.split(cell) if not says_nothing(part)]


def read_place(answer: str) -> Place | None:
    """Region and side that an answer names, such as ``left hip``; None if it names neither.

    Every word has to be accounted for: text with anything else in it is not understood.
    """
    if len(answer) > _LONGEST:
        return None
    known = _words()
    text = plain_words(answer)
    if side := known.side.get(text):
        return Place(side=side)
    if region := known.region.get(text):
        return Place(region=region)
    words = text.split()
    for at, word in enumerate(words):
        side = known.side.get(word, "")
        region = known.region.get(" ".join(words[:at] + words[at + 1 :]), "")
        if side and region:
            return Place(region, side)
    return None


def read_side(answer: str) -> str:
    """``left``, ``right``, ``both``, or empty where it is none of them."""
    return _words().side.get(plain_words(answer), "")


def read_sign(answer: str) -> str:
    """A sign of the published vocabulary, or empty."""
    name = plain_words(answer).replace(" ", "_")
    return name if name in SIGNS else ""


@dataclass(frozen=True, slots=True)
class _Words:
    blank: frozenset[str]
    side: Mapping[str, str]
    region: Mapping[str, str]


@cache
def _words() -> _Words:
    text = files("tl_analyzer.parsing").joinpath("body_words.toml").read_text(encoding="utf-8")
    table = tomli.loads(text)
    region = {name.replace("_", " "): name for name in REGIONS}
    region |= {word: name for name, words in table["region"].items() for word in words}
    return _Words(
        blank=frozenset(table["blank"]),
        side={word: side for side, words in table["side"].items() for word in words},
        region=region,
    )
