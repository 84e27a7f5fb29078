"""Processes of our own to work in: started fresh, and gone when this one is."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread


@contextmanager
def fresh_processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Open a pool of processes; what was not begun when it is left is not done.

    Left in order, it waits for what was begun; left by an error or Ctrl-C, it waits for nothing.

    Parameters
    ----------
    jobs : int
        Processes. [1]
    """
    # A forked process would inherit the locks that threads of this one hold, not the threads.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown(cancel_futures=True)


def _begin() -> None:
    # Ctrl-C reaches the whole group: the command says so once, its processes just end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
