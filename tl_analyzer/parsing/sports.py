"""What was done, by the words that somebody has for it, in the words of the FIT profile.

An adapter keeps its words in ``sports.toml``: of rides by their kind (``[ride]``), of everything
else by the sport (``[other]``). Case, accents, blanks and marks make no difference.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

#: The sport of a word that is not known.
UNKNOWN = "unknown"
_RIDING = "cycling"
#: Characters of a word that are looked at.
_LOOKED_AT = 80


@dataclass(frozen=True, slots=True)
class Sport:
    """A sport in the words of the FIT profile.

    Attributes
    ----------
    name : str
        The sport; ``unknown`` where the words are not known.
    sub_sport : str
        Of a ride: its kind; mostly empty.
    """

    name: str
    sub_sport: str = ""

    @property
    def is_ride(self) -> bool:
        """Whether it is ridden on a bike."""
        return self.name == _RIDING


def find_sport(package: str, *words: str) -> Sport:
    """The sport that the first known of some words means, by the words of a package."""
    known = _sports(package)
    found = (known[folded] for word in words if (folded := fold(word)) in known)
    return next(found, Sport(UNKNOWN))


def fold(word: str) -> str:
    """A word without case, accents, blanks and marks."""
    plain = unicodedata.normalize("NFKD", word[:_LOOKED_AT].casefold())
    return "".join(char for char in plain if char.isalnum())


def ridden_indoors(package: str, sport: Sport, program: str, *, placed: bool) -> bool | None:
    """Whether a recorded ride was ridden on a trainer; None where that cannot be told.

    Parameters
    ----------
    package : str
        Whose ``sports.toml`` names ``[indoors]``: kinds of rides, and how programs' names begin.
    sport : Sport
        A ride of this kind.
    program : str
        The program or device that recorded it.
    placed : bool
        Whether it recorded where it was. Virtual rides record places that are not.
    """
    indoors = sport_table(package)["indoors"]
    named = fold(program)
    if sport.sub_sport in indoors["sub_sports"] or any(
        named.startswith(fold(name)) for name in indoors["programs"]
    ):
        return True
    return False if placed else None


@cache
def sport_table(package: str) -> Mapping[str, Any]:
    """What ``sports.toml`` of a package says."""
    return tomli.loads(files(package).joinpath("sports.toml").read_text(encoding="utf-8"))


@cache
def _sports(package: str) -> Mapping[str, Sport]:
    """Sports by their folded words."""
    table = sport_table(package)
    rides = {
        fold(word): Sport(_RIDING, kind) for kind, words in table["ride"].items() for word in words
    }
    others = {fold(word): Sport(name) for name, words in table["other"].items() for word in words}
    return others | rides
