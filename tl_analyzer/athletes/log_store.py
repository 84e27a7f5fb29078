"""The log store, opened to look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tl_analyzer.store.connection import Connection, open_for_reading
from tl_analyzer.store.location import default_store


@contextmanager
def reading_store(chosen: Path | None) -> Iterator[Connection]:
    """Open a store that exists, to look at it; the default one where none is chosen.

    Raises
    ------
    StoreError
        If there is no store yet, or it cannot be used.
    """
    with open_for_reading(chosen or default_store()) as connection:
        yield connection
