"""The terminal at hand: its width, colours and characters, and progress on standard error."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from tl_analyzer.cli.color import color_choice
from tl_analyzer.report.layout import Layout
from tl_analyzer.tell import Tell, nobody_looks

#: Narrowest and widest page a report is laid out for. [characters]
NARROWEST, WIDEST = 40, 160

#: A file has no width of its own. [characters]
FILE_WIDTH = 80

#: Work shorter than this shows no progress. [s]
PATIENCE_S = 1.0


def file_layout() -> Layout:
    """Layout for a report that is written to a file."""
    return Layout(width=FILE_WIDTH)


def terminal_layout() -> Layout:
    """Layout for standard output as it is: a terminal, a pipe or a file."""
    is_terminal = sys.stdout.isatty()
    chosen = color_choice(os.environ)
    return Layout(
        width=terminal_width(),
        color=is_terminal if chosen is None else chosen,
        ascii=not _speaks_unicode(sys.stdout.encoding),
    )


def terminal_width() -> int:
    """Width of a page on this terminal, between the narrowest and the widest. [characters]"""
    columns = shutil.get_terminal_size((FILE_WIDTH, 24)).columns
    return min(max(columns, NARROWEST), WIDEST)


def _speaks_unicode(encoding: str | None) -> bool:
    return (encoding or "ascii").lower().replace("_", "-").startswith("utf")


@contextmanager
def progress(label: str) -> Iterator[Tell]:
    """Show what is being worked on, on a terminal only and only when it takes a while.

    Parameters
    ----------
    label : str
        What is being done.

    Yields
    ------
    callable
        To be told the name of each thing before it is worked on, and how far it is.
    """
    if not sys.stderr.isatty():
        yield nobody_looks
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from tl_analyzer.report.wording import clean

    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task(label, total=None)
    patience = Timer(PATIENCE_S, bar.start)
    patience.daemon = True
    patience.start()

    def tell(name: str, done: int = 0, total: int | None = None, /) -> None:
        bar.update(task, description=f"{label}: {clean(name, 50)}", advance=done, total=total)

    try:
        yield tell
    finally:
        patience.cancel()
        patience.join()
        bar.stop()
