"""A limit on the silence of foreign code.

In the main thread a timer of the system interrupts whatever waits or computes in Python, sleeping
and regular expressions included, and goes on to do so if what it raises is swallowed. In another
thread, and on systems without such a timer, an exception is sent to the thread, which sees it as
soon as it executes Python again: not while it sleeps. Code that holds the interpreter in another
language is interrupted by neither.
"""

import signal
import threading
from collections.abc import Callable
from math import inf
from time import monotonic
from types import FrameType
from typing import Protocol

from tl_analyzer.async_exception import send, take_back

#: Looks at the clock within one limit, and the longest time between two. [1], [s]
_LOOKS, _LONGEST_TICK_S = 10, 0.25


class StoppedError(BaseException):
    """Foreign code was stopped. Not an `Exception`, so that nothing on the way takes it."""


class Clock(Protocol):
    """Watches over a piece of foreign code.

    Attributes
    ----------
    reason : str
        Why the code was stopped; empty while it was not.
    interrupted : bool
        Whether the user pressed Ctrl-C meanwhile.
    """

    reason: str
    interrupted: bool

    def start(self) -> None:
        """Begin to watch."""

    def touch(self) -> None:
        """Note a sign of life: the silence begins anew."""

    def stop(self) -> None:
        """Watch no longer; may be called again."""


def clock(limit_s: float, flooded: Callable[[], str]) -> Clock:
    """Make a clock for the thread at hand.

    Parameters
    ----------
    limit_s : float
        How long the code may be silent. [s]
    flooded : callable
        Asked in between: another reason to stop the code, or an empty text.
    """
    if in_main_thread() and hasattr(signal, "setitimer"):
        return _Alarm(limit_s, flooded)
    return _Watcher(limit_s, flooded)


def in_main_thread() -> bool:
    """Whether signals arrive in this thread."""
    return threading.current_thread() is threading.main_thread()


class _Limit:
    """When the code has been silent for too long."""

    def __init__(self, limit_s: float, flooded: Callable[[], str]) -> None:
        self.reason = ""
        self.interrupted = False
        self._limit_s = limit_s
        self._tick_s = min(limit_s / _LOOKS, _LONGEST_TICK_S)
        self._flooded = flooded
        self._until = inf
        self._interrupt = signal.getsignal(signal.SIGINT) if in_main_thread() else None

    def touch(self) -> None:
        self._until = monotonic() + self._limit_s

    def _note_interrupts(self) -> None:
        if callable(self._interrupt):
            signal.signal(signal.SIGINT, self._interrupted)

    def _note_no_more(self) -> None:
        if not callable(self._interrupt):
            return
        # After Ctrl-C whoever handled it may have another handler for the next one.
        if not self.interrupted or signal.getsignal(signal.SIGINT) == self._interrupted:
            signal.signal(signal.SIGINT, self._interrupt)

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        self.interrupted = True
        if callable(self._interrupt):
            self._interrupt(number, frame)

    def _is_over(self) -> bool:
        if monotonic() > self._until:
            self.reason = self.reason or f"gave no sign of life for {self._limit_s:g} s"
        elif self._until < inf:
            self.reason = self.reason or self._flooded()
        return bool(self.reason) and self._until < inf


class _Alarm(_Limit):
    """A timer of the system, for the main thread; former timer and handlers come back."""

    def __init__(self, limit_s: float, flooded: Callable[[], str]) -> None:
        super().__init__(limit_s, flooded)
        # Ctrl-C may come before the timer is set: what is there is put back then.
        self._began = monotonic()
        self._alarm = signal.getsignal(signal.SIGALRM)
        self._timer = signal.getitimer(signal.ITIMER_REAL)

    def start(self) -> None:
        self._began = monotonic()
        self._note_interrupts()
        self._alarm = signal.signal(signal.SIGALRM, self._look)
        self._timer = signal.setitimer(signal.ITIMER_REAL, self._tick_s, self._tick_s)
        self.touch()

    def stop(self) -> None:
        self._until = inf
        delay_s, interval_s = self._timer
        left_s = max(delay_s - (monotonic() - self._began), 1e-3) if delay_s else 0.0
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL if self._alarm is None else self._alarm)
        signal.setitimer(signal.ITIMER_REAL, left_s, interval_s)
        self._note_no_more()

    def _look(self, _signal: int, _frame: FrameType | None) -> None:
        if self.interrupted and self._until < inf:
            raise KeyboardInterrupt
        if self._is_over():
            raise StoppedError


class _Watcher(_Limit):
    """A thread that looks at the clock, where there is no timer."""

    def __init__(self, limit_s: float, flooded: Callable[[], str]) -> None:
        super().__init__(limit_s, flooded)
        self._watched = threading.get_ident()
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._told = False

    def start(self) -> None:
        self._note_interrupts()
        self.touch()
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        with self._lock:
            self._until = inf
            self._closed.set()
            if self._told:
                # What was raised may not have arrived yet; it must not arrive later.
                take_back()
        self._note_no_more()

    def _watch(self) -> None:
        while not self._closed.wait(self._tick_s):
            with self._lock:
                if self._is_over():
                    self._told = True
                    send(self._watched, StoppedError)
