"""Tasks that end their workers. Imported by its own name, so that other processes find it too."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from pathlib import Path

from tl_analyzer.dataset.manifest import Part
from tl_analyzer.dataset.writing import AthleteRows
from tl_analyzer.fleet.analysing import Analysing
from tl_analyzer.fleet.suspects import Suspects
from tl_analyzer.fleet.time_limit import TimeLimit


@dataclass(frozen=True)
class KilledOnce(Analysing):
    """Ends its process in the middle of one bucket, the first time."""

    marker: Path = Path()
    bucket: int = 0

    def _athletes(self, part: Part, suspects: Suspects, limit: TimeLimit) -> Iterator[AthleteRows]:
        for rows in super()._athletes(part, suspects, limit):
            yield rows
            if part.bucket == self.bucket and not self.marker.exists():
                self.marker.touch()
                os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Poisoned(Analysing):
    """Ends its worker, which is a thread, whenever it comes to one athlete."""

    athlete: str = ""

    def _athletes(self, part: Part, suspects: Suspects, limit: TimeLimit) -> Iterator[AthleteRows]:
        for rows in super()._athletes(part, suspects, limit):
            if rows.athlete == self.athlete and not rows.error:
                raise BrokenExecutor("killed")
            yield rows
