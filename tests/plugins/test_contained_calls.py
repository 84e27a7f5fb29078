"""Whatever foreign code does, its caller goes on, knows what it was, and keeps its output."""

import ctypes
import io
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.plugins import containment_clock
from tl_analyzer.plugins.containment import (
    PATIENCE,
    Outcome,
    contained,
    described,
    one_line,
    patience,
)
from tl_analyzer.plugins.containment_output import MOST_BYTES

#: Short, and yet long enough for a busy machine to answer in. [s]
SHORT_S = 0.3
LONG_S = 60.0


class WordlessError(Exception):
    def __str__(self) -> str:
        raise ValueError("no words")


class Ending(BaseException):
    pass


def raising(why: BaseException) -> Callable[[object], None]:
    def call(_: object) -> None:
        raise why

    return call


def deep(_: object) -> int:
    return deep(_) + 1


def stubborn(_: object) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            time.sleep(20)
        except BaseException:
            if time.monotonic() > until - 20 + 3 * SHORT_S:
                raise


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (raising(ValueError("one\n\ttwo")), "ValueError: one two"),
        (raising(SystemExit(3)), "SystemExit: 3"),
        (raising(SystemExit()), "SystemExit"),
        (raising(KeyboardInterrupt()), "KeyboardInterrupt"),
        (raising(GeneratorExit()), "GeneratorExit"),
        (raising(Ending("now")), "Ending: now"),
        (raising(WordlessError()), "WordlessError"),
        (lambda _: sys.exit("bye"), "SystemExit: bye"),
        (deep, "RecursionError: maximum recursion depth exceeded"),
    ],
)
def test_what_is_raised_is_told(call: Callable[[object], object], error: str) -> None:
    outcome = contained(call, LONG_S)
    assert outcome.value is None
    assert outcome.error.startswith(error)
    assert not outcome.stopped


@pytest.mark.parametrize(
    "call",
    [
        lambda _: time.sleep(20),
        lambda _: subprocess.run([sys.executable, "-c", "import time; time.sleep(20)"], check=True),
        lambda _: all(True for _ in iter(int, 1)),
        stubborn,
    ],
    ids=["sleeps", "waits for a child", "computes", "swallows the first"],
)
def test_silence_is_ended(call: Callable[[object], object]) -> None:
    outcome = contained(call, SHORT_S)
    assert outcome.stopped
    assert outcome.error == "gave no sign of life for 0.3 s"
    assert outcome.took_s < 15


def test_signs_of_life_are_no_silence() -> None:
    def call(clock: object) -> str:
        for _ in range(8):
            time.sleep(SHORT_S / 4)
            clock.touch()  # type: ignore[attr-defined]
        return "done"

    assert contained(call, SHORT_S).value == "done"


def printed_by(call: Callable[[object], object]) -> Outcome[object]:
    return contained(call, LONG_S)


@pytest.mark.parametrize(
    "call",
    [
        lambda _: print("hello"),
        lambda _: sys.__stdout__.write("hello\n") if sys.__stdout__ else None,
        lambda _: os.write(1, b"hello\n"),
        lambda _: os.system("echo hello"),
        lambda _: ctypes.CDLL(None).puts(b"hello"),
        lambda _: sys.stdout.buffer.write(b"hello"),
    ],
    ids=["print", "the first stdout", "descriptor", "child", "C", "bytes"],
)
def test_what_is_printed_is_kept_aside(
    call: Callable[[object], object], capfd: pytest.CaptureFixture[str]
) -> None:
    print("before")
    assert printed_by(call).printed == "hello"
    print("after")
    assert capfd.readouterr().out == "before\nafter\n"


def test_what_holds_on_to_the_stream_can_still_write(capfd: pytest.CaptureFixture[str]) -> None:
    kept = contained(lambda _: sys.stdout, LONG_S).value
    assert kept is not None
    assert contained(lambda _: kept.write("late"), LONG_S).printed == "late"
    assert capfd.readouterr().out == ""


def test_a_closed_stream_is_put_back(capfd: pytest.CaptureFixture[str]) -> None:
    contained(lambda _: sys.stdout.close(), LONG_S)
    print("ours")
    assert capfd.readouterr().out == "ours\n"


