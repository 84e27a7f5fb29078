"""An exception that is sent to a thread, and taken back."""

import ctypes
import threading

#: Steps within which an exception arrives that a thread sends to itself. [1]
_STEPS = 1_000


class _NobodyMeantError(BaseException):
    """Sent by a thread to itself, to be caught at once."""


def send(thread: int, error: type[BaseException]) -> None:
    """Raise an exception in a thread as soon as it executes Python again."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


def take_back() -> None:
    """Take back what was sent to this thread and has not arrived.

    One that never arrives leaves the interpreter looking for it at every step, which is slow, and
    in Python 3.11 endless under a profiler: another one that does arrive ends the search.
    """
    own = threading.get_ident()
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(own), None)
    try:
        send(own, _NobodyMeantError)
        for _ in range(_STEPS):
            pass
    except _NobodyMeantError:
        pass
