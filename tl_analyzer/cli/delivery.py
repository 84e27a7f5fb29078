"""Where a finished document goes: standard output, or a private file written in one piece."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.remedy import RemediableError

T = TypeVar("T")


def deliver(document: str, out: Path | None, color: bool) -> None:
    """Write a document to `out`, or to standard output without it."""
    if out is None:
        click.echo(document, nl=False, color=color)
    else:
        write_private(out, document)


def deliver_bytes(document: bytes, out: Path | None) -> None:
    """Write what is no text to `out`, or to standard output where no terminal would show it."""
    if out is not None:
        write_private(out, document)
        return
    refuse_terminal()
    sys.stdout.buffer.write(document)


def loaded(load: Callable[[], T]) -> T:
    """Load what a format needs, before the work begins.

    Raises
    ------
    UsageFailure
        If it is not installed.
    """
    try:
        return load()
    except RemediableError as why:
        raise UsageFailure(why.message, why.remedy) from why


def refuse_terminal() -> None:
    """Say that a terminal is no place for what is no text.

    Raises
    ------
    UsageFailure
        If standard output is a terminal.
    """
    if sys.stdout.isatty():
        raise UsageFailure(
            "this format is no text; a terminal cannot show it",
            "Write it to a file with --out FILE, or into a pipe.",
        )


def write_private(path: Path, document: str | bytes) -> None:
    """Write a file that only its owner can read; others see the old or the new one, whole.

    Raises
    ------
    UsageFailure
        If the file cannot be written.
    """
    content = document.encode("utf-8") if isinstance(document, str) else document
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or a pipe holds nothing that could be lost
        else:
            _replace(path.resolve(), content)
    except OSError as why:
        raise UsageFailure(
            f"cannot write {path}: {why.strerror or why}",
            "Name a file in a folder that exists and that you may write to.",
        ) from why


def _replace(path: Path, content: bytes) -> None:
    # mkstemp makes the file readable by its owner alone: this is health data.
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
