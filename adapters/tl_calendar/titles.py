"""What the title of an event tells about how it is spent (``titles.toml``)."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

_WORDS = re.compile(r"\w+|&")
#: Characters of a title that are looked at.
_LONGEST = 300


@dataclass(frozen=True)
class Titles:
    """Phrases by what they tell; the data file says what each list means."""

    on_the_feet: tuple[str, ...]
    seated: tuple[str, ...]
    away: tuple[str, ...]
    day_off: tuple[str, ...]

    def tell_on_the_feet(self, title: str) -> bool:
        """Whether an event of this title is not spent on the chair of the desk."""
        text = _plain(title)
        return _holds(text, self.on_the_feet) and not _holds(text, self.seated)

    def tell_away(self, title: str, *, whole_days: bool) -> bool:
        """Whether an event of this title is spent away from work."""
        text = _plain(title)
        return _holds(text, self.away) or (whole_days and _holds(text, self.day_off))


@cache
def shipped_titles() -> Titles:
    """The words as shipped."""
    table = tomli.loads(files("tl_calendar").joinpath("titles.toml").read_text("utf-8"))
    return Titles(**{name: tuple(map(_plain, words)) for name, words in table.items()})


def _holds(text: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in text for phrase in phrases)


def _plain(title: str) -> str:
    """Words without case and accents, a blank before and after each."""
    text = title[:_LONGEST].replace("\\,", " ").replace("\\n", " ").casefold()
    # The one letter of these languages that has no accent to lose.
    apart = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ł", "l"))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return f" {' '.join(_WORDS.findall(bare))} "
