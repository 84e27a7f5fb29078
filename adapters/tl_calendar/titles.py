"""What the title of an event tells about how it is spent (``titles.toml``)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from tl_analyzer.log import PlannedSport

_WORDS = re.compile(r"\w+|&")
#: Lists of the data file that tell a training, in the order of the sports.
_SPORTS = ("ride", "strength", "other")
#: Characters of a title that are looked at.
_LONGEST = 300


@dataclass(frozen=True)
class Training:
    """What a title says of a training.

    Attributes
    ----------
    sport : PlannedSport
        The sport.
    word : str
        The word that told it, as the data file has it: all that is kept of a title.
    """

    sport: PlannedSport
    word: str


@dataclass(frozen=True)
class Titles:
    """Phrases by what they tell; the data file says what each list means.

    Phrases are without case and accents. ``written`` has those that tell a training as the data
    file has them.
    """

    ride: tuple[str, ...]
    strength: tuple[str, ...]
    other: tuple[str, ...]
    no_training: tuple[str, ...]
    on_the_feet: tuple[str, ...]
    seated: tuple[str, ...]
    away: tuple[str, ...]
    day_off: tuple[str, ...]
    written: Mapping[str, str]

    def tell_on_the_feet(self, title: str) -> bool:
        """Whether an event of this title is not spent on the chair of the desk."""
        text = _plain(title)
        phrases = (*self.ride, *self.strength, *self.other, *self.on_the_feet)
        return _holds(text, phrases) and not _holds(text, self.seated)

    def tell_training(self, title: str) -> Training | None:
        """The training that a title names first, by its longest phrase; None without one."""
        text = _plain(title)
        if _holds(text, self.seated) or _holds(text, self.no_training):
            return None
        named = [
            (text.index(phrase), -len(phrase), sport, phrase)
            for sport, phrases in self._sports()
            for phrase in phrases
            if phrase in text
        ]
        if not named:
            return None
        _, _, sport, phrase = min(named)
        return Training(sport, self.written[phrase])

    def tell_away(self, title: str, *, whole_days: bool) -> bool:
        """Whether an event of this title is spent away from work."""
        text = _plain(title)
        return _holds(text, self.away) or (whole_days and _holds(text, self.day_off))

    def _sports(self) -> tuple[tuple[PlannedSport, tuple[str, ...]], ...]:
        by_sport = (self.ride, self.strength, self.other)
        return tuple(zip(PlannedSport, by_sport, strict=True))


@cache
def shipped_titles() -> Titles:
    """The words as shipped."""
    table = tomli.loads(files("tl_calendar").joinpath("titles.toml").read_text("utf-8"))
    plain = {name: tuple(map(_plain, words)) for name, words in table.items()}
    written = {_plain(word): word for name in _SPORTS for word in table[name]}
    return Titles(**plain, written=written)


def _holds(text: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in text for phrase in phrases)


def _plain(title: str) -> str:
    """Words without case and accents, a blank before and after each."""
    text = title[:_LONGEST].replace("\\,", " ").replace("\\n", " ").casefold()
    # Letters of these languages that have no accent to lose.
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return f" {' '.join(_WORDS.findall(bare))} "


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae"})
