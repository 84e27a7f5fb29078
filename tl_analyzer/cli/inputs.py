"""Reading the inputs of a command into a log."""

from collections.abc import Sequence
from pathlib import Path

from tl_analyzer.adapter import Reading
from tl_analyzer.cli.failure import NoInputFailure
from tl_analyzer.cli.terminal import progress
from tl_analyzer.intake.gather import gather
from tl_analyzer.log import Log, SourceSummary
from tl_analyzer.report.problem_groups import entry

#: Problems named when nothing at all could be read. [1]
_NAMED = 3


def read_inputs(paths: Sequence[Path], reading: Reading) -> Log:
    """Read everything under the given paths, with progress on a terminal."""
    with progress("reading") as tell:
        return gather(paths, reading, tell)


def was_read(source: SourceSummary) -> bool:
    """Whether anything of a file entered the log."""
    return bool(source.entries or (source.tally and source.tally.read) or source.same_as)


def require_readable(log: Log, paths: Sequence[Path]) -> None:
    """End the command when nothing was read.

    Raises
    ------
    NoInputFailure
        If no file holds anything readable.
    """
    if any(was_read(source) for source in log.sources):
        return
    named = " ".join(map(str, paths))
    lines = [f"nothing readable in {named} ({len(log.sources)} files looked at)"]
    for problem in log.problems[:_NAMED]:
        said = entry(problem)
        lines.append(f"{said.place}: {said.finding}")
    raise NoInputFailure(
        "\n".join(lines),
        f"`tl check {named}` shows every file; `tl adapters` lists what can be read.",
    )
