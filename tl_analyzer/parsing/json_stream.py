"""JSON of any size, value by value: only one value at a time is in memory."""

import codecs
import contextlib
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from tl_analyzer.parsing.bounds import bounds

_CHUNK = 1 << 18
_BLANKS = re.compile(r"[ \t\r\n]*")
#: The end of what is in memory, where a number may be cut: behind ``1``, ``1.`` or ``1e+``.
_NUMBER_GOES_ON = re.compile(r"[.eE]?[-+]?")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Exports carry raw control characters in texts; they do no harm.
_DECODER = json.JSONDecoder(strict=False)


class BadJson(ValueError):
    """A document that cannot be read further.

    Parameters
    ----------
    code, why : str
        A word for grouping, and what is wrong in words for a user.
    line, column : int
        Place of the fault, counted from 1.
    """

    def __init__(self, code: str, why: str, line: int, column: int) -> None:
        super().__init__(why)
        self.code, self.why, self.line, self.column = code, why, line, column


class JsonStream:
    """Walks through one JSON document.

    An object or array is entered with `members` or `items`; what the caller leaves unread of it
    is passed over. All methods raise `BadJson` where the document breaks off or is no JSON; what
    was read before stays valid.

    Parameters
    ----------
    stream : binary stream
        The document from its start, UTF-8 or (with a byte-order mark) UTF-16.
    """

    def __init__(self, stream: BinaryIO) -> None:
        first = stream.read(_CHUNK)
        mark, encoding = next(((m, e) for m, e in _MARKS if first.startswith(m)), (b"", "utf-8"))
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._text = self._decoder.decode(first[len(mark) :])
        self._at = self._dropped = self._depth = 0
        self._more = True
        self._line, self._column = 1, 1

    def peek(self) -> str:
        """First character of what comes next; empty at the end of the document."""
        while True:
            self._at = self._end_of_blanks()
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._refill():
                return ""

    def value(self) -> object:
        """Read the next value whole."""
        self.peek()
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as why:
                if len(self._text) - self._at > bounds().value_length:
                    raise self._fault("json-value-too-long", "a single very long value") from None
                if self._refill():
                    continue
                raise self._fault("json-broken", why.msg, why.pos) from None
            except RecursionError:
                raise self._fault("json-too-deep", "values nested too deeply") from None
            except ValueError:
                raise self._fault("json-broken", "a number with too many digits") from None
            # A number may go on behind what is in memory.
            if _NUMBER_GOES_ON.fullmatch(self._text, end) and self._refill():
                continue
            self._at = end
            return found

    def members(self) -> Iterator[str]:
        """Enter an object: yield each key; its value comes next in the stream."""
        self._take("{", "an object")
        first = True
        while self._goes_on("}", first):
            key = self.value() if self.peek() == '"' else None
            if not isinstance(key, str):
                raise self._fault("json-broken", "no name of a member in quotes")
            self._take(":", "a colon")
            at = self._place()
            yield key
            self._pass_over(at)
            first = False

    def items(self) -> Iterator[int]:
        """Enter an array: yield the number of each item, from 0; the item comes next."""
        self._take("[", "an array")
        number = 0
        while self._goes_on("]", number == 0):
            at = self._place()
            yield number
            self._pass_over(at)
            number += 1

    def skip(self) -> None:
        """Pass over the next value, however large it is."""
        opened = self.peek()
        if opened not in ("{", "["):
            self.value()
            return
        with contextlib.suppress(ValueError, RecursionError):
            _, self._at = _DECODER.raw_decode(self._text, self._at)
            return
        if self._depth >= bounds().json_depth:
            raise self._fault("json-too-deep", "values nested too deeply")
        self._depth += 1
        for _ in self.members() if opened == "{" else self.items():
            pass
        self._depth -= 1

    def _place(self) -> int:
        self.peek()
        return self._dropped + self._at

    def _pass_over(self, at: int) -> None:
        """Pass over a value that the caller has left unread."""
        if self._place() == at:
            self.skip()

    def _goes_on(self, end: str, first: bool) -> bool:
        """Whether another member follows; goes behind the comma or the end."""
        sign = self.peek()
        if sign == end:
            self._at += 1
            return False
        if not first:
            self._take(",", "a comma")
        return True

    def _take(self, sign: str, name: str) -> None:
        if self.peek() != sign:
            raise self._fault("json-broken", f"no {name.partition(' ')[2]} where one must stand")
        self._at += 1

    def _end_of_blanks(self) -> int:
        blanks = _BLANKS.match(self._text, self._at)
        return blanks.end() if blanks else self._at

    def _refill(self) -> bool:
        """Drop what was read and take in more; False at the end of the stream."""
        if not self._more:
            return False
        read = self._stream.read(_CHUNK)
        self._more = bool(read)
        self._line, self._column = self._where(self._at)
        self._dropped += self._at
        self._text = self._text[self._at :] + self._decoder.decode(read, final=not read)
        self._at = 0
        return True

    def _where(self, at: int) -> tuple[int, int]:
        """Line and column of a place in what is in memory."""
        breaks = self._text.count("\n", 0, at)
        if breaks:
            return self._line + breaks, at - self._text.rfind("\n", 0, at)
        return self._line, self._column + at

    def _fault(self, code: str, why: str, at: int | None = None) -> BadJson:
        return BadJson(code, why, *self._where(self._at if at is None else at))
