"""Lines of a file of any size, one after the other, each decoded by itself."""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from tl_analyzer.adapter import SourceFile
from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.text import decode_line

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end.

    Attributes
    ----------
    number : int
        Counted from 1.
    text : str
        What stands on it, without NUL bytes.
    cut : bool
        Whether it is longer than is read.
    """

    number: int
    text: str
    cut: bool


def stream_lines(file: SourceFile) -> Iterator[Line]:
    """Yield the lines of a file; one stray byte spoils one line at most."""
    longest = bounds().line_bytes
    with file.open() as stream:
        read = _wide if file.head.startswith(_WIDE_MARKS) else _narrow
        for number, (text, cut) in enumerate(read(stream, longest), start=1):
            yield Line(number, text.replace("\0", ""), cut)


def _narrow(stream: BinaryIO, longest: int) -> Iterator[tuple[str, bool]]:
    raw = stream.readline(longest).removeprefix(codecs.BOM_UTF8)
    while raw:
        cut = len(raw) == longest and not raw.endswith(b"\n")
        if cut:
            while (rest := stream.readline(longest)) and not rest.endswith(b"\n"):
                pass
        text = decode_line(raw)[0]
        for line in _LINE_ENDS.split(text.removesuffix("\n").removesuffix("\r")):
            yield line, cut
        raw = stream.readline(longest)


def _wide(stream: BinaryIO, longest: int) -> Iterator[tuple[str, bool]]:
    text = io.TextIOWrapper(stream, "utf-16", "replace", newline="")
    while line := text.readline(longest):
        cut = len(line) == longest and not line.endswith(("\n", "\r"))
        if cut:
            while (rest := text.readline(longest)) and not rest.endswith(("\n", "\r")):
                pass
        yield line.rstrip("\r\n"), cut
