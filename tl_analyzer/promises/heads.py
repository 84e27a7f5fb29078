"""Heads of files that are not an adapter's: made to harm, dragged in by mistake, another's."""

import time
from collections.abc import Iterable, Iterator

from tl_analyzer.adapter import Adapter, SourceFile
from tl_analyzer.promises.broken import Broken
from tl_analyzer.promises.outcome import answer

#: Heads no adapter may stumble over: what is dragged in by mistake, and what is made to harm.
HOSTILE_HEADS: tuple[bytes, ...] = (
    b"",
    b"\0",
    b"\0" * 65_536,
    b"\n" * 65_536,
    b"," * 65_536,
    b'"' * 65_536,
    b"[" * 65_536,
    b'{"buckets":' * 5_957,
    b"<a>" * 21_845,
    b"a" * 65_536,
    b"\xff\xfe",
    b"\xff\xfe" + "Datum;Übung".encode("utf-16-le"),
    b"\xef\xbb\xbf",
    b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    b"PK\x03\x04" + b"\0" * 100,
    b"\x1f\x8b\x08\x00" + b"\0" * 100,
    b"SQLite format 3\0" + b"\0" * 100,
    b"\x0e\x10\xff\xff\xff\xff\xff\xff.FIT\0\0",
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    b"Date,Weight\n" + b"2026-13-45,NaN\n" * 100,
    "\u202e\u0000\ud7ff\U0010ffff".encode(),
)

#: Names under which they come.
_NAMES = ("file", "export.csv", "a.json", "a.xml", "a.ics", "\u202e.zip")

#: From here on a head is tried under those names alone that it may be looked into for: a wide table
#: takes every adapter its time. [bytes]
_LARGE = 10_000
_SUITING = {b"[": "a.json", b"{": "a.json", b"<": "a.xml"}

#: An adapter that needs longer for one head hangs on the next. [s]
ANSWERS_WITHIN_S = 5.0


def stumbles(adapter: Adapter) -> Iterator[Broken]:
    """Heads to which an adapter has no answer, or none soon."""
    for number, head in enumerate(HOSTILE_HEADS):
        for name in _names(head):
            begun = time.perf_counter()
            said = answer(adapter, SourceFile.of_bytes(name, head))
            took = time.perf_counter() - begun
            which = f"hostile head {number} as {name!r}"
            if not isinstance(said, bool):
                yield Broken("answers yes or no to any head", which, said)
            if took > ANSWERS_WITHIN_S:
                yield Broken("answers soon", which, f"took {took:.0f} s")


def _names(head: bytes) -> tuple[str, ...]:
    return _NAMES if len(head) < _LARGE else ("file", _SUITING.get(head[:1], "export.csv"))


def claims(adapter: Adapter, foreign: Iterable[SourceFile]) -> Iterator[Broken]:
    """Files of others that an adapter claims."""
    for file in foreign:
        if answer(adapter, file) is True:
            yield Broken("claims no file of another format", file.name, "claimed it")
