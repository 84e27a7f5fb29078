"""An exception that is sent to a thread and taken back leaves nothing behind."""

import subprocess
import sys
import threading
import time

import pytest

from tl_analyzer.async_exception import send, take_back

#: Sends an exception that never arrives, and then runs under a profiler.
_TAKEN_BACK = """
import ctypes, sys, threading
from tl_analyzer.async_exception import send, take_back
own = threading.get_ident()
def sender():
    send(own, KeyError)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(own), None)
sys.setswitchinterval(10)
thread = threading.Thread(target=sender)
thread.start()
thread.join()
sys.setswitchinterval(0.005)
take_back()
seen = []
sys.setprofile(lambda frame, event, argument: seen.append(event))
len("a")
(lambda: None)()
sys.setprofile(None)
print("ended" if "call" in seen else "saw nothing")
"""


def test_what_is_sent_arrives() -> None:
    with pytest.raises(KeyError):
        send(threading.get_ident(), KeyError)
        time.sleep(5)


def test_what_is_taken_back_never_arrives() -> None:
    take_back()
    assert sum(range(1000)) == 499_500


def test_nothing_is_left_that_would_stop_a_profiler() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TAKEN_BACK], capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "ended", done.stderr
