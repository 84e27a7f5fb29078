"""A limit on the time that one piece of work may take, in whatever thread it runs."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from types import TracebackType
from typing import Self

from tl_analyzer.async_exception import send, take_back

#: Times the limit after which the process is ended: it hangs where Python cannot interrupt it. [1]
_LAST_RESORT = 3.0
#: Looks at the clock within one limit. [1]
_LOOKS = 20


class TimeLimitError(BaseException):
    """Work took too long. Not an `Exception`, so that nothing on the way takes it for its own."""


class TimeLimit:
    """Watches over pieces of work, one after the other, all in the thread that made it.

    Parameters
    ----------
    limit_s : float
        How long each may take. [s]
    """

    def __init__(self, limit_s: float) -> None:
        self.limit_s = limit_s
        self._worker = threading.get_ident()
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._began: float | None = None
        self._told = False

    def __enter__(self) -> Self:
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed.set()

    @contextmanager
    def each(self) -> Iterator[None]:
        """Limit the work of a block.

        Raises
        ------
        TimeLimitError
            If it takes too long.
        """
        self._told = False
        self._began = monotonic()
        try:
            try:
                yield
            finally:
                self._end()
        except TimeLimitError:
            self._end()  # it may have come in the middle of the first one
            raise
        if self._told:
            raise TimeLimitError

    def _end(self) -> None:
        with self._lock:
            self._began = None
            if self._told:
                # What was raised may not have arrived yet; it must not arrive later.
                take_back()

    def _watch(self) -> None:
        while not self._closed.wait(self.limit_s / _LOOKS):
            with self._lock:
                taken = 0.0 if self._began is None else monotonic() - self._began
                if taken > self.limit_s * _LAST_RESORT:
                    os._exit(1)
                if taken > self.limit_s and not self._told:
                    self._told = True
                    send(self._worker, TimeLimitError)
