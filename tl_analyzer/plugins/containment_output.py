"""Standard output belongs to the report: what foreign code prints is kept aside.

The descriptor itself is led aside, so that it holds for Python, for libraries and for child
processes. This is done in the main thread alone: other threads share the descriptor.
"""

import ctypes
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, TextIO

from tl_analyzer.plugins.containment_clock import in_main_thread

#: Most that foreign code may print at one go; it is stopped beyond. [bytes]
MOST_BYTES = 1 << 20
#: What is kept of it. [bytes]
_KEPT_BYTES = 4096

_STDOUT = 1


class Printed:
    """What is printed to standard output, as far as it can be told apart from what others print.

    Parameters
    ----------
    file : FileIO or None
        Where it goes.

    Attributes
    ----------
    text : str
        Its beginning, once it is over.
    """

    def __init__(self, file: io.FileIO | None) -> None:
        self.text = ""
        self._file = file

    def flooded(self) -> str:
        """Say that it is too much; empty while it is not."""
        if self._file is None or os.fstat(self._file.fileno()).st_size <= MOST_BYTES:
            return ""
        return f"printed more than {MOST_BYTES} bytes"

    def end(self) -> None:
        """Keep the beginning."""
        if self._file is not None:
            self._file.seek(0)
            self.text = self._file.read(_KEPT_BYTES).decode("utf-8", "replace")


@contextmanager
def output_aside() -> Iterator[Printed]:
    """Lead standard output aside for the length of a block."""
    if not in_main_thread():
        yield Printed(None)
        return
    with _place() as file:
        printed = Printed(file)
        ours = sys.stdout
        _flush(ours, sys.__stdout__)
        kept = _led_to(file.fileno())
        # Writes to the descriptor whatever it leads to then: foreign code may hold on to it.
        sys.stdout = io.StringIO() if kept is None else _unbuffered()
        try:
            yield printed
        finally:
            _flush(sys.stdout, sys.__stdout__, ours)
            sys.stdout = ours
            if kept is not None:
                _flush_libraries()
                os.dup2(kept, _STDOUT)
                os.close(kept)
            printed.end()


def _place() -> io.FileIO:
    try:
        return tempfile.TemporaryFile(buffering=0)
    except OSError:
        # No folder can be written to: what is printed is lost, and the report is not.
        return Path(os.devnull).open("r+b", buffering=0)


def _led_to(target: int) -> int | None:
    """Lead standard output elsewhere; returns where it led, or None where there is none."""
    try:
        kept = os.dup(_STDOUT)
    except OSError:
        return None
    os.dup2(target, _STDOUT)
    return kept


def _unbuffered() -> TextIO:
    raw = open(_STDOUT, "wb", buffering=0, closefd=False)  # noqa: SIM115
    return io.TextIOWrapper(raw, "utf-8", "backslashreplace", write_through=True)


def _flush(*streams: IO[Any] | None) -> None:
    for stream in streams:
        if stream is not None:
            # It may be closed, or a stranger's.
            with suppress(Exception):
                stream.flush()


def _flush_libraries() -> None:
    """Write what libraries in C hold back, before it would follow the descriptor home."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).fflush(None)
