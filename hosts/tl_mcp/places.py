"""Where files lie is nobody's business but their owner's: answers name files, not folders."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from tl_analyzer.report.weekly_report import WeeklyReport


def named_alone(report: WeeklyReport) -> WeeklyReport:
    """The report with the names of files alone."""
    coverage = report.coverage.model_copy(
        update={"sources": tuple(_name(source) for source in report.coverage.sources)}
    )
    problems = tuple(
        problem.model_copy(update={"file": _name(problem.file)}) for problem in report.diagnostics
    )
    return report.model_copy(update={"coverage": coverage, "diagnostics": problems})


def places_of(paths: Iterable[Path | None]) -> tuple[str, ...]:
    """How the folders of some paths, and the user's own, begin in a message; longest first."""
    folders = {str(Path.home()), *(str(path.parent) for path in paths if path is not None)}
    named = (f"{folder.rstrip(os.sep)}{os.sep}" for folder in folders if folder != os.curdir)
    return tuple(sorted((each for each in named if each != os.sep), key=len, reverse=True))


def unplaced(text: str, places: Iterable[str]) -> str:
    """A message without some folders."""
    for place in places:
        text = text.replace(place, "")
    return text


def _name(file: str) -> str:
    # A file of another system's log keeps that system's way of writing.
    return PurePosixPath(PureWindowsPath(file).name).name or file
