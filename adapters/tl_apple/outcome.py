"""What becomes of one element of an export."""

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Aside:
    """It holds nothing for the log by its nature."""

    label: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It should have entered the log, and cannot."""

    code: str
    found: str
    expected: str


SAME_AGAIN = Aside("the same row again")


class Kept(Enum):
    """What it says is kept until the rest of the export is known."""

    #: It entered the log already: a mark that no other row takes back.
    MARKED = auto()
    #: The rows of its kind are counted when they are judged together.
    WAITING = auto()
