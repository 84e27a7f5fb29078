"""Texts that UTF-8 cannot hold, such as file names of another encoding, written so that it can."""

import re

#: Begins an escape: a noncharacter, which no text should hold, and which is escaped if one does.
_ESCAPE = "\ufdd0"
_UNWRITABLE = re.compile("[\ud800-\udfff\ufdd0]")
_ESCAPED = re.compile(_ESCAPE + "([0-9a-f]{4})")


def writable(text: str) -> str:
    """Return the text with lone surrogates escaped."""
    return _UNWRITABLE.sub(lambda found: f"{_ESCAPE}{ord(found[0]):04x}", text)


def as_it_was(text: str) -> str:
    """Return the text that `writable` was given."""
    if _ESCAPE not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
