"""CPU time to decode a long ride, against what no reader can go below.

    python benchmarks/fit_floor.py [HOURS]

The floor is to read the bytes of the file and to write the columns of its records. Both are timed
in turn, twice: with memory that is new to the process, as for a first ride (glibc is told to give
large blocks back at once), and with memory used over and over, as far into an import.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.fit_rides import ALL_EXTRAS, Extras, ride
from tl_fit.decoding.decode import decode
from tl_fit.message import Decoded

_REPEATS = 41
#: Columns of the record table, of eight bytes each. [1]
_COLUMNS = 6
#: Blocks from this size on come from the system and go back to it [bytes].
_NEW_MEMORY = {"MALLOC_MMAP_THRESHOLD_": "65536"}
_RIDES = {
    "records alone": Extras(),
    "and two developer fields": Extras(sensors=2),
    "and laps and events": Extras(laps=True, sensors=2),
    "and heartbeats after each record": ALL_EXTRAS,
}


def main() -> None:
    """Measure in processes with either kind of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hours", type=float, nargs="?", default=10.0)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        for title, extras in _RIDES.items():
            _measure(title, asked.hours, extras)
        return
    for memory, settings in (("new memory", _NEW_MEMORY), ("memory used before", {})):
        print(f"| {asked.hours:g} h at 1 Hz, {memory} | MB | floor, ms | decoded, ms | x floor |")
        print("|---|---:|---:|---:|---:|", flush=True)
        command = [sys.executable, __file__, str(asked.hours), "--measure"]
        subprocess.run(command, check=True, env=os.environ | settings)
        print()


def _measure(title: str, hours: float, extras: Extras) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ride.fit"
        size = path.write_bytes(ride(hours, extras))
        rows = sum(len(part.records) for part in decode(path.read_bytes()).parts)

        def floor() -> None:
            path.read_bytes()
            np.full((_COLUMNS, rows), 1.0)

        def read() -> Decoded:
            return decode(path.read_bytes())

        both = [(_timed_ms(floor), _timed_ms(read)) for _ in range(_REPEATS)]
    least, taken = (statistics.median(times) for times in zip(*both, strict=True))
    print(f"| {title} | {size / 1e6:.1f} | {least:.2f} | {taken:.2f} | {taken / least:.1f} |")


def _timed_ms(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
