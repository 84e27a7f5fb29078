"""Peak memory and time of reading an Apple Health export of a given size.

Run as ``python benchmarks/apple_memory.py [MB]``: writes a synthetic export of that size to a
temporary folder, streams it through the adapter in a process of its own, and prints the peak of
memory above the idle process, the time, and what came of it. Entries are counted and dropped, as
the figure is that of the adapter; ``--keep`` holds them as they come. ``--command`` measures
``tl check`` as a whole instead, against the same command over a single day.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

_START = datetime(2020, 1, 1, tzinfo=UTC)
_DEVICE = (
    "&lt;&lt;HKDevice: 0x1&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch,"
    " hardware:Watch7,2, software:11.5&gt;"
)
_QUANTITY = "HKQuantityTypeIdentifier"
_CATEGORY = "HKCategoryTypeIdentifier"
#: Type, unit, rows a day, length of a row [s]: about the shares of a real export.
_KINDS = (
    (_QUANTITY + "HeartRate", "count/min", 300, 0),
    (_QUANTITY + "ActiveEnergyBurned", "kcal", 500, 60),
    (_QUANTITY + "BasalEnergyBurned", "kcal", 250, 300),
    (_QUANTITY + "DistanceWalkingRunning", "km", 300, 120),
    (_QUANTITY + "StepCount", "count", 200, 120),
    (_QUANTITY + "AppleStandTime", "min", 100, 300),
    (_CATEGORY + "AppleStandHour", "", 16, 3600),
    (_CATEGORY + "SleepAnalysis", "", 16, 1800),
)
_VALUES = {
    _CATEGORY + "AppleStandHour": ("Stood", "Stood", "Idle"),
    _CATEGORY + "SleepAnalysis": ("AsleepCore", "AsleepREM", "Awake"),
}
#: Bytes of one day by the table above.
_DAY_BYTES = 640_000


def main() -> None:
    """Write, read in another process, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", type=int, nargs="?", default=577)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--command", action="store_true", help="measure `tl check` as a whole")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read:
        read(asked.read, keep=asked.keep)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xml"
        if asked.command:
            command(path, asked.megabytes * 1_000_000)
            return
        write(path, asked.megabytes * 1_000_000)
        keep = ["--keep"] if asked.keep else []
        subprocess.run([sys.executable, __file__, "--read", str(path), *keep], check=True)


def command(path: Path, size: int) -> None:
    """Run ``tl check`` over a day and over the whole export; print what the size adds."""
    peaks = []
    for each in (_DAY_BYTES, size):
        write(path, each)
        began = time.perf_counter()
        tl = Path(sys.executable).with_name("tl")
        subprocess.run([tl, "check", path], check=True, stdout=subprocess.DEVNULL)
        peaks.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
        taken = time.perf_counter() - began
        print(f"{path.stat().st_size / 1e6:.0f} MB: peak {peaks[-1] / 1e6:.0f} MB, {taken:.1f} s")
    print(f"peak above that of a day {(peaks[1] - peaks[0]) / 1e6:.1f} MB")


def write(path: Path, size: int) -> None:
    """Write an export of about so many bytes, sorted by type as real ones are."""
    days = max(1, size // _DAY_BYTES)
    with path.open("w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_GB">\n')
        for kind in _KINDS:
            out.writelines(_rows(days, *kind))
        out.write("</HealthData>\n")


def _rows(days: int, kind: str, unit: str, per_day: int, length_s: int) -> Iterator[str]:
    dice = random.Random(kind)
    stated = f' unit="{unit}"' if unit else ""
    for day in range(days):
        # Rows as long as an hour or a bin lie on the grid of the watch.
        step = max(86_400 // per_day // 300 * 300, 300) if length_s >= 300 else 86_400 // per_day
        for row in range(per_day):
            begin = _START + timedelta(days=day, seconds=row * step)
            end = begin + timedelta(seconds=length_s)
            value = dice.choice(_VALUES.get(kind, ("1", "2", "3", "60")))
            named = "HKCategoryValue" + kind.removeprefix(_CATEGORY) + value
            yield (
                f' <Record type="{kind}" sourceName="SYNTHETIC Apple Watch" sourceVersion="11.5"'
                f' device="{_DEVICE}"{stated} creationDate="{_text(end)}"'
                f' startDate="{_text(begin)}" endDate="{_text(end)}"'
                f' value="{value if unit else named}"/>\n'
            )


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S +0000")


def read(path: Path, *, keep: bool) -> None:
    """Stream the file through the adapter and print what it took."""
    from tl_analyzer.adapter import HEAD_BYTES, Reading, SourceFile
    from tl_analyzer.log import Tally
    from tl_apple import AppleHealthAdapter

    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    adapter = AppleHealthAdapter()
    file = SourceFile(path.name, head, path.stat().st_size, lambda: path.open("rb"))
    idle, began, used = _peak_bytes(), time.perf_counter(), time.process_time()
    found: Counter[str] = Counter()
    kept = []
    for item in adapter.read(file, Reading(zone="Europe/Berlin")):
        found[getattr(item, "kind", "tally") if not isinstance(item, Tally) else "tally"] += 1
        if keep:
            kept.append(item)
        if isinstance(item, Tally):
            print(f"elements {item.total}, read {item.read}, refused {item.refused}")
    print(f"{path.stat().st_size / 1e6:.0f} MB: {dict(found)}")
    print(f"peak above idle {(_peak_bytes() - idle) / 1e6:.1f} MB (idle {idle / 1e6:.0f} MB)")
    print(f"{time.perf_counter() - began:.1f} s, of them {time.process_time() - used:.1f} s CPU")


def _peak_bytes() -> int:
    """Peak of resident memory of this process [bytes]."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(text for text in status.splitlines() if text.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    main()
