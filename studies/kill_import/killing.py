"""Importing a folder with ``tl import``, undisturbed or killed at a random moment."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from studies.kill_import.contents import contents, differences
from studies.kill_import.folder import write_folder, write_later

_TL = "from tl_analyzer.cli.start import main; main()"
_PATIENCE_S = 120.0
_PAUSE_S = 0.001


@dataclass(frozen=True)
class Trial:
    """One import that was killed and repeated.

    Attributes
    ----------
    hit : bool
        Whether it was killed while it wrote; else it was too early or too late.
    differences : list of str
        What differs from an undisturbed import.
    """

    hit: bool
    differences: list[str]


@dataclass
class Killer:
    """Kills imports of one folder and compares.

    Parameters
    ----------
    work : Path
        An empty folder to work in.
    files : int
        Files of the folder that is imported. [1]
    seed : int
        Of the moments.
    """

    work: Path
    files: int
    seed: int = 0

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._logs = self.work / "logs"
        write_folder(self._logs, self.files)
        undisturbed = self.work / "undisturbed" / "log.sqlite"
        # How long an import writes, and what it leaves: of the folder at first, and later.
        self._takes_s = [self._import(undisturbed)]
        self._expected = [contents(undisturbed)]
        write_later(self._logs, self.files)
        self._takes_s.append(self._import(undisturbed))
        self._expected.append(contents(undisturbed))

    def trial(self, number: int) -> Trial:
        """Kill the import of the folder as it is at first or, every second time, as it is later."""
        store = self.work / str(number) / "log.sqlite"
        later = number % 2
        self._reset()
        if later:
            self._import(store)
            write_later(self._logs, self.files)
        hit = self._kill(store, later)
        whole = store.exists() and store.stat().st_size > 0
        torn = hit and whole and not _readable(store)
        self._import(store)
        found = differences(contents(store), self._expected[later])
        return Trial(
            hit, [*found, *(["the store could not be read after the kill"] if torn else [])]
        )

    def _reset(self) -> None:
        for each in sorted(self._logs.iterdir()):
            each.unlink()
        self._logs.rmdir()
        write_folder(self._logs, self.files)

    def _import(self, store: Path) -> float:
        """Import to the end; return how long it wrote. [s]."""
        with self._started(store) as process:
            began = _first_write(process, store)
            code = process.wait(_PATIENCE_S)
        assert code == 0, code
        return time.monotonic() - began

    def _kill(self, store: Path, later: int) -> bool:
        """Kill an import at a random moment; return whether it was still running."""
        with self._started(store) as process:
            began = _first_write(process, store)
            try:
                process.wait(self._chance.uniform(0.0, self._takes_s[later]))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                return True
        # The machine has less to do than when this was measured.
        self._takes_s[later] = min(self._takes_s[later], time.monotonic() - began)
        return False

    def _started(self, store: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", _TL, "import", str(self._logs), "--store", str(store)]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdout=quiet, stderr=quiet, env={**os.environ})


def _first_write(process: "subprocess.Popen[bytes]", store: Path) -> float:
    """Wait until an import has begun to write; return the moment. [s]."""
    changes = store.with_name(f"{store.name}-wal")
    while process.poll() is None and not (changes.exists() and changes.stat().st_size):
        time.sleep(_PAUSE_S)
    return time.monotonic()


def _readable(store: Path) -> bool:
    try:
        contents(store)
    except Exception:  # whatever it is, it is what is looked for here
        return False
    return True
