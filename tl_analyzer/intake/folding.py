"""Folding recordings of one session into one, and saying so."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from tl_analyzer.log import (
    ActivitySession,
    Problem,
    ProblemKind,
    Provenance,
    RideSession,
    StrengthSession,
)

Session = RideSession | ActivitySession | StrengthSession
S = TypeVar("S", bound=Session)
F = TypeVar("F", RideSession, ActivitySession, StrengthSession)


def order(session: Session) -> tuple[datetime, str, int]:
    """Order of sessions that depends on nothing but themselves."""
    source = session.provenance
    return session.start.utc, source.digest, source.row or 0


def common_s(a: tuple[datetime, datetime], b: tuple[datetime, datetime]) -> float:
    """Time that two stretches share. [s]."""
    return max(0.0, (min(a[1], b[1]) - max(a[0], b[0])).total_seconds())


def overlap(a: tuple[datetime, datetime], b: tuple[datetime, datetime]) -> float:
    """Shared time over the length of the shorter stretch. [1]."""
    shorter = min((end - start).total_seconds() for start, end in (a, b))
    if shorter <= 0:
        return float(max(a[0], b[0]) <= min(a[1], b[1]))
    return common_s(a, b) / shorter


def clusters(sessions: Iterable[S], same: Callable[[S, S], bool], reach_s: float) -> list[list[S]]:
    """Group sessions of which each is the same as some other of its group.

    Parameters
    ----------
    sessions : iterable of session
        In any order; the groups do not depend on it.
    same : callable
        Whether two sessions are one, symmetric.
    reach_s : float
        Sessions further apart than this, from the latest end of a group to the next start, are
        never compared. [s]
    """
    open_: list[list[S]] = []
    closed: list[list[S]] = []
    for session in sorted(sessions, key=order):
        near = [group for group in open_ if _gap_s(group, session) <= reach_s]
        closed += [group for group in open_ if _gap_s(group, session) > reach_s]
        hit = [group for group in near if any(same(member, session) for member in group)]
        open_ = [group for group in near if group not in hit]
        open_.append([*(member for group in hit for member in group), session])
    return sorted((*closed, *open_), key=lambda group: min(order(s) for s in group))


def folded(kept: F, others: Sequence[Session]) -> F:
    """Return the session with the sources of the others named in it."""
    named = dict.fromkeys((*kept.folded, *_sources(others)))
    return kept.model_copy(update={"folded": tuple(named)})


def _sources(sessions: Iterable[Session]) -> Iterator[Provenance]:
    for session in sorted(sessions, key=order):
        yield session.provenance
        yield from session.folded


def counted_once(what: str, dropped: Provenance, kept: Provenance) -> Problem:
    """Say that a recording was folded into another."""
    return Problem(
        file=dropped.file,
        line=dropped.row,
        found=f"the same {what} as in {kept.file}",
        expected="each session once",
        hint="Counted once; nothing to do.",
        kind=ProblemKind.NOTE,
        code="counted-once",
    )


def _gap_s(group: Sequence[Session], session: Session) -> float:
    return (session.start.utc - max(_end(s) for s in group)).total_seconds()


def _end(session: Session) -> datetime:
    return session.start.utc if isinstance(session, StrengthSession) else session.end
