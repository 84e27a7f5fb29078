"""What a file is that is called ``.fit`` and is none."""

import codecs

_MAGIC_AT = 8
_MAGIC = b".FIT"
#: With and without a checksum of the header.
_HEADER_SIZES = (12, 14)

#: First bytes of files that people take for rides, and what to call them.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x00\x05\x16\x07", "a macOS resource file"),
)

#: Words near the beginning of text files, and what to call the file.
_TEXTS = (
    (b"<TrainingCenterDatabase", "a TCX file"),
    (b"<gpx", "a GPX file"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
)


def is_fit(head: bytes) -> bool:
    """Whether the bytes begin with the header of a FIT file."""
    return head[_MAGIC_AT : _MAGIC_AT + len(_MAGIC)] == _MAGIC and head[0] in _HEADER_SIZES


def description(head: bytes) -> str:
    """What a file is, in the words a user knows, judged by its first bytes."""
    if not head:
        return "an empty file"
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if not any(head):
        return "a file of zero bytes only, as after a failed copy"
    if head[_MAGIC_AT : _MAGIC_AT + len(_MAGIC)] == _MAGIC:
        return f"a FIT header of impossible size {head[0]}"
    lower = head.lower()
    for word, name in _TEXTS:
        if word.lower() in lower:
            return name
    return "a text file" if _is_text(head) else "unknown binary data"


def _is_text(head: bytes) -> bool:
    try:
        # Not final: the head may end inside a character.
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char.isspace() for char in text)
