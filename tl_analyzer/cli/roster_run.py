"""A roster's athletes one after the other, or over several processes."""

from collections.abc import Iterator, Sequence
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool

from tl_analyzer.cli.roster_athletes import Asked, RosterAthlete, failed_line, line_of
from tl_analyzer.cli.terminal import Tell
from tl_analyzer.processes import fresh_processes
from tl_analyzer.roster.roster_line import RosterLine

#: Athletes from which further processes are worth their start. [1]
_WORTH = 40

#: Pools that are tried before each athlete gets a process of its own. [1]
_ROUNDS = 2

_ENDED = "the process that read this log ended without a word"


def roster_lines(
    athletes: Sequence[RosterAthlete], asked: Asked, jobs: int, tell: Tell
) -> Iterator[RosterLine]:
    """Look at every athlete, in any order.

    Parameters
    ----------
    athletes : sequence of RosterAthlete
        Whom.
    asked : Asked
        What is asked of each.
    jobs : int
        Processes that may work at the same time. [1]
    tell : callable
        Told how far it is. [athletes]
    """
    alone = jobs <= 1 or len(athletes) < _WORTH
    lines = _here(athletes, asked) if alone else _over_processes(athletes, asked, jobs)
    for line in lines:
        tell(line.athlete.id, 1, len(athletes))
        yield line


def _here(athletes: Sequence[RosterAthlete], asked: Asked) -> Iterator[RosterLine]:
    return (line_of(athlete, asked) for athlete in athletes)


def _over_processes(
    athletes: Sequence[RosterAthlete], asked: Asked, jobs: int
) -> Iterator[RosterLine]:
    left = dict.fromkeys(athletes)
    for _ in range(_ROUNDS):
        if left:
            yield from _together(left, asked, jobs)
    for athlete in left:
        yield _by_itself(athlete, asked)


def _together(left: dict[RosterAthlete, None], asked: Asked, jobs: int) -> Iterator[RosterLine]:
    """Take who is done out of those that are left; a process that dies takes the rest with it."""
    with fresh_processes(jobs) as pool:
        out = {pool.submit(line_of, athlete, asked): athlete for athlete in left}
        for future in as_completed(out):
            try:
                line = future.result()
            except BrokenProcessPool:
                continue
            del left[out[future]]
            yield line


def _by_itself(athlete: RosterAthlete, asked: Asked) -> RosterLine:
    with fresh_processes(1) as pool:
        try:
            return pool.submit(line_of, athlete, asked).result()
        except BrokenProcessPool:
            return failed_line(athlete, _ENDED)
