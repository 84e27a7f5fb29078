"""Reading the inputs of an athlete into a log."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.gather import gather
from tl_analyzer.log import Log, Problem, SourceSummary
from tl_analyzer.remedy import NothingReadableError
from tl_analyzer.report.problem_groups import entry
from tl_analyzer.report.wording import base_name, clean, count

#: Problems named when nothing at all could be read. [1]
_NAMED = 3


def read_unwatched(
    paths: Sequence[Path], reading: Reading, extra: Sequence[SourceFile] = ()
) -> Log:
    """Read everything under the given paths, where somebody else shows the progress."""
    return gather(paths, reading, extra=extra)


def was_read(source: SourceSummary) -> bool:
    """Whether anything of a file entered the log."""
    return bool(source.entries or (source.tally and source.tally.read) or source.same_as)


def require_readable(log: Log, paths: Sequence[Path]) -> None:
    """End the command when nothing was read.

    Raises
    ------
    NothingReadableError
        If no file holds anything readable.
    """
    if not any(was_read(source) for source in log.sources):
        raise nothing_readable(log.sources, log.problems, paths)


def nothing_readable(
    sources: Sequence[SourceSummary], problems: Sequence[Problem], paths: Sequence[Path]
) -> NothingReadableError:
    """How a command ends that was given files, none of which can be read."""
    named = shlex.join(map(str, paths))
    said = [entry(problem) for problem in problems]
    told = [f"{one.place}: {one.finding}" for one in said]
    told += [clean(f"{base_name(s.file)}: {s.reason}") for s in sources if s.reason]
    reasons = told[:_NAMED]
    if len(told) > _NAMED:
        reasons.append(f"and {len(told) - _NAMED} more")
    looked_at = f"nothing readable in {named}, {count(len(sources), 'file')} looked at"
    remedy = f"{said[0].hint} " if len(said) == 1 else ""
    return NothingReadableError(
        ": ".join((looked_at, "; ".join(reasons))) if reasons else looked_at,
        f"{remedy}`tl check {named}` shows every file; `tl adapters` lists what can be read.",
    )
