"""From bytes to lines: encodings, byte-order marks, NUL bytes."""

import codecs
import io
from dataclasses import dataclass
from functools import lru_cache

from tl_analyzer.log import Problem, ProblemKind

#: Bytes by which text is told from anything else, and the share of control characters (besides
#: NUL, tabulator and line ends) that a text with NUL bytes in it never has.
_LOOKED_AT = 1024
_CONTROL = bytes(code for code in range(1, 32) if code not in (9, 10, 12, 13, 27))
_CONTROL_SHARE = 0.02
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Text:
    """The lines of a file, line ends kept, and what was amiss with its bytes.

    Attributes
    ----------
    lines : list of str
        Lines as an editor counts them.
    foreign : list of int
        Numbers of the lines that are not UTF-8 and were read as Windows-1252.
    nul : list of int
        Numbers of the lines that held NUL bytes, now removed.
    """

    lines: list[str]
    foreign: list[int]
    nul: list[int]

    def problems(self, file: str) -> list[Problem]:
        """What the reader should know about the bytes of `file`."""
        found = []
        if self.foreign:
            found.append(
                Problem(
                    file=file,
                    line=self.foreign[0],
                    kind=ProblemKind.NOTE,
                    code="encoding",
                    found=f"lines that are not UTF-8: {len(self.foreign)}",
                    expected="UTF-8",
                    hint="They were read as Windows-1252; check letters with accents.",
                )
            )
        if self.nul:
            found.append(
                Problem(
                    file=file,
                    line=self.nul[0],
                    kind=ProblemKind.REPAIRED,
                    code="nul-bytes",
                    found=f"lines with NUL bytes: {len(self.nul)}",
                    expected="text",
                    hint="They were removed; export the file again if sets are missing.",
                )
            )
        return found


@lru_cache(maxsize=8)
def decode_head(head: bytes) -> Text:
    """Decode the head of a file, once for all adapters that ask; binary files have no lines."""
    first = head[:_LOOKED_AT]
    odd = len(first) - len(first.translate(None, _CONTROL))
    binary = 0 in first and odd > _CONTROL_SHARE * len(first)
    if binary and not head.startswith(_UTF16_MARKS):
        return Text(lines=[], foreign=[], nul=[])
    return decode(head)


def decode(data: bytes) -> Text:
    """Decode a file or the head of one; never fails."""
    if data.startswith(_UTF16_MARKS):
        return _without_nul(_split(data.decode("utf-16", errors="replace")), [])
    try:
        return _without_nul(_split(data.decode("utf-8-sig")), [])
    except UnicodeDecodeError:
        return _decode_by_line(data.removeprefix(codecs.BOM_UTF8))


def _decode_by_line(data: bytes) -> Text:
    """Decode line by line, so that one foreign byte does not spoil the rest."""
    lines, foreign = [], []
    for number, raw in enumerate(data.splitlines(keepends=True), start=1):
        line, is_foreign = decode_line(raw)
        lines.append(line)
        if is_foreign:
            foreign.append(number)
    return _without_nul(lines, foreign)


def decode_line(raw: bytes) -> tuple[str, bool]:
    """Decode one line, with whether it is not UTF-8 and was read as Windows-1252."""
    try:
        return raw.decode("utf-8"), False
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), True


def _split(text: str) -> list[str]:
    """Split at CR, LF and CRLF alone: other separators of Unicode are part of a cell."""
    return list(io.StringIO(text, newline=""))


def _without_nul(lines: list[str], foreign: list[int]) -> Text:
    nul = [number for number, line in enumerate(lines, start=1) if "\0" in line]
    for number in nul:
        lines[number - 1] = lines[number - 1].replace("\0", "")
    return Text(lines=lines, foreign=foreign, nul=nul)
