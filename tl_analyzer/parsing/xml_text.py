"""From the bytes of an XML document to its characters."""

import codecs
import re

#: Bytes that XML 1.0 forbids and exports contain.
_CONTROL = bytes(b for b in range(32) if b not in (9, 10, 13))
_STATED = re.compile(rb"""^[\s\xef\xbb\xbf]*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
#: Encodings in which every byte below 32 is that control character, as this module relies on.
_PLAIN = re.compile(r"ascii|utf-8|iso8859|cp\d|koi8|mac|gb|big5|euc|shift")
_WIDE = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


class Characters:
    """Decodes a document piece by piece; what is not in its encoding becomes a mark.

    The encoding is the one that its first bytes show, else the one that it states, else UTF-8:
    a document that calls itself UTF-16 and is not is as common as one that is.

    Parameters
    ----------
    first : bytes
        Its beginning.
    """

    def __init__(self, first: bytes) -> None:
        wide = next((name for mark, name in _WIDE if first.startswith(mark)), None)
        plain = "utf-8-sig" if wide else _stated(first)
        self._wide = codecs.getincrementaldecoder(wide)("replace") if wide else None
        self._plain = codecs.getincrementaldecoder(plain)("replace")

    def decoded(self, chunk: bytes) -> str:
        """Characters of the next bytes."""
        if self._wide is not None:
            chunk = self._wide.decode(chunk).encode("utf-8", "replace")
        return self._plain.decode(chunk.translate(None, _CONTROL))


def _stated(first: bytes) -> str:
    """The encoding that a document states, if it can be meant."""
    stated = _STATED.match(first)
    try:
        name = codecs.lookup(stated[1].decode("ascii")).name if stated else ""
    except LookupError:
        name = ""
    return name if _PLAIN.match(name) else "utf-8-sig"
