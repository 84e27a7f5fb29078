"""What every adapter promises, as checks that run over any adapter and its samples.

For the authors of adapters: ``tl adapters --verify SAMPLE...``, or in a test of their own::

    assert not list(broken_promises(MyAdapter(), [SourceFile.of_bytes("a.csv", data)]))
"""

import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally

Item = Entry | Problem | Tally

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

#: An adapter that needs longer for one head hangs on the next. [s]
ANSWERS_WITHIN_S = 5.0

#: Mutations tried on each sample, and how many bytes each may touch.
MUTATIONS = 24
TOUCHED = 8


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that was not kept.

    Attributes
    ----------
    promise : str
        What was promised.
    file : str
        The sample with which it was broken.
    how : str
        What happened instead.
    """

    promise: str
    file: str
    how: str


def broken_promises(
    adapter: Adapter,
    samples: Sequence[SourceFile],
    foreign: Iterable[SourceFile] = (),
    reading: Reading | None = None,
) -> Iterator[Broken]:
    """Yield every promise that an adapter breaks.

    Parameters
    ----------
    adapter : Adapter
        The adapter under test.
    samples : sequence of SourceFile
        Files it should read.
    foreign : iterable of SourceFile
        Files that belong to others.
    reading : Reading, optional
        What it may know about the athlete.

    Yields
    ------
    Broken
        In the order of the promises; none from an adapter that keeps them.
    """
    knows = reading or Reading(zone="Europe/Berlin")
    yield from _hostile(adapter)
    for file in foreign:
        if _recognises(adapter, file) is True:
            yield Broken("claims no file of another format", file.name, "claimed it")
    for file in samples:
        yield from _recognised_by_head(adapter, file)
        yield from _account(adapter, file, knows)
        yield from _same_again(adapter, file, knows)
        yield from _damaged(adapter, file, knows)
    yield from _whatever_came_before(adapter, samples, knows)


def _hostile(adapter: Adapter) -> Iterator[Broken]:
    for number, head in enumerate(HOSTILE_HEADS):
        for name in ("file", "export.csv", "a.json", "a.xml", "a.ics", "\u202e.zip"):
            begun = time.perf_counter()
            answer = _recognises(adapter, SourceFile.of_bytes(name, head))
            took = time.perf_counter() - begun
            which = f"hostile head {number} as {name!r}"
            if not isinstance(answer, bool):
                yield Broken("answers yes or no to any head", which, str(answer))
            if took > ANSWERS_WITHIN_S:
                yield Broken("answers soon", which, f"took {took:.0f} s")


def _recognises(adapter: Adapter, file: SourceFile) -> object:
    """Return the answer, or what came in its place."""
    try:
        return adapter.recognises(file)
    except Exception as why:
        return f"{type(why).__name__}: {why}"


def _recognised_by_head(adapter: Adapter, file: SourceFile) -> Iterator[Broken]:
    def closed() -> BinaryIO:
        raise AssertionError("the file was opened")

    head_only = SourceFile(file.name, file.head, file.size, closed, file.columns)
    for each, promise in ((file, "recognises its sample"), (head_only, "recognises by head alone")):
        answer = _recognises(adapter, each)
        if answer is not True:
            yield Broken(promise, file.name, str(answer))


def _read(adapter: Adapter, file: SourceFile, reading: Reading) -> list[Item] | str:
    """Return what was read, or what was raised."""
    try:
        return list(adapter.read(file, reading))
    except Exception as why:
        return f"raised {type(why).__name__}: {why}"


def _account(adapter: Adapter, file: SourceFile, reading: Reading) -> Iterator[Broken]:
    items = _read(adapter, file, reading)
    for how in _faults(adapter, file, items):
        yield Broken("accounts for every row", file.name, how)
    if not isinstance(items, str) and items and isinstance(items[-1], Tally):
        entries = sum(not isinstance(item, Problem | Tally) for item in items)
        if entries and not items[-1].read:
            how = f"{entries} entries of no row that was read"
            yield Broken("accounts for every row", file.name, how)


def _faults(adapter: Adapter, file: SourceFile, items: list[Item] | str) -> Iterator[str]:
    if isinstance(items, str):
        yield items
        return
    tallies = [item for item in items if isinstance(item, Tally)]
    if len(tallies) != 1 or items[-1] is not tallies[0]:
        yield f"{len(tallies)} tallies, and one must come last"
        return
    tally = tallies[0]
    if (tally.file, tally.adapter) != (file.name, adapter.name):
        yield "a tally of another file or adapter"
    refused = [i for i in items if isinstance(i, Problem) and i.kind is ProblemKind.REFUSED]
    if tally.refused and not refused:
        yield f"{tally.refused} refused, and no problem says why"
    for item in items:
        if isinstance(item, Problem) and item.file != file.name:
            yield f"a problem of another file: {item.file}"
        elif not isinstance(item, Problem | Tally):
            source = item.provenance
            if (source.adapter, source.file, source.digest) != (
                adapter.name,
                file.name,
                file.digest,
            ):
                yield f"provenance of another file: {source}"


def _same_again(adapter: Adapter, file: SourceFile, reading: Reading) -> Iterator[Broken]:
    if _read(adapter, file, reading) != _read(adapter, file, reading):
        yield Broken("reads the same from the same bytes", file.name, "another result")


def _whatever_came_before(
    adapter: Adapter, samples: Sequence[SourceFile], reading: Reading
) -> Iterator[Broken]:
    """Read all samples forwards and backwards: none may leave anything behind for the next."""
    forwards = [_read(adapter, file, reading) for file in samples]
    backwards = [_read(adapter, file, reading) for file in reversed(samples)][::-1]
    for file, once, again in zip(samples, forwards, backwards, strict=True):
        if once != again:
            promise = "reads the same whatever was read before"
            yield Broken(promise, file.name, "another result in another order")


def _damaged(adapter: Adapter, file: SourceFile, reading: Reading) -> Iterator[Broken]:
    """Cut and flip bytes of a sample: whatever comes of it, it is accounted for."""
    data = file.read()
    chance = random.Random(file.digest)
    for number in range(MUTATIONS):
        changed = _mutated(data, number, chance)
        damaged = SourceFile.of_bytes(file.name, changed)
        if file.columns is not None:
            damaged = SourceFile(
                file.name, damaged.head, damaged.size, damaged.opener, file.columns
            )
        if _recognises(adapter, damaged) is True:
            items = _read(adapter, damaged, reading)
            for how in _faults(adapter, damaged, items):
                yield Broken(f"reads a damaged file, mutation {number}", file.name, how)


def _mutated(data: bytes, number: int, chance: random.Random) -> bytes:
    if not data:
        return data
    if number % 3 == 0:
        return data[: chance.randrange(len(data))]
    changed = bytearray(data)
    for _ in range(chance.randint(1, TOUCHED)):
        place = chance.randrange(len(changed))
        if number % 3 == 1:
            changed[place] = chance.randrange(256)
        else:
            del changed[place]
            changed.insert(chance.randrange(len(changed) + 1), chance.randrange(256))
    return bytes(changed)
