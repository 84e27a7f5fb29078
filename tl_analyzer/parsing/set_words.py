"""Set notation brought to one spelling: words, signs and blanks (``set_notation.toml``)."""

import re
import unicodedata
from functools import cache, cached_property
from importlib.resources import files
from itertools import product

import tomli
from pydantic import BaseModel, ConfigDict

from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.numbers import Unreadable

_TOKEN = re.compile(r"\d+(?:\.\d+)?|\.\d+|[^\W\d_]+\.?|\s+|.", re.DOTALL)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
#: A comma that could be a decimal comma: one or two digits follow, and a number ends there.
_TIGHT = re.compile(r"(?<=\d),(?=\d{1,2}(?![\d.]))")
#: A comma that only separates.
_LOOSE = re.compile(r",\s|\s,|;")
_SIGNS = frozenset("@,;:/-+%x")
#: The decimal comma of a load in front: ``82,5x5,85x5``.
_FRONT = re.compile(r"(^|,)(\d+),(\d{1,2})(?=\s?[x\u00d7*])")
#: Commas of which every combination is tried; beyond, all are alike or those of loads in front.
_COMMAS_TRIED = 8


class SetWords(BaseModel):
    """The table: words by the spelling they are brought to, and bounds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text_length: int
    sets_most: int
    reps_most: int
    load_most: float
    seconds_most: float
    bare_sets_most: int
    bare_reps_most: int
    bare_load_least: float
    list_reps_most: int
    words: dict[str, tuple[str, ...]]

    @cached_property
    def spelling(self) -> dict[str, str]:
        """The one spelling of each word."""
        return {word: plain for plain, words in self.words.items() for word in words}


@cache
def set_words() -> SetWords:
    """Read the table, once."""
    text = files("tl_analyzer.parsing").joinpath("set_notation.toml").read_text(encoding="utf-8")
    return SetWords.model_validate(tomli.loads(text))


def spellings(text: str) -> list[list[str]]:
    """Spell a notation in one way, for each way in which its commas can be meant.

    Returns
    -------
    list of list of str
        Groups of spellings such as ``3x10@60kg``; those of a later group count only where no
        earlier one makes sense. ``;`` and line breaks are ``;``.

    Raises
    ------
    Unreadable
        If the text is empty, too long, or holds a word that belongs to no notation.
    """
    if len(text) > set_words().text_length:
        raise Unreadable("sets in short, such as 3 x 10 @ 60 kg")
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold().strip()
    if not plain:
        raise Unreadable("sets, such as 3 x 10 @ 60 kg")
    parts = _TIGHT.split(plain)
    decimal = _spell(".".join(parts))
    if len(parts) == 1:
        return [[decimal]]
    mixed = [_spell(joined) for joined in _joined(plain, parts)]
    return [[decimal], mixed] if _LOOSE.search(plain) else [mixed]


def _joined(plain: str, parts: list[str]) -> list[str]:
    """The text with each of its doubtful commas as a point or as a comma."""
    commas = len(parts) - 1
    if commas > _COMMAS_TRIED:
        return [plain, ".".join(parts), _FRONT.sub(r"\1\2.\3", plain)]
    return [
        parts[0] + "".join(sign + part for sign, part in zip(signs, parts[1:], strict=True))
        for signs in product(".,", repeat=commas)
    ]


def _spell(text: str) -> str:
    return "".join(_token(token) for token in _TOKEN.findall(text))


def _token(token: str) -> str:
    if token.isspace():
        return ";" if "\n" in token or "\r" in token else ""
    if token[0] in "0123456789" or (token[0] == "." and len(token) > 1):
        return token
    known = set_words().spelling
    word = token.rstrip(".")
    if word in known:
        return known[word]
    if token in _SIGNS:
        return token
    # `60kgx5`, `5xBW`: the sign between them is a letter like theirs.
    for part, joined in ((word[:-1], "{}x"), (word[1:], "x{}")):
        if "x" in (word[-1:], word[:1]) and part in known and len(part) < len(word):
            return joined.format(known[part])
    raise Unreadable(
        f"sets in numbers, such as 3 x 10 @ 60 kg, without {echo(token)}",
        "Write sets, repetitions and load as numbers; put words into the notes.",
    )


def unclear() -> Unreadable:
    """What to say of a text that is no notation, or more than one."""
    return Unreadable(
        "sets that can be read in one way, such as 3 x 10 @ 60 kg",
        "Write sets x repetitions @ load with its unit, and commas between different sets.",
    )
