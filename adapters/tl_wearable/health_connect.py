"""The database that Android's Health Connect exports."""

from collections.abc import Iterator
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.ledger import Ledger
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Wearer

_MAGIC = b"SQLite format 3\x00"
_SOURCE = "phone or watch (Health Connect)"
_NAMED = "health_connect"
_TYPICAL = (
    b"steps_record_table",
    b"sleep_session_record_table",
    b"exercise_session_record_table",
)


class HealthConnectAdapter:
    """Reads four tables of the database; what two apps both wrote counts once."""

    name: ClassVar[str] = "health-connect"
    recognised: ClassVar[str] = "Android Health Connect export: health_connect_export.db"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether it is a SQLite database with the name or the tables of Health Connect."""
        if not file.head.startswith(_MAGIC):
            return False
        return _NAMED in file.base.lower() or any(name in file.head for name in _TYPICAL)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield what the tables hold, and a problem for each record that is not read."""
        # The database is loaded for such a file alone: every run asks every adapter.
        from tl_wearable.health_records import records

        ledger = Ledger(file, self.name, "record")
        most = evidence().limit.database_bytes
        if file.size > most:
            yield ledger.too_large(file.size, most)
        else:
            yield from records(file, Wearer(self, file, reading.zone, _SOURCE), ledger)
        yield ledger.tally()
