"""Reports of many athletes, kept until their pages are written."""

import pickle
import zlib
from collections.abc import Iterator, Mapping

from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.roster.roster_line import Key, RosterLine


class KeptReports(Mapping[Key, WeeklyReport]):
    """Reports by their line, packed: a report as it is fills half a megabyte of memory."""

    def __init__(self) -> None:
        self._packed: dict[Key, bytes] = {}

    def keep(self, line: RosterLine, report: WeeklyReport) -> None:
        """Keep the report behind a line."""
        packed = zlib.compress(pickle.dumps(report), level=1)
        self._packed[line.key] = packed

    def __getitem__(self, key: Key) -> WeeklyReport:
        found: WeeklyReport = pickle.loads(zlib.decompress(self._packed[key]))
        return found

    def __iter__(self) -> Iterator[Key]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
