"""How wide words are, roughly: a picture has to know before it is seen."""

from unicodedata import combining, east_asian_width

#: Width of a letter, and of one that fills a square, in parts of the size of the text. [1]
_LETTER, _SQUARE = 0.6, 1.1


def written_width(words: str, size: float) -> float:
    """Width of words. [px]

    Parameters
    ----------
    words : str
        What is written, in any script.
    size : float
        Size of the text. [px]
    """
    return size * sum(map(_wide, words))


def shortened(words: str, letters: int) -> str:
    """Cut words to a number of letters, with an ellipsis; square ones count twice."""
    room, kept = float(letters), 0
    if sum(map(_wide, words)) <= room * _LETTER:
        return words
    taken = _LETTER
    for kept, letter in enumerate(words):
        taken += _wide(letter)
        if taken > room * _LETTER:
            return words[:kept].rstrip() + "…" if kept else ""
    return words[:kept]


def _wide(letter: str) -> float:
    if combining(letter):
        return 0.0
    return _SQUARE if east_asian_width(letter) in "WF" else _LETTER
