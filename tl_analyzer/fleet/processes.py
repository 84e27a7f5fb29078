"""Workers on this machine: processes of their own, started fresh."""

from functools import partial

from tl_analyzer.fleet.engine import Workers
from tl_analyzer.processes import fresh_processes

#: Tasks handed out beyond those that run, so that no process waits for its next one. [1]
_AHEAD = 1


def processes(jobs: int) -> Workers:
    """Workers in so many processes.

    Parameters
    ----------
    jobs : int
        Processes. [1]
    """
    return Workers(partial(fresh_processes, jobs), width=jobs + _AHEAD)