def test_endless_printing_is_ended() -> None:
    def call(_: object) -> None:
        while True:
            os.write(1, b"x" * 65536)

    outcome = contained(call, 2.0)
    assert outcome.error == f"printed more than {MOST_BYTES} bytes"
    assert len(outcome.printed) == 120


def test_ctrl_c_goes_through_whatever_is_made_of_it() -> None:
    def call(_: object) -> str:
        try:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(10)
        except KeyboardInterrupt:
            return "never mind"
        return "not seen"

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            contained(call, LONG_S)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_timer_and_handlers_of_the_caller_come_back() -> None:
    rang = threading.Event()
    before = signal.signal(signal.SIGALRM, lambda *_: rang.set())
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        interrupt = signal.getsignal(signal.SIGINT)
        contained(lambda _: None, LONG_S)
        contained(lambda _: time.sleep(5), 0.1)
        assert signal.getsignal(signal.SIGINT) is interrupt
        assert rang.wait(10)
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_one_call_within_another_leaves_it_its_own_limit() -> None:
    def outer(_: object) -> str:
        inner = contained(lambda _: time.sleep(20), 0.1)
        print("outer")
        assert inner.stopped
        time.sleep(20)
        return "not reached"

    outcome = contained(outer, 1.0)
    assert (outcome.stopped, outcome.value, outcome.printed) == (True, None, "outer")
    assert outcome.took_s < 15


def test_in_another_thread_computing_is_ended_and_output_left_alone(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def call(_: object) -> None:
        print("shared")
        while True:
            time.sleep(0.001)

    with ThreadPoolExecutor(1) as pool:
        outcome = pool.submit(contained, call, SHORT_S).result(30)
        assert pool.submit(contained, raising(SystemExit(1)), LONG_S).result(30).error
    assert outcome.stopped
    assert capfd.readouterr().out == "shared\n"


def test_in_another_thread_the_limit_of_a_call_holds_for_one_within_it() -> None:
    within: list[Outcome[None]] = []

    def spin(_: object) -> None:
        while True:
            time.sleep(0.001)

    def call() -> Outcome[None]:
        return contained(lambda _: within.append(contained(spin, LONG_S)), SHORT_S)

    with ThreadPoolExecutor(1) as pool:
        outcome = pool.submit(call).result(30)
    assert outcome.stopped and "gave no sign of life" in outcome.error
    assert all(each.error for each in within)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer on this system")
def test_ctrl_c_before_the_clock_runs_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGALRM)
    monkeypatch.setattr(containment_clock._Alarm, "_note_interrupts", interrupted)
    with pytest.raises(KeyboardInterrupt):
        contained(lambda _: None, LONG_S)
    assert signal.getsignal(signal.SIGALRM) == before


def test_where_no_folder_can_be_written_to_output_is_still_kept_aside(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def full(**_: object) -> None:
        raise OSError("no usable temporary directory")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert contained(lambda _: print("hello"), LONG_S).error == ""
    assert capfd.readouterr().out == ""


def test_without_a_descriptor_python_is_contained(monkeypatch: pytest.MonkeyPatch) -> None:
    held = io.StringIO()
    monkeypatch.setattr(sys, "stdout", held)
    monkeypatch.setattr("tl_analyzer.plugins.containment_output._led_to", lambda _: None)
    assert not contained(lambda _: print("hello"), LONG_S).error
    assert held.getvalue() == ""


@given(st.text(), st.integers(4, 50))
def test_foreign_words_are_one_bounded_line(text: str, longest: int) -> None:
    told = one_line(text, longest)
    assert len(told) <= longest
    assert len(told.splitlines()) <= 1
    assert "\n" not in described(ValueError(text))


@given(st.text() | st.floats().map(str))
def test_patience_is_a_number_above_0(said: str) -> None:
    found = patience({PATIENCE: said})
    assert 0 < found < float("inf")


def test_patience_stretches_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PATIENCE, "0.01")
    assert contained(lambda _: time.sleep(20), 20).error == "gave no sign of life for 0.2 s"
