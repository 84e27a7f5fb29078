"""All promises of an adapter, over all its samples."""

from collections.abc import Iterable, Iterator, Sequence

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.promises.broken import Broken
from tl_analyzer.promises.heads import claims, stumbles
from tl_analyzer.promises.of_a_sample import SAMPLE_PROMISES
from tl_analyzer.promises.outcome import read


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
    yield from stumbles(adapter)
    yield from claims(adapter, foreign)
    for file in samples:
        for promise in SAMPLE_PROMISES.values():
            yield from promise(adapter, file, knows)
    yield from remembers(adapter, samples, knows)


def remembers(
    adapter: Adapter, samples: Sequence[SourceFile], reading: Reading
) -> Iterator[Broken]:
    """Read all samples forwards and backwards: none may leave anything behind for the next."""
    forwards = [read(adapter, file, reading) for file in samples]
    backwards = [read(adapter, file, reading) for file in reversed(samples)][::-1]
    for file, once, again in zip(samples, forwards, backwards, strict=True):
        if once.without_time != again.without_time:
            promise = "reads the same whatever was read before"
            yield Broken(promise, file.name, "another result in another order")
