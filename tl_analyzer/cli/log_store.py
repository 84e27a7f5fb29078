"""The log store of a command: opened, and its refusals in the words of the command line."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.store.connection import Connection, open_for_reading, open_for_writing
from tl_analyzer.store.failure import StoreError
from tl_analyzer.store.location import default_store


@contextmanager
def reading_store(chosen: Path | None) -> Iterator[Connection]:
    """Open a store that exists, to look at it.

    Raises
    ------
    UsageFailure
        If there is no store yet, or it cannot be used.
    """
    with _in_words(), open_for_reading(chosen or default_store()) as connection:
        yield connection


@contextmanager
def writing_store(chosen: Path | None) -> Iterator[Connection]:
    """Open a store to change it; it is made where there is none.

    Raises
    ------
    UsageFailure
        If it cannot be used.
    """
    with _in_words(), open_for_writing(chosen or default_store()) as connection:
        for note in connection.notes:
            click.echo(f"note: {note}", err=True)
        yield connection


@contextmanager
def rehearsal(chosen: Path | None) -> Iterator[Connection]:
    """Open a private copy of a store to change it; the copy is gone afterwards.

    Raises
    ------
    UsageFailure
        If the store cannot be used.
    """
    path = chosen or default_store()
    with tempfile.TemporaryDirectory() as folder, _in_words():
        copy = Path(folder) / path.name
        if path.exists():
            with open_for_reading(path) as connection:
                connection.execute("VACUUM INTO ?", (str(copy),))
        with open_for_writing(copy) as connection:
            yield connection


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except StoreError as why:
        raise UsageFailure(why.message, why.remedy) from why
