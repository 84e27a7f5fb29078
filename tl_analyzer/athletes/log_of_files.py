"""A log that is read from the files a command was given; nothing is stored."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.athletes.acknowledged_file import acknowledged_beside
from tl_analyzer.athletes.athlete import resolve_athlete
from tl_analyzer.athletes.inputs import read_unwatched, require_readable
from tl_analyzer.log import Log


class LogOfFiles:
    """Everything under some paths.

    Parameters
    ----------
    paths : sequence of Path
        Files, folders, archives.
    profile : Path or None
        ``--profile``.
    athlete : str or None
        ``--athlete``.
    read : callable
        Reads the paths; by default without a word about how far it is.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        profile: Path | None,
        athlete: str | None,
        read: Callable[[Sequence[Path], Reading, Sequence[SourceFile]], Log] = read_unwatched,
    ) -> None:
        self._paths = paths
        self._read = read
        self.who = resolve_athlete(profile, paths, athlete)

    def read(
        self, monday: date, extra: Sequence[SourceFile] = (), since: date | None = None
    ) -> Log:
        """Read all there is; whatever the week, files have to be read to their end.

        Raises
        ------
        NothingReadableError
            If nothing could be read.
        """
        log = self._read(self._paths, self.who.reading, extra)
        require_readable(log, self._paths)
        return log

    def acknowledged(self) -> tuple[Acknowledgement, ...]:
        """What the file beside the profile says."""
        return acknowledged_beside(self.who)
