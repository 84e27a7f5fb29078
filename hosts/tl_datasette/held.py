"""Who is in a log store, and up to which week each log reaches."""

import sqlite3
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from tl_datasette.store_file import State, reading, state_of
from tl_datasette.unanswered import UnansweredError
from tl_datasette.weeks import label_of

#: Stores whose athletes are remembered. [1]
_STORES = 16

#: Views of the store in which every row is something that was done or said on a day.
_DATED = ("log_workouts", "log_rides", "log_activities", "log_check_ins")


def athletes_of(path: str) -> tuple[str, ...]:
    """Ids of all athletes of a store.

    Raises
    ------
    UnansweredError
        If it cannot be read.
    """
    return tuple(_last_instants(state_of(path)))


def last_week_of(path: str, athlete: str) -> str:
    """The last complete week, or the last one before it that a log reaches.

    Raises
    ------
    UnansweredError
        If the store cannot be read, or does not know the athlete.
    """
    held = _last_instants(state_of(path))
    if athlete not in held:
        raise UnansweredError(
            f"the log store holds no athlete {athlete[:80]!r}", "`/-/tl` lists who is in it."
        )
    complete = datetime.now(UTC) - timedelta(days=7)
    last = held[athlete]
    if last is None:
        return label_of(complete.date())
    return label_of(min(complete, datetime.fromtimestamp(last / 1e6, UTC)).date())


@lru_cache(_STORES)
def _last_instants(state: State) -> dict[str, int | None]:
    """The last instant of each athlete's log. [us]"""
    dated = " UNION ALL ".join(f"SELECT athlete, start FROM {view}" for view in _DATED)
    try:
        with reading(state.path) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM athlete ORDER BY 1")]
            last = dict(connection.execute(f"SELECT athlete, max(start) FROM ({dated}) GROUP BY 1"))
    except sqlite3.Error as why:
        raise UnansweredError(
            f"the log store cannot be read: {why}", "`tl doctor` shows what is wrong with it."
        ) from why
    return {name: last.get(name) for name in names}
