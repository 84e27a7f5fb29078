"""The file beside a profile that holds what somebody has seen; it is no input."""

from pathlib import Path

from tl_analyzer.acknowledgement import (
    Acknowledgement,
    AcknowledgementError,
    acknowledgements_of,
)
from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.athletes.faulty_file import faulty
from tl_analyzer.remedy import RemediableError

#: Its name.
ACKNOWLEDGED_FILE = "acknowledged.toml"


def acknowledged_beside(who: Resolved) -> tuple[Acknowledgement, ...]:
    """What is acknowledged of an athlete's flags; nothing where there is no such file.

    Raises
    ------
    RemediableError
        If there is one and it cannot be read.
    """
    file = who.folder / ACKNOWLEDGED_FILE
    return _checked(_text(file), file, who)


def acknowledged_text(who: Resolved) -> str:
    """What the file says, word by word; empty where there is none.

    Raises
    ------
    RemediableError
        If there is one and it cannot be read.
    """
    file = who.folder / ACKNOWLEDGED_FILE
    text = _text(file)
    _checked(text, file, who)
    return text


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as why:
        raise RemediableError(
            f"{file} cannot be read: {why}", "Mend it, or remove it: nothing is put aside then."
        ) from why


def _checked(text: str, file: Path, who: Resolved) -> tuple[Acknowledgement, ...]:
    try:
        return acknowledgements_of(text, who.profile.athlete.id, str(file))
    except AcknowledgementError as why:
        raise faulty(why.problems) from why
