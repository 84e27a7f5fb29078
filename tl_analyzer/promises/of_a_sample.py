"""What an adapter promises for each file it reads."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import BinaryIO, Final

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import Problem, Tally
from tl_analyzer.promises.broken import Broken
from tl_analyzer.promises.outcome import answer, read

#: Mutations tried on each sample, and how many bytes each may touch.
MUTATIONS = 24
TOUCHED = 8

#: A sample is small: an adapter that reads longer hangs on an export of years. [s]
READS_WITHIN_S = 30.0

#: Looks at an adapter, a sample and what may be known about the athlete.
SamplePromise = Callable[[Adapter, SourceFile, Reading], Iterator[Broken]]


def recognised(adapter: Adapter, file: SourceFile, _: Reading) -> Iterator[Broken]:
    """It says yes to its sample, and needs no more than the head for it."""

    def closed() -> BinaryIO:
        raise AssertionError("the file was opened")

    head_only = replace(file, opener=closed)
    for each, promise in ((file, "recognises its sample"), (head_only, "recognises by head alone")):
        said = answer(adapter, each)
        if said is not True:
            yield Broken(promise, file.name, said or "said no")


def read_quietly(adapter: Adapter, file: SourceFile, reading: Reading) -> Iterator[Broken]:
    """It reads without raising, soon, and leaves standard output to the program."""
    outcome = read(adapter, file, reading)
    for how in filter(None, (outcome.raised, outcome.strange)):
        yield Broken("reads its sample", file.name, how)
    if outcome.printed:
        yield Broken("prints nothing", file.name, f"printed {outcome.printed!r}")
    if outcome.seconds > READS_WITHIN_S:
        yield Broken("reads soon", file.name, f"took {outcome.seconds:.0f} s")


def nothing_lost(adapter: Adapter, file: SourceFile, reading: Reading) -> Iterator[Broken]:
    """Every row is read, refused with a problem, or set aside by name."""
    outcome = read(adapter, file, reading)
    for how in outcome.faults(adapter, file):
        yield Broken("accounts for every row", file.name, how)
    if outcome.items and isinstance(tally := outcome.items[-1], Tally):
        entries = sum(not isinstance(item, Problem | Tally) for item in outcome.items)
        if entries and not tally.read:
            how = f"{entries} entries of no row that was read"
            yield Broken("accounts for every row", file.name, how)


def idempotent(adapter: Adapter, file: SourceFile, reading: Reading) -> Iterator[Broken]:
    """The same bytes give the same log."""
    once, again = (read(adapter, file, reading) for _ in range(2))
    if once.without_time != again.without_time:
        yield Broken("reads the same from the same bytes", file.name, "another result")


def damaged(adapter: Adapter, file: SourceFile, reading: Reading) -> Iterator[Broken]:
    """Cut and flip bytes of a sample: whatever comes of it, it is accounted for."""
    data = file.read()
    chance = random.Random(file.digest)
    for number in range(MUTATIONS):
        changed = SourceFile.of_bytes(file.name, _mutated(data, number, chance))
        changed = replace(changed, columns=file.columns)
        promise = f"reads a damaged file, mutation {number}"
        said = answer(adapter, changed)
        if not isinstance(said, bool):
            yield Broken(promise, file.name, said)
        elif said:
            for how in read(adapter, changed, reading).faults(adapter, changed):
                yield Broken(promise, file.name, how)


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


#: By the name under which a test reports them.
SAMPLE_PROMISES: Final[Mapping[str, SamplePromise]] = MappingProxyType(
    {
        "recognise": recognised,
        "read": read_quietly,
        "nothing-lost": nothing_lost,
        "idempotent": idempotent,
        "damaged-copies": damaged,
    }
)
