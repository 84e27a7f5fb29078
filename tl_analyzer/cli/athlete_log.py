"""Where the log of a command comes from: the files it was given, or the log store."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tl_analyzer.athletes.athlete_log import AthleteLog
from tl_analyzer.cli.usual import usual_athlete, usual_profile


@contextmanager
def athlete_log(
    paths: Sequence[Path], store: Path | None, profile: Path | None, athlete: str | None
) -> Iterator[AthleteLog]:
    """Find the athlete among files, or without any in the log store.

    Raises
    ------
    RemediableError
        If there is no such athlete, no usable profile or no usable store.
    """
    if paths:
        from tl_analyzer.athletes.log_of_files import LogOfFiles
        from tl_analyzer.cli.inputs import read_inputs

        yield LogOfFiles(paths, usual_profile(profile, paths, athlete), athlete, read_inputs)
        return
    from tl_analyzer.athletes.log_of_store import LogOfStore
    from tl_analyzer.athletes.log_store import reading_store

    with reading_store(store) as connection:
        yield LogOfStore(connection, profile, usual_athlete(athlete, profile))
