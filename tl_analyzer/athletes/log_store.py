"""The log store, opened to look at it."""

from contextlib import AbstractContextManager
from pathlib import Path

from tl_analyzer.store.connection import Connection, open_for_reading
from tl_analyzer.store.location import default_store


def reading_store(chosen: Path | None) -> AbstractContextManager[Connection]:
    """Open a store that exists, to look at it; the default one where none is chosen.

    Raises
    ------
    StoreError
        If there is no store yet, or it cannot be used.
    """
    return open_for_reading(chosen or default_store())
