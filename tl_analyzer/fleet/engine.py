"""Tasks over any `concurrent.futures.Executor`; a worker that dies costs time and nothing else.

A task must be idempotent: it may run again after it has finished. When a worker dies, a pool of
processes loses every task it was given, and cannot say which of them was to blame. So only a few
tasks are handed out at a time; those that were out when it happened are then run one by one, each
in workers of its own, and all others go on in a new pool.
"""

from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

#: Deaths of workers that one task may cause before the run is given up. [1]
TRIES = 9

Item = TypeVar("Item")
R = TypeVar("R")


class Care(Enum):
    """How a task is run."""

    #: Among others, at full speed.
    USUAL = "usual"
    #: By itself, because a worker died over it: it notes what it is about to do.
    SUSPECT = "suspect"


#: What is done for an item of work, or what was done for it before; it travels between processes.
Task = Callable[[Item, Care], R]


@dataclass(frozen=True)
class Workers:
    """Where tasks run.

    Attributes
    ----------
    executor : callable
        Opens an executor, fresh at every call, and closes it.
    width : int
        Tasks handed out at a time. [1]
    deaths : tuple of exception types
        What a task's future raises when a worker died over it.
    """

    executor: Callable[[], AbstractContextManager[Executor]]
    width: int
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor,)


class IncompleteError(RuntimeError):
    """Workers kept dying over a bucket; ``bucket`` is its number."""

    def __init__(self, bucket: int) -> None:
        super().__init__(f"every worker that took bucket {bucket} ended before it was done")
        self.bucket = bucket


def run(
    workers: Workers,
    items: Mapping[int, Item],
    task: Task[Item, R],
    told: Callable[[R], None],
    tries: int = TRIES,
) -> dict[int, R]:
    """Run a task for every bucket.

    Parameters
    ----------
    workers : Workers
        Where.
    items : mapping of int to item
        What there is to do for each bucket, by its number.
    task : callable
        What; it, items and results must travel between processes.
    told : callable
        Told every result as it comes.
    tries : int
        Deaths of workers that one item may cause. [1]

    Returns
    -------
    dict of int to result
        By bucket, in order of their numbers.

    Raises
    ------
    IncompleteError
        If workers died over the same bucket `tries` times.
    Exception
        What a task raises ends the run.
    """
    waiting = deque(sorted(items))
    results: dict[int, R] = {}

    def keep(bucket: int, result: R) -> None:
        results[bucket] = result
        told(result)

    while waiting:
        for suspect in sorted(_together(workers, waiting, items, task, keep)):
            keep(suspect, _alone(workers, suspect, items[suspect], task, tries))
    return dict(sorted(results.items()))


def _together(
    workers: Workers,
    waiting: deque[int],
    items: Mapping[int, Item],
    task: Task[Item, R],
    keep: Callable[[int, R], None],
) -> list[int]:
    """Work through what waits until that is done, or until a worker dies; return the suspects."""
    suspects: list[int] = []
    out: dict[Future[R], int] = {}
    with workers.executor() as executor:
        while out or (waiting and not suspects):
            while waiting and not suspects and len(out) < workers.width:
                try:
                    future = executor.submit(task, items[waiting[0]], Care.USUAL)
                except workers.deaths:
                    if not out:
                        suspects.append(waiting.popleft())
                    break
                out[future] = waiting.popleft()
            for future in wait(out, return_when=FIRST_COMPLETED).done:
                bucket = out.pop(future)
                try:
                    keep(bucket, future.result())
                except workers.deaths:
                    suspects.append(bucket)
    return suspects


def _alone(workers: Workers, bucket: int, item: Item, task: Task[Item, R], tries: int) -> R:
    for _ in range(tries):
        with workers.executor() as executor:
            try:
                return executor.submit(task, item, Care.SUSPECT).result()
            except workers.deaths:
                continue
    raise IncompleteError(bucket)
