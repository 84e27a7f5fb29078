"""Standard output belongs to the protocol: whatever else is printed goes to standard error."""

import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, redirect_stdout, suppress

#: File descriptors of standard output and standard error.
_STDOUT, _STDERR = 1, 2


@contextmanager
def straying_to_stderr() -> Iterator[None]:
    """Send what is printed to standard error, be it by Python, a library or a child process."""
    sys.stdout.flush()
    kept = os.dup(_STDOUT)
    try:
        os.dup2(_STDERR, _STDOUT)
        with redirect_stdout(sys.stderr):
            yield
    finally:
        os.dup2(kept, _STDOUT)
        os.close(kept)


@asynccontextmanager
async def serving(_: object) -> AsyncIterator[None]:
    """Keep prints off the wire while the server runs.

    The SDK leads the descriptor aside in that time. What Python still holds in its own buffer would
    be written when the descriptor is back, so nothing may get in there.
    """
    wire = sys.stdout
    with redirect_stdout(sys.stderr):
        try:
            yield
        finally:
            with suppress(OSError, ValueError):
                wire.flush()
