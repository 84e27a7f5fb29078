"""Reading the inputs of a command into a log, with progress on a terminal."""

from collections.abc import Sequence
from pathlib import Path

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.cli.terminal import progress
from tl_analyzer.intake.gather import gather
from tl_analyzer.log import Log


def read_inputs(paths: Sequence[Path], reading: Reading, extra: Sequence[SourceFile] = ()) -> Log:
    """Read everything under the given paths, with progress on a terminal; `extra` comes last."""
    with progress("reading") as tell:
        return gather(paths, reading, tell, extra)
