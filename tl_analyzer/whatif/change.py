"""What a change to the week is: a value that turns one log into another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, When
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile


class ChangeError(ValueError):
    """A change that cannot be read, or that finds nothing to change.

    Parameters
    ----------
    message : str
        What is wrong.
    hint : str
        What to write instead; may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Review:
    """What a change may look at beside the log: whose week it is, and how it is judged."""

    profile: Profile
    week: Week
    as_of: datetime
    parameters: Parameters
    recogniser: Recogniser

    def picture(self, log: Log) -> Picture:
        """Compute the picture of the week from a log."""
        return picture_of(
            log, self.profile, self.week, self.as_of, self.parameters, self.recogniser
        )

    def holds(self, when: When) -> bool:
        """Whether something belongs to the week under review."""
        return self.week.holds(self.day(when))

    def day(self, when: When) -> int:
        """Local day of a moment. [ordinal]."""
        return when.day_in(self.week.zone).toordinal()


@dataclass(frozen=True)
class Outcome:
    """A changed log, and in plain words what was changed in it: ``8 sets of Swing left out``."""

    log: Log
    effect: str


class Change(Protocol):
    """A change to the week under review; a frozen value."""

    def apply(self, log: Log, review: Review) -> Outcome:
        """Return the log as it would have been; `log` itself stays as it is.

        Raises
        ------
        ChangeError
            If the week holds nothing the change could apply to.
        """
        ...


@dataclass(frozen=True)
class Proposal:
    """A change, and the words it was asked for in."""

    words: str
    change: Change
