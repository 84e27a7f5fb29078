"""The account of a dry run: every file with its state, its rows and its problems."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tl_analyzer.athletes.inputs import was_read
from tl_analyzer.cli.unknown_exercises import UnknownExercise
from tl_analyzer.log import Log, Problem, SourceSummary


class State(StrEnum):
    """What became of a file."""

    READ = "read"
    #: The same bytes as another file: read once.
    DUPLICATE = "duplicate"
    #: An adapter recognised it but nothing in it could be used.
    EMPTY = "nothing usable"
    #: No adapter recognised it, or it could not be opened.
    UNKNOWN = "not recognised"


@dataclass(frozen=True, slots=True)
class FileAccount:
    """One file of a dry run."""

    source: SourceSummary
    state: State
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """All files of a dry run.

    Attributes
    ----------
    files : tuple of FileAccount
        Every file, in the order it was met.
    others : tuple of Problem
        Problems that belong to no single file, such as a broken adapter.
    unknown : tuple of UnknownExercise
        Exercises that were not recognised.
    """

    files: tuple[FileAccount, ...]
    others: tuple[Problem, ...]
    unknown: tuple[UnknownExercise, ...] = ()

    def states(self) -> dict[State, int]:
        """How many files ended in each state; the sum is the number of files."""
        counted = Counter(file.state for file in self.files)
        return {state: counted[state] for state in State if counted[state]}


def account(
    log: Log, notes: Sequence[Problem] = (), unknown: tuple[UnknownExercise, ...] = ()
) -> Account:
    """Sort the problems of a log to its files.

    Parameters
    ----------
    log : Log
        What was read.
    notes : sequence of Problem
        Further remarks about the run.
    unknown : tuple of UnknownExercise
        Exercises of the log that were not recognised.
    """
    by_file: dict[str, list[Problem]] = {source.file: [] for source in log.sources}
    others = list(notes)
    for problem in log.problems:
        by_file.get(problem.file, others).append(problem)
    files = tuple(
        FileAccount(source, _state(source), tuple(by_file[source.file])) for source in log.sources
    )
    return Account(files, tuple(others), unknown)


def _state(source: SourceSummary) -> State:
    if source.same_as:
        return State.DUPLICATE
    if not source.adapter:
        return State.UNKNOWN
    return State.READ if was_read(source) else State.EMPTY
