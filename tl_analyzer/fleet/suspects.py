"""Who was being worked on when a worker died: kept in a file, as nothing else outlives a worker."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from tl_analyzer.dataset.bucket import bucket_name
from tl_analyzer.dataset.manifest import UNFINISHED
from tl_analyzer.fleet.engine import Care

#: Workers that may die over one athlete, in tasks of their own, until it is given up. A first death
#: may be an accident: the machine ran out of memory, somebody ended the process. [1]
_DEATHS = 2


@dataclass
class Suspects:
    """Athletes of one bucket over whom workers died.

    Attributes
    ----------
    path : Path or None
        Where it is kept; None where nothing is suspected.
    deaths : dict of str to int
        Workers that died, by athlete. [1]
    """

    path: Path | None = None
    deaths: dict[str, int] = field(default_factory=dict)

    def lost(self, athlete: str) -> bool:
        """Whether the athlete has to be left out."""
        return self.deaths.get(athlete, 0) >= _DEATHS

    def begin(self, athlete: str) -> None:
        """Note who comes next: blamed beforehand, as nobody can say so afterwards."""
        if self.path is None:
            return
        blamed = {**self.deaths, athlete: self.deaths.get(athlete, 0) + 1}
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.write_text(json.dumps(blamed), encoding="utf-8")


def suspects_of(folder: Path, bucket: int, care: Care) -> Suspects:
    """Read what is suspected of a bucket."""
    path = folder / UNFINISHED / f"{bucket_name(bucket)}.suspects"
    if care is Care.USUAL:
        path.unlink(missing_ok=True)  # of an earlier run, and no longer true
        return Suspects()
    return Suspects(path, json.loads(path.read_bytes()) if path.is_file() else {})
