"""Foreign text as GoldenCheetah's reader can take it, and as a terminal can show it."""

#: Its reader takes a backslash before a letter for an escape, even an escaped one.
_BACKSLASH = "\\"


def plain_line(text: str, longest: int) -> str:
    """Text on one line, without characters that could do anything but be read.

    Parameters
    ----------
    text : str
        Any text.
    longest : int
        Characters that are kept.
    """
    shown = (sign if sign.isprintable() else " " for sign in text[: 4 * longest])
    return " ".join("".join(shown).replace(_BACKSLASH, "/").split())[:longest]
