"""What GarminDB calls while it imports activities; whatever goes wrong here, its run goes on.

GarminDB calls plugins for records, laps and sessions, and not for the events in which a head unit
writes that the rider stands up: the file it names is read again, by `tl_analyzer`.
"""

import logging
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from tl_analyzer.remedy import RemediableError
from tl_garmindb import table

#: GarminDB sends what is logged at the root to its ``garmindb.log``.
_LOGGER = logging.getLogger("tl_garmindb")

_LONGEST = 500  # [characters of a line in the log]


class RidePosture:
    """Writes one row an activity with a ride; mixed into the class that GarminDB finds.

    Attributes
    ----------
    settings : Path
        The file that says where the athlete's profile is.
    """

    settings: ClassVar[Path]
    _tables: ClassVar[dict[str, Any]] = {}

    def __init__(self) -> None:
        self._last: Callable[[], object] = lambda: None
        self._said = ""

    @classmethod
    def init_activity(cls, database: Any, activities: Any) -> None:
        """Tell GarminDB of the table, before it opens its database."""
        if table.NAME in cls._tables:
            return
        try:
            cls._tables[table.NAME] = activities.create(
                table.NAME, database, table.VERSION, table.KEY, table.columns()
            )
        except Exception as fault:
            _LOGGER.error("tl-analyzer: no table of postures: %s", in_one_line(fault))

    def write_session_entry(
        self, session: Any, fit_file: Any, activity_id: str, message_fields: Any
    ) -> dict[str, Any]:
        """Write the row of an activity. GarminDB's own row gets nothing from here."""
        # A file may hold several sessions; its rides make one row.
        if self._last() is not fit_file:
            self._last = weakref.ref(fit_file)
            with self._contained(activity_id):
                self._write(session, Path(fit_file.filename), activity_id)
        return {}

    def _write(self, session: Any, file: Path, activity: str) -> None:
        # Loaded for the first activity, so that GarminDB's other commands start as before.
        from tl_garmindb.ride_row import ride_row
        from tl_garmindb.settings import profile_there

        kept = self._tables.get(table.NAME)
        if kept is None:
            return
        row = ride_row(activity, file, profile_there(self.settings))
        # A savepoint: a row that the database refuses must not take GarminDB's rows with it.
        with session.begin_nested():
            if row is not None:
                kept.s_insert_or_update(session, row, ignore_none=False)
            elif stale := kept.s_get(session, activity):
                session.delete(stale)

    @contextmanager
    def _contained(self, activity: str) -> Iterator[None]:
        try:
            yield
        except Exception as fault:
            told = in_one_line(fault)
            # A profile that is gone is gone for every activity: it is said once.
            if told != self._said:
                self._said = told
                _LOGGER.error(
                    "tl-analyzer: no posture for activity %s: %s", in_one_line(activity), told
                )


def in_one_line(fault: object) -> str:
    """A fault as one harmless line of a log."""
    if isinstance(fault, RemediableError):
        told = f"{fault.message}. {fault.remedy}"
    else:
        told = f"{type(fault).__name__}: {fault}" if isinstance(fault, Exception) else str(fault)
    line = " ".join(told.split())[:_LONGEST]
    return "".join(char if char.isprintable() else "?" for char in line)
