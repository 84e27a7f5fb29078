"""Where the log of a command comes from: the files it was given, or the log store."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Protocol

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.adapter import SourceFile
from tl_analyzer.cli.athlete import Resolved
from tl_analyzer.cli.usual import usual_athlete, usual_profile
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
        UsageFailure
            If what keeps them cannot be read.
        """
        ...


@contextmanager
def athlete_log(
    paths: Sequence[Path], store: Path | None, profile: Path | None, athlete: str | None
) -> Iterator[AthleteLog]:
    """Find the athlete among files, or without any in the log store.

    Raises
    ------
    UsageFailure
        If there is no such athlete, no usable profile or no usable store.
    """
    if paths:
        from tl_analyzer.cli.log_of_files import LogOfFiles

        yield LogOfFiles(paths, usual_profile(profile, paths, athlete), athlete)
        return
    from tl_analyzer.cli.log_of_store import LogOfStore
    from tl_analyzer.cli.log_store import reading_store

    with reading_store(store) as connection:
        yield LogOfStore(connection, profile, usual_athlete(athlete, profile))
