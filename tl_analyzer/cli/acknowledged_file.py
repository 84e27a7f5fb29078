"""The file beside a profile that holds what somebody has seen; it is no input."""

from collections.abc import Callable
from pathlib import Path

from tl_analyzer.acknowledgement import (
    Acknowledgement,
    AcknowledgementError,
    acknowledgements_of,
)
from tl_analyzer.cli.athlete import Resolved
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.faulty_file import faulty

#: Its name.
ACKNOWLEDGED_FILE = "acknowledged.toml"


def acknowledged_beside(who: Resolved) -> tuple[Acknowledgement, ...]:
    """What is acknowledged of an athlete's flags; nothing where there is no such file.

    Raises
    ------
    UsageFailure
        If there is one and it cannot be read.
    """
    file = who.folder / ACKNOWLEDGED_FILE
    return _checked(_text(file), file, who)


def rewrite(who: Resolved, change: Callable[[str], str]) -> Path:
    """Change the file in one piece, for its owner's eyes; return where it is.

    Raises
    ------
    UsageFailure
        If it cannot be read or written.
    """
    # What writes files is loaded for a change alone.
    from tl_analyzer.cli.delivery import write_private

    file = who.folder / ACKNOWLEDGED_FILE
    text = _text(file)
    _checked(text, file, who)
    write_private(file, change(text))
    return file


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as why:
        raise UsageFailure(
            f"{file} cannot be read: {why}", "Mend it, or remove it: nothing is put aside then."
        ) from why


def _checked(text: str, file: Path, who: Resolved) -> tuple[Acknowledgement, ...]:
    try:
        return acknowledgements_of(text, who.profile.athlete.id, str(file))
    except AcknowledgementError as why:
        raise faulty(why.problems) from why
