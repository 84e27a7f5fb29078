"""A strength workout that a watch recorded set by set."""

from collections.abc import Sequence
from datetime import datetime

from tl_analyzer.log import Clock, Problem, StrengthSession, When
from tl_fit.activity import extent
from tl_fit.clock import utc
from tl_fit.context import Context
from tl_fit.outcome import Outcome
from tl_fit.outing import Outing
from tl_fit.sets import WatchSet


def read_lifting(
    sets: Sequence[WatchSet], outing: Outing, zone: str, context: Context
) -> Outcome | None:
    """Make a strength session of an outing; None when nothing says when it was.

    Parameters
    ----------
    sets : sequence of WatchSet
        The sets of the outing, at least one of them active.
    outing : Outing
        The outing.
    zone : str
        IANA zone it was lived in.
    context : Context
        Where it comes from.

    Returns
    -------
    Outcome or None
        The session; its rests, and sets of a kind without a name, are set aside.
    """
    lasted = extent(outing, broken_off=bool(context.stopped)) or _of_sets(sets)
    if lasted is None:
        return None
    start, end = lasted
    outcome = Outcome()
    done = [one for one in sets if one.active and one.believable]
    for one in sets:
        if one.active and not one.believable:
            outcome.refused += 1
            outcome.problems.append(_too_many(one, context))
        elif not one.active:
            outcome.aside["rest" if one.rest else "set of another kind"] += 1
    if not done:
        return None
    if all(one.start_s is not None for one in done):
        done.sort(key=lambda one: one.start_s or 0)
    outcome.entries.append(
        StrengthSession(
            start=When(utc=start, zone=zone, clock=Clock.STATED),
            duration_s=(end - start).total_seconds(),
            sets=tuple(one.performed(zone) for one in done),
            detected=True,
            provenance=context.provenance(outing.row),
        )
    )
    outcome.problems.append(_guessed(len(done), context))
    return outcome


def _of_sets(sets: Sequence[WatchSet]) -> tuple[datetime, datetime] | None:
    """From the first set to the last, where the outing itself does not say when it was."""
    times = [t for one in sets for t in (one.start_s, one.end_s) if t is not None]
    return (utc(min(times)), utc(max(times))) if times else None


def _guessed(count: int, context: Context) -> Problem:
    return context.note(
        "watch-guesses",
        found=f"{'1 set' if count == 1 else f'{count} sets'} recorded by a watch",
        expected="exercises and repetitions as performed",
        hint="A watch guesses both, and corrections made later in its app are not in the file; "
        "where a strength app has the same workout, give that too.",
    )


def _too_many(one: WatchSet, context: Context) -> Problem:
    return context.refused(
        "set-implausible",
        found=f"{one.reps} repetitions in one set",
        expected="repetitions somebody can do",
        hint="The set is left out.",
        row=one.row,
    )
