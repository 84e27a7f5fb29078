"""The log store of a command, opened to change it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tl_analyzer.store.connection import Connection, open_for_reading, open_for_writing
from tl_analyzer.store.location import default_store


@contextmanager
def writing_store(chosen: Path | None) -> Iterator[Connection]:
    """Open a store to change it; it is made where there is none.

    Raises
    ------
    StoreError
        If it cannot be used.
    """
    with open_for_writing(chosen or default_store()) as connection:
        for note in connection.notes:
            click.echo(f"note: {note}", err=True)
        yield connection


@contextmanager
def rehearsal(chosen: Path | None) -> Iterator[Connection]:
    """Open a private copy of a store to change it; the copy is gone afterwards.

    Raises
    ------
    StoreError
        If the store cannot be used.
    """
    path = chosen or default_store()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        if path.exists():
            with open_for_reading(path) as connection:
                connection.execute("VACUUM INTO ?", (str(copy),))
        with open_for_writing(copy) as connection:
            yield connection
