"""What a command costs, measured from outside: wall time, CPU time, peak of memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: The command of the environment that measures.
TL = str(Path(sys.executable).with_name("tl"))

#: What Python is told by a compiled installation: compiled modules are written and used.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost.

    Attributes
    ----------
    wall_s : float
        From start to end. [s]
    cpu_s : float
        User and system time of the process and of those it started. [s]
    peak_bytes : int
        Largest memory that one of its processes held. [bytes]
    """

    wall_s: float
    cpu_s: float
    peak_bytes: int


def cost_of(command: Sequence[str | Path]) -> Cost:
    """Run a command to its end; what it writes is thrown away.

    Raises
    ------
    SystemExit
        If it fails, with what it said.
    """
    began = time.perf_counter()
    # A file takes any amount; a pipe that nobody empties would stop the command.
    with Path(os.devnull).open("wb") as nowhere, tempfile.TemporaryFile() as said:
        child = subprocess.Popen(
            [str(part) for part in command], stdout=nowhere, stderr=said, env=_ENVIRONMENT
        )
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(map(str, command))}\n{said.read().decode()}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def best_of(repeats: int, command: Sequence[str | Path]) -> Cost:
    """The run with the least wall time of several."""
    return min((cost_of(command) for _ in range(repeats)), key=lambda cost: cost.wall_s)
