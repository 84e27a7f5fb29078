"""From a name as typed to plain words that can be looked up."""

import re
import unicodedata
from collections.abc import Collection

#: Elided articles and prepositions of French, Italian, Catalan: ``d'épaules``, ``all'indietro``.
_ELISION = re.compile(
    r"(?<![^\W_])(?:d|l|un|dell|all|sull|nell|dall|qu)['`\u2018\u2019\u00b4](?=\w)"
)
_APOSTROPHE = re.compile(r"['`\u2018\u2019\u00b4\u02bc]")
#: The joints of ``benchPress`` and ``EZBarCurl``.
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_WORD = re.compile(r"[^\W_]+")
#: Most names: nothing in them that is more than a word.
_PLAIN = re.compile(r"[a-z ]*")
_DISTANCE = re.compile(r"\b\d+ ?(?:k?m|mi|miles?|k?cals?|calories)\b")
_ES_PLURAL = ("ches", "shes", "sses", "xes")

#: Stands for any distance or energy written with its unit, as in "Row 500m".
DISTANCE_WORD = "distance"


def words(name: str, longest: int) -> list[str]:
    """Split a name into lower-case words without accents.

    Parameters
    ----------
    name : str
        The name as typed.
    longest : int
        Characters to look at.

    Returns
    -------
    list of str
        Words in the order written; empty for a name without letters and digits.
    """
    text = name[:longest]
    if _PLAIN.fullmatch(text):
        return text.split()
    text = plain(text)
    if _PLAIN.fullmatch(text):
        return text.split()
    text = text.replace("&", " and ")
    text = " ".join(_WORD.findall(_APOSTROPHE.sub("", _ELISION.sub("", text))))
    return _DISTANCE.sub(DISTANCE_WORD, text).split()


def split_humps(name: str) -> str:
    """Set the words of a name written as one word apart: ``benchPress`` becomes ``bench Press``."""
    return _HUMP.sub(" ", name)


def plain(text: str) -> str:
    """Fold case and strip accents: ``Soulevé`` becomes ``souleve``."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = unicodedata.normalize("NFKD", folded)
    return "".join([mark for mark in folded if not unicodedata.combining(mark)])


def singular(word: str, not_plural: Collection[str]) -> str:
    """Strip a plural s, so that ``Lunges`` and ``Lunge`` are the same word."""
    if not word.endswith("s") or len(word) < 3 or word in not_plural:
        return word
    if word.endswith(_ES_PLURAL):
        return word[:-2]
    if word.endswith(("ss", "us", "is")):
        return word
    return word[:-1]
