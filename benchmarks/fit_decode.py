"""CPU time to decode rides, against the readers of FIT files that others use.

    python benchmarks/fit_decode.py [FOLDER] [--every N]

Takes the bicycle rides of a folder with 600 records or more, every so-manyeth; without a folder
some made-up hours. Each ride is read by all in turn, so that load and temperature meet all alike;
the fast way is repeated and its median counts, as the seconds of the others are warm by themselves.
A ratio counts the rides that both read.
"""

import argparse
import gc
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.fit_peers import Decoding, peers
from benchmarks.fit_rides import ALL_EXTRAS, ride
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import RideSession
from tl_fit import FitAdapter
from tl_fit.decoding.decode import decode
from tl_fit.message import Decoded

#: A ride of fewer records says more of start-up than of decoding. [1]
_LEAST_RECORDS = 600
_MADE_UP_HOURS = (0.25, 0.5, 1.0)
#: The fast way is timed so often for each ride, after a first time that is not counted. [1]
_REPEATS = 5

_Ride = tuple[str, bytes]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--every", type=int, default=1, help="take every so-manyeth ride")
    asked = parser.parse_args()
    rides = list(_rides(asked.folder) if asked.folder else _made_up())[:: asked.every]
    _season(rides)


def _rides(folder: Path) -> Iterator[_Ride]:
    """The bicycle rides of a folder."""
    for path in sorted(folder.rglob("*.[fF][iI][tT]")):
        data = path.read_bytes()
        if _records(decode(data)) >= _LEAST_RECORDS and _is_ride(path.name, data):
            yield path.name, data


def _is_ride(name: str, data: bytes) -> bool:
    items = FitAdapter().read(SourceFile.of_bytes(name, data), Reading())
    return any(isinstance(item, RideSession) for item in items)


def _made_up() -> Iterator[_Ride]:
    for seed, hours in enumerate(_MADE_UP_HOURS):
        yield f"{hours:g} h", ride(hours, ALL_EXTRAS, seed)


def _records(decoded: Decoded) -> int:
    return sum(len(part.records) for part in decoded.parts)


def _season(rides: list[_Ride]) -> None:
    """Decode the same rides with all readers, and compare."""
    records = sum(_records(decode(data)) for _, data in rides)
    size = sum(len(data) for _, data in rides)
    print(f"{len(rides)} rides, {records:,} records, {size / 1e6:.1f} MB; seconds of CPU\n")
    found = peers()
    ours: list[float] = []
    theirs: dict[str, list[float | None]] = {peer.title: [] for peer in found if peer.decode}
    for _, data in rides:
        for peer in found:
            if peer.decode:
                theirs[peer.title].append(_taken(peer.decode, data))
        gc.collect()
        decode(data)
        ours.append(statistics.median(_timed(partial(decode, data)) for _ in range(_REPEATS)))
    print("| reader | s | x tl_fit | not read |\n|---|---:|---:|---:|")
    print(f"| tl_fit | {sum(ours):.3f} | | 0 |")
    for title, times in theirs.items():
        both = [(one, own) for one, own in zip(times, ours, strict=True) if one is not None]
        taken_s, own_s = sum(one for one, _ in both), sum(own for _, own in both)
        print(f"| {title} | {taken_s:.1f} | {taken_s / own_s:.0f} | {len(ours) - len(both)} |")
    for peer in found:
        if not peer.decode:
            print(f"| {peer.name} | not installed | | |")


def _taken(decoding: Decoding, data: bytes) -> float | None:
    """Time of a peer for a file [s of CPU]; None where it gives up."""
    gc.collect()
    try:
        return _timed(partial(decoding, data))
    except Exception:
        return None


def _timed(action: Callable[[], object]) -> float:
    """Time of an action [s of CPU]."""
    began = time.process_time()
    action()
    return time.process_time() - began


if __name__ == "__main__":
    main()
