"""What somebody may have meant by a word that is not known."""

from collections.abc import Iterable

#: How alike a word has to be to be named; below it guesses are only confusing. [1]
_ALIKE = 0.5


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known word most like the one that was typed, whatever its case; empty if none is."""
    # Loaded for a mistake alone: a command should not wait for it.
    from difflib import get_close_matches

    words = {word.casefold(): word for word in known}
    near = get_close_matches(typed.strip().casefold(), words, n=1, cutoff=_ALIKE)
    return words[near[0]] if near else ""


def did_you_mean(typed: str, known: Iterable[str], otherwise: str = "") -> str:
    """Ask for the nearest known word; say something else where none is near."""
    near = nearest(typed, known)
    return f"Did you mean {near!r}?" if near else otherwise
