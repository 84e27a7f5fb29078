"""What was done, by the word a platform has for it."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

UNKNOWN = "unknown"
STRENGTH = "strength_training"
_INDOORS = frozenset({"indoor_cycling", "spin", "virtual_activity"})


@dataclass(frozen=True, slots=True)
class Sport:
    """A sport in the words of the FIT profile.

    Attributes
    ----------
    name : str
        The sport; ``unknown`` where the word is not known.
    sub_sport : str
        Of a ride: its kind; mostly empty.
    """

    name: str
    sub_sport: str = ""

    @property
    def is_ride(self) -> bool:
        """Whether it is ridden on a bike."""
        return self.name == "cycling"

    @property
    def indoor(self) -> bool | None:
        """Whether it is ridden indoors; None where the word does not say."""
        return True if self.sub_sport in _INDOORS else None


def sport_named(word: str) -> Sport:
    """The sport that a word means."""
    return _words().get(_fold(word), Sport(UNKNOWN))


@cache
def _words() -> dict[str, Sport]:
    table = tomllib.loads(files("tl_bulk").joinpath("sports.toml").read_text(encoding="utf-8"))
    rides = {
        _fold(word): Sport("cycling", sub_sport)
        for sub_sport, words in table["ride"].items()
        for word in words
    }
    others = {_fold(word): Sport(name) for name, words in table["other"].items() for word in words}
    return others | rides


def _fold(word: str) -> str:
    """A word without case, accents, blanks, underscores and hyphens."""
    plain = unicodedata.normalize("NFKD", word[:80].casefold())
    return "".join(char for char in plain if char.isalnum())
