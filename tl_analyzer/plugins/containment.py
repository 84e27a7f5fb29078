"""Foreign code is run so that whatever it does costs its own result alone.

What it raises - `SystemExit` and its like included - is a text; what it prints is kept aside; when
it is silent for too long it is stopped. The user's Ctrl-C goes through. What ends the process
itself (`os._exit`, a fault in C code), what it changes in the process (its folder, its limits) and
what threads of its own do later is not contained.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite
from time import perf_counter
from typing import Generic, TypeVar

from tl_analyzer.plugins.containment_clock import Clock, StoppedError, clock
from tl_analyzer.plugins.containment_output import output_aside
from tl_analyzer.plugins.raised_at import raised_at

T = TypeVar("T")

#: How long a plugin may take to be imported and made. [s]
LOAD_S = 20.0
#: How long an adapter may think about the head of a file. [s]
RECOGNISE_S = 5.0
#: How long an adapter may be silent between two values that it reads. [s]
READ_SILENCE_S = 30.0

#: Environment variable: these limits times this number, on a slow computer. [1]
PATIENCE = "TL_PLUGIN_PATIENCE"

#: Most that is repeated of an error, of what was printed, and of a place. [characters]
_LONGEST_ERROR, _LONGEST_PRINTED, _LONGEST_PLACE = 300, 120, 120

#: Said of a call that was not stopped by its own clock but by that of a call around it.
_STOPPED = "was stopped"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of a call into foreign code.

    Attributes
    ----------
    value : T or None
        What it returned.
    error : str
        Why it returned nothing, in one line; empty where it did.
    stopped : bool
        Whether it was stopped because it took too long.
    printed : str
        How the first line begins that it printed; empty as it should be.
    took_s : float
        How long it took. [s]
    """

    value: T | None
    error: str = ""
    stopped: bool = False
    printed: str = ""
    took_s: float = 0.0


def contained(call: Callable[[Clock], T], limit_s: float) -> Outcome[T]:
    """Call foreign code.

    Parameters
    ----------
    call : callable
        The call. It is given the clock, to note signs of life.
    limit_s : float
        How long it may be silent, times the patience of the environment. [s]

    Raises
    ------
    KeyboardInterrupt
        If the user pressed Ctrl-C, whatever the foreign code made of it.
    """
    value: T | None = None
    error = ""
    with output_aside() as aside:
        watch = clock(limit_s * patience(os.environ), aside.flooded)
        began = perf_counter()
        try:
            try:
                watch.start()
                value, error = _called(call, watch)
            finally:
                watch.stop()
        except StoppedError:
            watch.stop()  # it may have come in the middle of the first one
            value, error = None, _STOPPED
        took_s = perf_counter() - began
    if watch.interrupted:
        raise KeyboardInterrupt
    printed = one_line(aside.text, _LONGEST_PRINTED)
    if watch.reason:
        # Also where it took no notice, and came to an end after all.
        return Outcome(None, watch.reason, True, printed, took_s)
    return Outcome(value, error, False, printed, took_s)


def _called(call: Callable[[Clock], T], watch: Clock) -> tuple[T | None, str]:
    try:
        return call(watch), ""
    except StoppedError:
        return None, _STOPPED
    except BaseException as why:
        if watch.interrupted:
            raise
        return None, described(why) + one_line(raised_at(why), _LONGEST_PLACE)


def described(why: BaseException) -> str:
    """Say what was raised in one line, whatever its own words are."""
    try:
        words = one_line(str(why), _LONGEST_ERROR)
    except StoppedError:
        raise
    except BaseException:
        words = ""
    return f"{type(why).__name__}: {words}" if words else type(why).__name__


def one_line(text: str, longest: int) -> str:
    """Put foreign text on one line of bounded length. [characters]"""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 3] + "..."


def patience(environment: Mapping[str, str]) -> float:
    """How much longer than by default plugins may take; 1 where the environment says no number."""
    said = environment.get(PATIENCE, "")
    return float(said) if is_patience(said) else 1.0


def is_patience(said: str) -> bool:
    """Whether a text is a number above 0."""
    try:
        return isfinite(float(said)) and float(said) > 0
    except ValueError:
        return False
