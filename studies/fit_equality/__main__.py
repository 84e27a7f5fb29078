"""Decodes FIT files both ways and prints what differs.

    python -m studies.fit_equality FOLDER
    python -m studies.fit_equality FOLDER --mutations 10000

The first decodes every FIT file of a folder, and some made-up ones with every quirk known. With
``--mutations`` made-up files and small ones of the folder are damaged before. Exits 1 when any
value differs.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from studies.fit_equality.differences import cells, differences
from studies.fit_equality.mutations import mutated
from studies.fit_equality.quirks import QUIRKS, Segment, any_file, exhausting_files, quirky_file
from tl_fit.decoding.by_fitdecode import decode_by_fitdecode
from tl_fit.decoding.decode import decode
from tl_fit.message import Decoded

#: Made-up files of one quirk each, and of several.
_OF_EACH, _OF_SEVERAL = 5, 500
#: Larger files are not damaged: fitdecode takes seconds for each [bytes].
_LARGEST_DAMAGED = 20_000


@dataclass
class Account:
    """What was compared, and what differed.

    Attributes
    ----------
    counts : Counter of str
        Files, messages, records and values compared.
    taken_s : dict of str to float
        Time of either way [s of CPU].
    differing : list of str
        Names of files with their differences.
    """

    counts: Counter[str] = field(default_factory=Counter)
    taken_s: dict[str, float] = field(default_factory=dict)
    differing: list[str] = field(default_factory=list)

    def compare(self, name: str, data: bytes) -> None:
        """Decode a file both ways."""
        found = self._timed("by columns", decode, data)
        wanted = self._timed("by fitdecode", decode_by_fitdecode, data)
        self.counts["files"] += 1
        self.counts["of them decoded by columns"] += not found.uncovered
        self.counts["of them ending early"] += bool(wanted.stopped)
        self.counts["messages"] += sum(part.counts.total() for part in wanted.parts)
        self.counts["records"] += sum(len(part.records) for part in wanted.parts)
        self.counts["values"] += cells(wanted)
        found_differing = differences(found, wanted)
        if found_differing:
            self.differing.append("\n  ".join((name, *found_differing)))

    def _timed(self, way: str, decoding: Callable[[bytes], Decoded], data: bytes) -> Decoded:
        began = time.process_time()
        decoded = decoding(data)
        self.taken_s[way] = self.taken_s.get(way, 0.0) + time.process_time() - began
        return decoded

    def print(self, title: str) -> None:
        """Print the account as a table, and what differs."""
        print(f"| {title} | |\n|---|---:|")
        for what, count in self.counts.items():
            print(f"| {what} | {count:,} |")
        for way, taken_s in self.taken_s.items():
            print(f"| seconds {way} | {taken_s:.1f} |")
        print(f"| files that differ | {len(self.differing):,} |\n")
        for differing in self.differing:
            print(differing)


def files(folder: Path, largest: int) -> Iterator[tuple[str, bytes]]:
    """All FIT files of a folder up to a size [bytes]."""
    for path in sorted(folder.rglob("*.[fF][iI][tT]")):
        if path.stat().st_size <= largest:
            yield str(path.relative_to(folder)), path.read_bytes()


def made_up(seed: int) -> Iterator[tuple[str, bytes]]:
    """Files of every quirk by itself, and of several."""
    for name in QUIRKS:
        for number in range(seed, seed + _OF_EACH):
            yield f"{name}, seed {number}", quirky_file([Segment([name])], number)
    for number in range(seed, seed + _OF_SEVERAL):
        yield f"any_file(Random({number}))", any_file(Random(number))


def damaged(folder: Path, mutations: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Mutated files, one half of them made up."""
    real = list(files(folder, _LARGEST_DAMAGED))
    for number in range(seed, seed + mutations):
        dice = Random(number)
        name, data = ("made up", any_file(dice)) if number % 2 or not real else dice.choice(real)
        yield f"{name}, damaged with seed {number}", mutated(data, dice)


def main() -> int:
    """Compare, and print the account."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mutations", type=int, default=0)
    parser.add_argument("--largest", type=int, default=sys.maxsize, help="size of a file [bytes]")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    if asked.mutations:
        compared = {"damaged files": damaged(asked.folder, asked.mutations, asked.seed)}
    else:
        compared = {
            "files of the folder": files(asked.folder, asked.largest),
            "made-up files": made_up(asked.seed),
            "files of more than is read": exhausting_files(),
        }
    differing = 0
    for title, of_title in compared.items():
        account = Account()
        for name, data in of_title:
            account.compare(name, data)
        account.print(title)
        differing += len(account.differing)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
