"""Why a file is not opened, in one line each."""

from tl_analyzer.intake.limits import Limits
from tl_analyzer.log import Problem


class Refused(Exception):
    """A file that will not be read; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refusal(name: str, found: str, expected: str, hint: str) -> Problem:
    """Say why a file was not opened."""
    return Problem(file=name, found=found, expected=expected, hint=hint, code="unopened")


def too_large(name: str, size: int, limits: Limits) -> Problem:
    """Say that a file is larger than anything is read."""
    return refusal(
        name,
        f"{size / 1024**2:,.0f} MiB",
        f"at most {limits.file_bytes / 1024**2:,.0f} MiB unpacked",
        "Not opened; export a shorter period.",
    )


def bomb(name: str, limits: Limits) -> Problem:
    """Say that an archive unpacks to far more than archives do."""
    return refusal(
        name,
        f"data packed more than {limits.ratio:.0f} to 1",
        "an ordinary archive",
        "Not opened; it looks made to exhaust memory.",
    )


def a_link(name: str) -> Problem:
    """Say that links are not followed."""
    return refusal(name, "a symbolic link", "a file or folder", "Not followed: name its target.")
