"""Changing the file beside a profile that holds what somebody has seen."""

from collections.abc import Callable
from pathlib import Path

from tl_analyzer.athletes.acknowledged_file import ACKNOWLEDGED_FILE, acknowledged_text
from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.cli.delivery import write_private


def rewrite(who: Resolved, change: Callable[[str], str]) -> Path:
    """Change the file in one piece, for its owner's eyes; return where it is.

    Raises
    ------
    RemediableError
        If it cannot be read or written.
    """
    file = who.folder / ACKNOWLEDGED_FILE
    write_private(file, change(acknowledged_text(who)))
    return file
