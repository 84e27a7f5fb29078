"""A roster's athletes one after the other, or over several processes."""

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from tl_analyzer.athletes.roster_athletes import Asked, RosterAthlete, entry_of, failed_entry
from tl_analyzer.processes import fresh_processes
from tl_analyzer.roster.roster_entry import RosterEntry
from tl_analyzer.tell import Tell

#: Athletes from which further processes are worth their start: out of a store, which takes a few
#: hundredths of a second each, and out of files, which takes ten times as long. [1]
_WORTH, _WORTH_OF_FILES = 40, 8

#: Athletes a process is given before the first is done: none has to wait for the next. [1]
_AHEAD = 3

#: Pools that are tried before each athlete gets a process of its own. [1]
_ROUNDS = 2

_ENDED = "the process that read this log ended without a word"


def roster_entries(
    athletes: Sequence[RosterAthlete], asked: Asked, jobs: int, tell: Tell
) -> Iterator[RosterEntry]:
    """Look at every athlete, in any order; who takes an entry and lets it go holds one at a time.

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
    of_files = any(athlete.folder for athlete in athletes)
    alone = jobs <= 1 or len(athletes) < (_WORTH_OF_FILES if of_files else _WORTH)
    entries = _here(athletes, asked) if alone else _over_processes(athletes, asked, jobs)
    for entry in entries:
        tell(entry.line.athlete.id, 1, len(athletes))
        yield entry


def _here(athletes: Sequence[RosterAthlete], asked: Asked) -> Iterator[RosterEntry]:
    return (entry_of(athlete, asked) for athlete in athletes)


def _over_processes(
    athletes: Sequence[RosterAthlete], asked: Asked, jobs: int
) -> Iterator[RosterEntry]:
    left = dict.fromkeys(athletes)
    for _ in range(_ROUNDS):
        if left:
            yield from _together(left, asked, jobs)
    for athlete in left:
        yield _by_itself(athlete, asked)


def _together(left: dict[RosterAthlete, None], asked: Asked, jobs: int) -> Iterator[RosterEntry]:
    """Take who is done out of those that are left; a process that dies takes the rest with it."""
    waiting = iter(tuple(left))
    out: dict[Future[RosterEntry], RosterAthlete] = {}
    with fresh_processes(jobs) as pool:
        while True:
            # A few at a time: what is done and not yet taken lies in memory.
            try:
                for athlete in islice(waiting, jobs * _AHEAD - len(out)):
                    out[pool.submit(entry_of, athlete, asked)] = athlete
            except BrokenProcessPool:
                waiting = iter(())
            if not out:
                return
            done, _ = wait(out, return_when=FIRST_COMPLETED)
            for future in done:
                athlete = out.pop(future)
                try:
                    entry = future.result()
                except BrokenProcessPool:
                    continue
                del left[athlete]
                yield entry


def _by_itself(athlete: RosterAthlete, asked: Asked) -> RosterEntry:
    with fresh_processes(1) as pool:
        try:
            return pool.submit(entry_of, athlete, asked).result()
        except BrokenProcessPool:
            return failed_entry(athlete, _ENDED)
