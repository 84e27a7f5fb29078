"""Tasks are all done once each, whoever dies on the way."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.fleet.engine import Care, IncompleteError, Workers, run


class Pool:
    """Threads that break as processes do: one death loses every task that is out."""

    def __init__(self, width: int = 3) -> None:
        self.workers = Workers(self.open, width)
        self.opened = 0
        self.most_out = 0

    @contextmanager
    def open(self) -> Iterator[Executor]:
        self.opened += 1
        with _Breaking(self) as executor:
            yield executor


class _Breaking(ThreadPoolExecutor):
    def __init__(self, pool: Pool) -> None:
        super().__init__(2)
        self._pool = pool
        self._out: set[Future[Any]] = set()
        self._guard = threading.Lock()
        self._dead = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self._dead:
            raise BrokenExecutor("dead")
        outer: Future[Any] = Future()
        with self._guard:
            self._out.add(outer)
            self._pool.most_out = max(self._pool.most_out, len(self._out))
        super().submit(self._call, outer, fn, args)
        return outer

    def _call(self, outer: Future[Any], fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
        try:
            result = fn(*args)
        except BrokenExecutor:
            with self._guard:
                self._dead, out, self._out = True, self._out, set()
            for future in out:
                if not future.done():
                    future.set_exception(BrokenExecutor("one of us died"))
        except Exception as why:
            self._end(outer, partial(outer.set_exception, why))
        else:
            self._end(outer, partial(outer.set_result, result))

    def _end(self, outer: Future[Any], tell: Callable[[], None]) -> None:
        with self._guard:
            if outer in self._out:
                self._out.discard(outer)
                tell()


class Killing:
    """A task that ends its worker a number of times for some items."""

    def __init__(self, deaths: dict[int, int]) -> None:
        self.left = Counter(deaths)
        self.cares: dict[int, list[Care]] = {}

    def __call__(self, item: int, care: Care) -> int:
        self.cares.setdefault(item, []).append(care)
        if self.left[item] > 0:
            self.left[item] -= 1
            raise BrokenExecutor("killed")
        return item * item


@given(
    st.sets(st.integers(0, 40), max_size=25),
    st.dictionaries(st.integers(0, 40), st.integers(1, 5), max_size=4),
    st.integers(1, 6),
)
def test_every_item_has_its_result(items: set[int], deaths: dict[int, int], width: int) -> None:
    told: list[int] = []
    pool = Pool(width)
    found = run(pool.workers, {n: n for n in items}, Killing(deaths), told.append)
    assert list(found.items()) == [(n, n * n) for n in sorted(items)]
    assert sorted(told) == sorted(found.values())
    assert pool.most_out <= width


def test_nothing_dies_and_one_pool_is_enough() -> None:
    pool = Pool()
    run(pool.workers, {n: n for n in range(20)}, Killing({}), lambda _: None)
    assert pool.opened == 1


def test_only_what_was_out_is_suspected() -> None:
    task = Killing({7: 1})
    run(Pool(width=3).workers, {n: n for n in range(30)}, task, lambda _: None)
    suspected = {n for n, cares in task.cares.items() if Care.SUSPECT in cares}
    assert 7 in suspected and len(suspected) <= 3
    assert max(len(cares) for cares in task.cares.values()) <= 2


def test_workers_that_keep_dying_end_the_run() -> None:
    with pytest.raises(IncompleteError, match="bucket 4"):
        run(Pool().workers, {n: n for n in range(6)}, Killing({4: 99}), lambda _: None, tries=3)


def test_workers_that_cannot_even_start_end_the_run() -> None:
    @contextmanager
    def stillborn() -> Iterator[Executor]:
        with _Breaking(Pool()) as executor:
            executor._dead = True
            yield executor

    with pytest.raises(IncompleteError):
        run(Workers(stillborn, 2), {0: 0}, Killing({}), lambda _: None)


def test_a_fault_of_the_task_ends_the_run() -> None:
    def faulty(item: int, care: Care) -> int:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        run(Pool().workers, {0: 0, 1: 1}, faulty, lambda _: None)
