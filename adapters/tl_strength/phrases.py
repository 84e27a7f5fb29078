"""Phrases looked for in names and notes, word by whole word."""

import re

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> str:
    """The words of a text in small letters, a blank around each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def has_phrase(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in a text."""
    words = words_of(text)
    return any(f" {phrase} " in words for phrase in phrases)
