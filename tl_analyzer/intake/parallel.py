"""Reading over several processes where it helps; the results come as if read one by one.

A pool of processes costs a second before it reads anything. It is started when what is left to
read would take longer than that, judged by how fast it went so far. A worker that dies costs
nothing: what it was reading is read again here.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from tl_analyzer.adapter import Reading
from tl_analyzer.intake.pieces import Piece, cut, read_piece
from tl_analyzer.log import SourceReading
from tl_analyzer.processes import fresh_processes

#: What one process is believed to read before it has read anything. [bytes/s]
_RATE = 20e6
#: How much of that belief is held against what is measured. [s]
_RATE_HELD_S = 0.5
#: Reading that is left from which a pool pays: each process takes most of a second to start. [s]
_WORTH_S = 6.0
#: Pieces handed to a worker at once: at most so many, and until they hold so many bytes.
_BATCH, _BATCH_BYTES = 16, 4 * 1024**2
#: Batches under way for each worker: it never waits, and little lies in memory. [1]
_AHEAD = 2

_Batch = tuple[Piece, ...]
#: What came of each file of each piece.
_Read = tuple[tuple[SourceReading, ...], ...]


@dataclass
class _Pace:
    """How fast reading goes in this process, and what is left."""

    left: float
    done: float = _RATE * _RATE_HELD_S
    spent_s: float = _RATE_HELD_S

    def add(self, size: int, seconds: float) -> None:
        self.left -= size
        self.done += size
        self.spent_s += seconds

    @property
    def left_s(self) -> float:
        """Time that the rest would take here. [s]"""
        return self.left * self.spent_s / self.done


def read_pieces(
    pieces: Sequence[Piece], reading: Reading, jobs: int
) -> Iterator[tuple[Piece, SourceReading]]:
    """Read pieces, in their order.

    Parameters
    ----------
    pieces : sequence of Piece
        What is to be read.
    reading : Reading
        Zone and unit for sources that state none.
    jobs : int
        Processes that may read at the same time; with 1 all is read in this one. [1]

    Yields
    ------
    Piece, SourceReading
        One for each file, as soon as it and all before it are read.
    """
    left = deque(pieces)
    pace = _Pace(sum(piece.size for piece in pieces))
    while left and (jobs <= 1 or pace.left_s < _WORTH_S):
        piece = left.popleft()
        began = time.perf_counter()
        read_s = 0.0
        for source in read_piece(piece, reading):
            read_s += time.perf_counter() - began
            yield piece, source
            began = time.perf_counter()
        pace.add(piece.size, read_s)
    todo = deque(_batches(part for piece in left for part in cut(piece)))
    while todo:
        yield from _over_processes(todo, reading, jobs)


def _over_processes(
    todo: deque[_Batch], reading: Reading, jobs: int
) -> Iterator[tuple[Piece, SourceReading]]:
    """Work batches off until none is left, or a worker dies."""
    under_way: deque[tuple[_Batch, Future[_Read]]] = deque()
    with fresh_processes(jobs) as pool:
        try:
            while todo or under_way:
                while todo and len(under_way) < jobs * _AHEAD:
                    under_way.append((todo[0], pool.submit(_read_batch, todo[0], reading)))
                    todo.popleft()
                batch, future = under_way[0]
                read = future.result()
                under_way.popleft()
                yield from _files(batch, read)
            return
        except BrokenProcessPool:
            todo.extendleft(batch for batch, _ in reversed(under_way))
    batch = todo.popleft()
    yield from _files(batch, _read_batch(batch, reading))


def _read_batch(batch: _Batch, reading: Reading) -> _Read:
    return tuple(tuple(read_piece(piece, reading)) for piece in batch)


def _files(batch: _Batch, read: _Read) -> Iterator[tuple[Piece, SourceReading]]:
    for piece, sources in zip(batch, read, strict=True):
        for source in sources:
            yield piece, source


def _batches(pieces: Iterable[Piece]) -> Iterator[_Batch]:
    """Pieces in handfuls, so that small files are not sent one by one."""
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += piece.size
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)
