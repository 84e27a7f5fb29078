"""Files that only their owner can read, and that others see whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

#: A file in the making begins with this, and is no part of a dataset.
UNFINISHED = "."


@contextmanager
def private_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a new file for writing; it takes its name when the block ends without an error."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes the file readable by its owner alone: this is health data.
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f"{UNFINISHED}{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
