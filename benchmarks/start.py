"""What it costs to start, and what plugins add: `python -m benchmarks.start`.

Each pair is run in turn, and the ratio is that of each pair.
"""

import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.command_cost import TL, cost_of

#: Runs of each command. [1]
_RUNS = 15

_EXAMPLE = Path(__file__).parents[1] / "examples" / "desk_rider_lifter"
_WEEK = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00")

#: A group of commands that does nothing, for what click itself takes.
_BARE = """import click
@click.group()
def tl(): "Nothing."
tl()
"""

#: A distribution with an adapter that recognises nothing.
_ADAPTER = """class Nothing:
    name, recognised, contract = "nothing", "no file", 1
    def recognises(self, file): return False
    def read(self, file, reading): yield from ()
"""


def main() -> None:
    """Run and print the pairs."""
    with tempfile.TemporaryDirectory() as made:
        bare = Path(made) / "bare.py"
        bare.write_text(_BARE, encoding="utf-8")
        stranger = _stranger(Path(made) / "site")
        _pair("tl --help", (TL, "--help"), "a bare click group", (sys.executable, bare, "--help"))
        report = (TL, "report", _EXAMPLE, *_WEEK)
        _pair("report with a stranger", ("env", stranger, *report), "report", report)
        without = ("env", stranger, TL, "--no-plugins", *report[1:])
        _pair("... and --no-plugins", without, "report", report)


def _pair(
    name: str, command: Sequence[str | Path], beside: str, other: Sequence[str | Path]
) -> None:
    cost_of(command), cost_of(other)
    pairs = [(cost_of(command), cost_of(other)) for _ in range(_RUNS)]
    ratio = statistics.median(one.cpu_s / two.cpu_s for one, two in pairs)
    cpu = statistics.median(one.cpu_s for one, _ in pairs)
    print(f"{name:24s} {cpu * 1e3:6.0f} ms CPU, {ratio:.2f} x {beside}")


def _stranger(site: Path) -> str:
    """Install a distribution into a folder, and return the setting that makes it seen."""
    meta = site / "nothing_logs-1.0.dist-info"
    meta.mkdir(parents=True)
    words = "Metadata-Version: 2.1\nName: nothing-logs\nVersion: 1.0\n"
    (meta / "METADATA").write_text(words, encoding="utf-8")
    entry = "[tl_analyzer.adapters]\nnothing = nothing_logs:Nothing\n"
    (meta / "entry_points.txt").write_text(entry, encoding="utf-8")
    (site / "nothing_logs.py").write_text(_ADAPTER, encoding="utf-8")
    return f"PYTHONPATH={site}"


if __name__ == "__main__":
    main()
