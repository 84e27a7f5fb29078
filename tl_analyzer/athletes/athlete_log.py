"""One athlete's log, wherever it is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.adapter import SourceFile
from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.log import Log


class AthleteLog(Protocol):
    """One athlete's log, before it is read."""

    @property
    def who(self) -> Resolved:
        """Whose log it is."""
        ...

    def read(
        self, monday: date, extra: Sequence[SourceFile] = (), since: date | None = None
    ) -> Log:
        """Read what reports on a week look at, and on those before it.

        Parameters
        ----------
        monday : date
            First day of the week.
        extra : sequence of SourceFile
            Further sources.
        since : date, optional
            First day of the earliest of the weeks before it that is reported on, too.
        """
        ...

    def acknowledged(self) -> tuple[Acknowledgement, ...]:
        """Flags of the athlete that somebody has seen, by code, whether that still holds or not.

        Raises
        ------
        RemediableError
            If what keeps them cannot be read.
        """
        ...
