"""A log that was imported: what a week needs of it, out of the store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.athletes.settings import parameters_for
from tl_analyzer.athletes.stored_athlete import resolve_stored
from tl_analyzer.log import Log
from tl_analyzer.plugins import parameter_set
from tl_analyzer.store.acknowledgements import acknowledgements
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.loading import load_log
from tl_analyzer.store.window import window_of


class LogOfStore:
    """One athlete of the store.

    Parameters
    ----------
    connection : Connection
        The store.
    profile : Path or None
        ``--profile``.
    athlete : str or None
        ``--athlete``.
    """

    def __init__(self, connection: Connection, profile: Path | None, athlete: str | None) -> None:
        self._connection = connection
        self.who = resolve_stored(connection, profile, athlete)

    def read(
        self, monday: date, extra: Sequence[SourceFile] = (), since: date | None = None
    ) -> Log:
        """Read what reports on a week look at, and on those before it since a day."""
        of = self.who.profile
        parameters, zone = parameters_for(of), of.athlete.timezone
        window = window_of(monday, zone, parameters)
        if since is not None:
            earlier = window_of(since, zone, parameters)
            window = replace(
                window,
                sessions=earlier.sessions,
                statements=earlier.statements,
                plans=earlier.plans,
            )
        log = load_log(self._connection, of.athlete.id, window, parameter_set())
        return _with(log, extra, self.who.reading) if extra else log

    def acknowledged(self) -> tuple[Acknowledgement, ...]:
        """What the store holds."""
        return acknowledgements(self._connection, self.who.profile.athlete.id)


def _with(log: Log, extra: Sequence[SourceFile], reading: Reading) -> Log:
    """The log and what further sources say, each session once."""
    # Adapters are loaded for these alone: what is stored needs none.
    from tl_analyzer.intake.gather import gather
    from tl_analyzer.intake.merge import merged_logs

    return merged_logs((log, gather((), reading, extra=extra)), parameter_set())
