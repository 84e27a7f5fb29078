"""Peak memory to read a long ride with the fields of apps on the device, through the adapter.

    python benchmarks/fit_memory.py [HOURS] [--sensors N] [--files N]

Writes rides at 1 Hz with laps, events, heartbeats and developer fields, reads them one after the
other in a process of its own, and prints the peak of resident memory above the idle process after
the first and after the last.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tl_analyzer.adapter import SourceFile

#: Developer fields of a rider with a power meter's app and two muscle sensors. [1]
_SENSORS = 8


def main() -> None:
    """Write, read in another process, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hours", type=float, nargs="?", default=10.0)
    parser.add_argument("--sensors", type=int, default=_SENSORS)
    parser.add_argument("--files", type=int, default=5)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read:
        read(asked.read)
        return
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), asked.hours, asked.sensors, asked.files)
        subprocess.run([sys.executable, __file__, "--read", folder], check=True)


def write(folder: Path, hours: float, sensors: int, files: int) -> None:
    """Write rides of different content."""
    from benchmarks.fit_rides import Extras, ride

    extras = Extras(laps=True, heartbeats=True, sensors=sensors)
    for number in range(files):
        (folder / f"{number:03}.fit").write_bytes(ride(hours, extras, seed=number))


def read(folder: Path) -> None:
    """Read the files of a folder as an import does, and print what it took."""
    from tl_analyzer.adapter import Reading
    from tl_analyzer.log import RideSession, Tally
    from tl_fit import FitAdapter

    adapter, reading = FitAdapter(), Reading(zone="Europe/Berlin")
    paths = sorted(folder.iterdir())
    idle = _peak_bytes()
    for number, path in enumerate(paths):
        file = _source(path)
        items = list(adapter.read(file, reading))
        if number in (0, len(paths) - 1):
            (ride,) = (item for item in items if isinstance(item, RideSession))
            (tally,) = (item for item in items if isinstance(item, Tally))
            above = (_peak_bytes() - idle) / 1e6
            print(
                f"file {number + 1}, {file.size / 1e6:.1f} MB, {ride.elapsed_s / 3600:.1f} h,"
                f" {tally.total:,} messages: peak {above:.1f} MB above idle ({idle / 1e6:.0f} MB)"
            )


def _source(path: Path) -> "SourceFile":
    from tl_analyzer.adapter import HEAD_BYTES, SourceFile

    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    return SourceFile(path.name, head, path.stat().st_size, lambda: path.open("rb"))


def _peak_bytes() -> int:
    """Peak of resident memory of this process [bytes]."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(text for text in status.splitlines() if text.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    main()
