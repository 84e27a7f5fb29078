"""One planned session in several calendars and plans: it counts once."""

from collections.abc import Iterable
from datetime import date, datetime

from tl_analyzer.intake.folding import overlap
from tl_analyzer.log import PlannedSession
from tl_analyzer.parameters import Parameters


def planned_once(
    sessions: Iterable[PlannedSession], parameters: Parameters
) -> tuple[PlannedSession, ...]:
    """Keep each planned session once; what one file says twice is planned twice.

    Two files plan the same session where they have the same sport at the same time, or on the same
    day if one of them knows no more. The one that knows more is kept.

    Parameters
    ----------
    sessions : iterable of PlannedSession
        In the order of the log.
    parameters : Parameters
        ``intake.twin_overlap``.
    """
    least = parameters.number("intake.twin_overlap")
    # By day: what is kept, with the files that say it.
    by_day: dict[date, list[tuple[PlannedSession, frozenset[str]]]] = {}
    for session in sorted(sessions, key=_order):
        kept = by_day.setdefault(session.start.local.date(), [])
        file = session.provenance.digest
        twin = next(
            (
                n
                for n, (one, files) in enumerate(kept)
                if file not in files and _same(one, session, least)
            ),
            None,
        )
        if twin is None:
            kept.append((session, frozenset({file})))
        else:
            one, files = kept[twin]
            kept[twin] = max(one, session, key=_knowledge), files | {file}
    found = (session for day in by_day.values() for session, _ in day)
    return tuple(sorted(found, key=_order))


def _same(one: PlannedSession, other: PlannedSession, least: float) -> bool:
    if one.sport is not other.sport:
        return False
    timed = one.start.timed and other.start.timed
    return not timed or overlap(_span(one), _span(other)) >= least


def _span(session: PlannedSession) -> tuple[datetime, datetime]:
    return session.start.utc, session.end or session.start.utc


def _knowledge(session: PlannedSession) -> tuple[bool, bool]:
    return session.start.timed, session.end is not None


def _order(session: PlannedSession) -> tuple[datetime, str, int]:
    return session.start.utc, session.provenance.digest, session.provenance.row or 0
