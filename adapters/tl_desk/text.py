"""Bytes to text: byte-order marks, UTF-8, and the Windows code page as the last resort."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


def decode(data: bytes, *, cut: bool = False) -> str:
    """Text of `data` without its byte-order mark; `cut` data may end within a character."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def lines(stream: BinaryIO, head: bytes, longest: int) -> Iterator[tuple[str, bool]]:
    """Lines of a text file without their ends, each with whether it was cut at `longest` bytes.

    Each line is decoded by itself, so that one stray byte spoils one line at most.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from _wide_lines(io.TextIOWrapper(stream, "utf-16", "replace", newline=""), longest)
        return
    while raw := stream.readline(longest):
        cut = len(raw) == longest and not raw.endswith(b"\n")
        if cut:
            while (rest := stream.readline(longest)) and not rest.endswith(b"\n"):
                pass
        text = decode(raw, cut=cut)
        for line in _LINE_ENDS.split(text.removesuffix("\n").removesuffix("\r")):
            yield line, cut


def _wide_lines(text: io.TextIOWrapper, longest: int) -> Iterator[tuple[str, bool]]:
    while line := text.readline(longest):
        cut = len(line) == longest and not line.endswith(("\n", "\r"))
        if cut:
            while (rest := text.readline(longest)) and not rest.endswith(("\n", "\r")):
                pass
        yield line.rstrip("\r\n"), cut
