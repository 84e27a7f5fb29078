"""Time to tell whose a file is: every installed adapter asked about heads of many kinds.

Usage: ``python benchmarks/recognition.py [--files N]``.

Each file is new to the program, so nothing that is kept of a head helps the next one. Beside the
time stands that of decoding the same heads to lines, which no adapter for text can do without.
"""

import argparse
import json
import time
from collections.abc import Callable

from tl_analyzer.adapter import HEAD_BYTES, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.parsing.text import decode
from tl_analyzer.plugins import adapters

_FILES = 200
#: Rows of a table and samples of a ride that fill a head.
_ROWS = 3_000


def _ride_json(number: int) -> bytes:
    samples = [{"SECS": second, "WATTS": 200, "CAD": 90, "HR": 140} for second in range(_ROWS)]
    return json.dumps({"RIDE": {"STARTTIME": f"{number}", "SAMPLES": samples}}).encode()


def _table(header: str, row: str) -> Callable[[int], bytes]:
    return lambda number: f"{header}\n{number},{row}\n".encode() + f"0,{row}\n".encode() * _ROWS


def _repeated(text: bytes) -> Callable[[int], bytes]:
    return lambda number: b"%d" % number + text * (HEAD_BYTES // len(text))


#: What is made for a number, by kind.
KINDS: dict[str, Callable[[int], bytes]] = {
    "ride as JSON on one line": _ride_json,
    "list of numbers on one line": lambda n: json.dumps([n, *range(_ROWS * 4)]).encode(),
    "table of sets": _table("Date,Workout Name,Exercise Name,Weight,Reps", "Legs,Squat,100,5"),
    "table of no training": _table("time,room,temperature,humidity", "3,21.5,40"),
    "XML on one line": _repeated(b"<d a='1'>1,2</d>"),
    "FIT": lambda n: b"\x0e\x10\x00\x00\x00\x10\x00\x00.FIT%d" % n + bytes(range(256)) * 300,
    "64 KiB of commas": _repeated(b","),
    "64 KiB of names in one row": _repeated(b"date,exercise,"),
    "64 KiB of quotes": _repeated(b'"'),
}


def main(files: int) -> None:
    """Measure, print a line a kind."""
    installed = adapters()
    claimants(SourceFile.of_bytes("first", b"first"), installed)
    for kind, made in KINDS.items():
        heads = [made(number)[:HEAD_BYTES] for number in range(files)]
        begun = time.process_time()
        for number, head in enumerate(heads):
            claimants(SourceFile.of_bytes(f"{number}.bin", head), installed)
        asked = time.process_time() - begun
        begun = time.process_time()
        for head in heads:
            decode(head)
        floor = time.process_time() - begun
        print(
            f"{kind:28} {files / asked:7.0f} files/s {1000 * asked / files:7.2f} ms a file"
            f" (decoding {1000 * floor / files:.2f})"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=_FILES)
    main(parser.parse_args().files)
