"""Which sets make one workout."""

from collections.abc import Sequence
from itertools import pairwise

from tl_analyzer.log import When
from tl_strength.clocks import place, place_all
from tl_strength.dialect import Dialect
from tl_strength.draft import Draft
from tl_strength.limits import limits


def workouts(drafts: Sequence[Draft], dialect: Dialect, zone: str) -> list[list[Draft]]:
    """Group sets into workouts, the sets of each in the order in which they were done.

    Parameters
    ----------
    drafts : sequence of Draft
        Sets in the order of the file.
    dialect : Dialect
        What makes a workout, and what its stamps are of.
    zone : str
        IANA zone of wall clocks.
    """
    by_key: dict[tuple[str, ...], list[Draft]] = {}
    for draft in drafts:
        by_key.setdefault(draft.key, []).append(draft)
    groups = list(by_key.values())
    if dialect.clock_of == "workout":
        return groups
    return [_as_done(run, zone) for group in groups for run in _runs(group, zone)]


def _runs(drafts: Sequence[Draft], zone: str) -> list[list[Draft]]:
    """Cut sets that state their moment where a long break lies between two of them.

    Midnight is no break: a workout that goes on past it stays one, on the day it began.
    """
    placed = sorted(
        ((place(draft.start, zone), draft) for draft in drafts),
        key=lambda pair: (pair[0].utc, pair[1].line),
    )
    runs = [[placed[0][1]]]
    for (before, _), (after, draft) in pairwise(placed):
        if _apart(before, after):
            runs.append([])
        runs[-1].append(draft)
    return runs


def _apart(before: When, after: When) -> bool:
    if before.timed is not after.timed:
        return True
    gap = (after.utc - before.utc).total_seconds()
    return gap > (limits().workout.break_s if after.timed else 0.0)


def _as_done(run: Sequence[Draft], zone: str) -> list[Draft]:
    """Sets of one workout in the order of the file, unless their moments tell another."""
    drafts = sorted(run, key=lambda draft: draft.line)
    for order in (drafts, drafts[::-1]):
        moments = [when.utc for when in place_all((draft.start for draft in order), zone)]
        if all(before <= after for before, after in pairwise(moments)):
            return order
    return list(run)
