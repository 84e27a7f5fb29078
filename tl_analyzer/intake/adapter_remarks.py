"""What is said of adapters themselves, not of a file."""

from collections.abc import Iterable, Iterator, Sequence

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.plugins import InstalledAdapter


def broken_adapters(installed: Sequence[InstalledAdapter]) -> list[Problem]:
    """Say which adapters cannot be used, and which printed when they were loaded."""
    return [*_broken(installed), *_printed(installed)]


def _broken(installed: Sequence[InstalledAdapter]) -> Iterator[Problem]:
    for entry in installed:
        if entry.error:
            yield Problem(
                file=f"adapter {entry.name}",
                found=entry.error,
                expected=f"an adapter that loads from {entry.origin}",
                hint="Update or remove that distribution; all others work without it.",
                kind=ProblemKind.NOTE,
                code="adapter-broken",
            )


def _printed(installed: Sequence[InstalledAdapter]) -> Iterator[Problem]:
    for entry in installed:
        # One that is broken has its line already.
        if entry.printed and not entry.error:
            yield Problem(
                file=f"adapter {entry.name}",
                found=f"printed {entry.printed!r} to standard output while it was loaded",
                expected=f"an adapter that loads silently from {entry.origin}",
                hint="Report it to its authors; it works all the same.",
                kind=ProblemKind.NOTE,
                code="adapter-printed",
            )


class ToldOnce:
    """Leaves out what was said of an adapter before: it does the same with every file."""

    def __init__(self) -> None:
        self._said: set[tuple[str, str]] = set()

    def __call__(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return what is new, and everything that is said of a file."""
        return tuple(problem for problem in problems if self._is_new(problem))

    def _is_new(self, problem: Problem) -> bool:
        if problem.kind is not ProblemKind.NOTE or not problem.code.startswith("adapter-"):
            return True
        remark = (problem.file, problem.code)
        known = remark in self._said
        self._said.add(remark)
        return not known


def told_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Leave out of some problems what they say of an adapter again."""
    return ToldOnce()(problems)
