"""One writer at a time: a lock on a file beside the store, held for a transaction."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tl_analyzer.store.failure import StoreError

#: How long to wait for another writer before saying so; a transaction takes far less. [s]
PATIENCE_S = 60.0
_PAUSE_S = 0.005

#: Owner only: the folder and the files beside the store are as private as the store.
PRIVATE = 0o600


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a store.

    Parameters
    ----------
    path : Path
        The lock file; it stays when the lock is given back.

    Raises
    ------
    StoreError
        If another process holds it for longer than `PATIENCE_S`.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE)
    except OSError as why:
        raise StoreError(
            f"cannot write beside the log store: {path}: {why.strerror or why}",
            "Choose a folder that you may write to, with --store PATH or TL_STORE.",
        ) from why
    try:
        _wait_for(handle, path)
        try:
            yield
        finally:
            _unlock(handle)
    finally:
        os.close(handle)


def _wait_for(handle: int, path: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while not _lock(handle):
        if time.monotonic() > until:
            raise StoreError(
                f"another process has been writing to the log store for {PATIENCE_S:.0f} s",
                f"Wait for it to end; {path} is the file it holds.",
            )
        time.sleep(_PAUSE_S)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network drives know no locks; the database has its own, slower ones.
            return True
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
