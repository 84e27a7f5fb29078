"""Workers on this machine: processes of their own, started fresh."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread

from tl_analyzer.fleet.engine import Workers

#: Tasks handed out beyond those that run, so that no process waits for its next one. [1]
_AHEAD = 1


def processes(jobs: int) -> Workers:
    """Workers in so many processes.

    Parameters
    ----------
    jobs : int
        Processes. [1]
    """

    @contextmanager
    def pool() -> Iterator[Executor]:
        # A forked process would inherit the threads' locks of this one, not its threads.
        executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise
        executor.shutdown()

    return Workers(pool, width=jobs + _AHEAD)


def _begin() -> None:
    # Ctrl-C reaches the whole group: the command says so once, its workers just end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
