"""What was done, by the word a track file has for it."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sport:
    """A sport in the words of the FIT profile.

    Attributes
    ----------
    name : str
        The sport; ``unknown`` where the file does not say.
    sub_sport : str
        Of a ride: its kind; mostly empty.
    """

    name: str
    sub_sport: str = ""

    @property
    def is_ride(self) -> bool:
        """Whether it is ridden on a bike."""
        return self.name == "cycling"


@dataclass(frozen=True, slots=True)
class _Words:
    sports: dict[str, Sport]
    indoor_programs: frozenset[str]
    indoor_kinds: frozenset[str]


def sport_named(*words: str) -> Sport:
    """The sport that the first known of some words means."""
    known = _words().sports
    found = (known[folded] for word in words if (folded := _fold(word)) in known)
    return next(found, Sport(UNKNOWN))


def is_indoors(sport: Sport, program: str) -> bool:
    """Whether a ride of this kind, recorded by this program, is ridden on a trainer."""
    words = _words()
    if sport.sub_sport in words.indoor_kinds:
        return True
    folded = _fold(program)
    return any(folded.startswith(name) for name in words.indoor_programs)


@cache
def _words() -> _Words:
    table = tomllib.loads(files("tl_track").joinpath("sports.toml").read_text(encoding="utf-8"))
    rides = {
        _fold(word): Sport("cycling", kind)
        for kind, words in table["ride"].items()
        for word in words
    }
    others = {_fold(word): Sport(name) for name, words in table["other"].items() for word in words}
    return _Words(
        sports=others | rides,
        indoor_programs=frozenset(map(_fold, table["indoors"]["programs"])),
        indoor_kinds=frozenset(table["indoors"]["sub_sports"]),
    )


def _fold(word: str) -> str:
    """A word without case, marks, blanks and hyphens."""
    plain = unicodedata.normalize("NFKD", word[:80].casefold())
    return "".join(char for char in plain if char.isalnum())
