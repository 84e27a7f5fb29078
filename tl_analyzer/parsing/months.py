"""Names of months in the languages of the apps, from the Unicode locale data."""

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from babel.dates import get_month_names

_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
#: Turkish tells it from i; months do not need to.
_DOTLESS_I = "\N{LATIN SMALL LETTER DOTLESS I}"
#: Shortest beginning of a name that may stand for it.
_PREFIX = 3


def fold(name: str) -> str:
    """Bring a month name to the form in which names are compared: no case, marks or dots."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace(_DOTLESS_I, "i"))
    return "".join(char for char in plain if char.isalpha() and not unicodedata.combining(char))


@cache
def month_names(language: str) -> dict[str, int]:
    """Months of a language by their names, long and short, in every grammatical form."""
    return {
        fold(name): number
        for width in _WIDTHS
        for context in _CONTEXTS
        for number, name in get_month_names(width, context, locale=language).items()
    }


@lru_cache(maxsize=1024)
def month_number(name: str, languages: tuple[str, ...]) -> int | None:
    """Find the month that `name` means in any of the languages.

    A name found in one of them is that month. Otherwise apps differ from the locale data in
    where they cut a name short: then a beginning decides, if all languages agree on it.
    """
    folded = fold(name)
    for language in languages:
        if (exact := month_names(language).get(folded)) is not None:
            return exact
    if len(folded) < _PREFIX:
        return None
    begun = {
        number
        for language in languages
        for full, number in month_names(language).items()
        if full.startswith(folded)
    }
    return begun.pop() if len(begun) == 1 else None
