"""A recorded activity: its rides, its other outings, and what to say about them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from tl_analyzer.log import ActivitySession, Entry, Problem, RideSession, StrengthSession
from tl_fit.activity import activity
from tl_fit.athlete import Lived, add_athlete
from tl_fit.clock import TimedRecords, Zone, timed, zone_of
from tl_fit.context import Context
from tl_fit.message import Part
from tl_fit.outcome import Outcome, all_but
from tl_fit.outing import TRANSITION, Outing, outings
from tl_fit.ride import ride
from tl_fit.sets import WatchSet, prove_lifting, shared, watch_sets
from tl_fit.strength import read_lifting
from tl_fit.zone_note import zone_note

#: Messages that feed a ride or an activity: its summaries, its records, its events, and what
#: names the sport and the device. Sets join them where they are strength work.
_FEEDING = frozenset({"activity", "event", "file_id", "lap", "record", "session", "sport"})

_Session = ActivitySession | RideSession | StrengthSession


def read_recording(part: Part, context: Context) -> Outcome:
    """Read a recorded activity; every session of a multisport one is an entry of its own.

    When nothing of it can be placed in time, all its feeding messages are refused, and one
    problem says why.
    """
    outcome = Outcome(aside=all_but(part, _FEEDING))
    times = timed(part.records)
    zone = zone_of(part.first("activity"), context.reading.zone)
    failed = []
    found = outings(part, times.records)
    for outing, sets in zip(found, shared(watch_sets(part), found), strict=True):
        one = _read_outing(outing, sets, part, zone.name, context)
        if one is None:
            failed.append(outing)
        else:
            outcome.take(one)
    if failed and not outcome.entries:
        outcome.aside = all_but(part, _FEEDING)
        outcome.refused = part.counts.total() - outcome.aside.total()
        outcome.problems = [_unreadable(None, times, part, context)]
        return outcome
    for outing in failed:
        outcome.refused += len(outing.records) + 1
        outcome.problems.append(_unreadable(outing, times, part, context))
    outcome.refused += times.impossible
    outcome.problems.extend(_remarks(outcome, times, zone, context))
    lived = _lived(outcome.entries, zone.name)
    if lived is not None:
        add_athlete(outcome, part, lived, context)
    return outcome


def _read_outing(
    outing: Outing, sets: Sequence[WatchSet], part: Part, zone: str, context: Context
) -> Outcome | None:
    """Read one outing; None when it has no extent in time."""
    if prove_lifting(sets, outing):
        lifted = read_lifting(sets, outing, zone, context)
        if lifted is not None:
            # They were all set aside; now only rests are, and titles have named exercises.
            lifted.aside["set"] -= len(sets)
            lifted.aside["exercise_title"] -= part.counts["exercise_title"]
            return lifted
    if outing.sport == TRANSITION:
        aside = {"record of a transition": len(outing.records), "session of a transition": 1}
        return Outcome(problems=[_transition(outing, context)], aside=Counter(aside))
    entry: Entry | None = None
    if not outing.is_ride:
        entry = activity(outing, zone, context)
    elif len(outing.records) > 1:
        entry = ride(outing, part, zone, context)
    return None if entry is None else Outcome(entries=[entry])


def _unreadable(
    outing: Outing | None, times: TimedRecords, part: Part, context: Context
) -> Problem:
    """Why a recording, or one outing of it, is not in the log."""
    what = f"{outing.label}: " if outing else ""
    row = outing.row if outing else None
    if times.relative:
        return context.refused(
            "clock-not-set",
            found=f"{what}times that count from power-on: the clock was never set",
            expected="times with a date",
            hint="Enter the activity by hand, with the day it was done.",
            row=row,
        )
    if outing is None and part.counts["record"] and not len(times.records):
        found = "records without a time"
    else:
        one = len(outing.records if outing else times.records)
        found = f"{what}{'a single record, which has no duration' if one else 'no readable record'}"
    if context.stopped:
        found += f"; {context.stopped}"
    return context.refused(
        "no-records",
        found=found,
        expected="records with times",
        hint="Export the activity again from the device or its service.",
        row=row,
    )


def _transition(outing: Outing, context: Context) -> Problem:
    return context.note(
        "transition",
        found=f"a transition between two sports, with {_many(len(outing.records))}",
        expected="a sport",
        hint="Nothing to do: transitions are set aside.",
        row=outing.row,
    )


def _many(records: int) -> str:
    return "1 record" if records == 1 else f"{records} records"


def _remarks(
    outcome: Outcome, times: TimedRecords, zone: Zone, context: Context
) -> Iterator[Problem]:
    """What the reader should know about a recording that is in the log."""
    if times.impossible:
        yield context.refused(
            "timestamp-impossible",
            found=f"{_many(times.impossible)} without a time, or with one days away from the rest",
            expected="times within the activity",
            hint="They are left out; the rest is kept.",
        )
    if times.backward:
        yield context.repaired(
            "out-of-order",
            found=f"{_many(times.backward)} earlier than the one before",
            expected="records in time order",
            hint="They are put in order.",
        )
    yield from zone_note(zone, context)
    entries = outcome.entries
    if any(isinstance(e, ActivitySession) and e.sport == "unknown" for e in entries):
        yield context.note(
            "sport-unknown",
            found="a recording that names no sport, as when it was cut off before its summary",
            expected="a sport",
            hint="It is kept as an activity; if it was a ride, export it again.",
        )
    if any(isinstance(e, ActivitySession) and e.sport == "strength_training" for e in entries):
        yield context.note(
            "duration-only",
            found="strength training without sets",
            expected="sets with exercise, repetitions and weight",
            hint="It counts by its time alone; give the log of a strength app for what was lifted.",
        )


def _lived(entries: Sequence[Entry], zone: str) -> Lived | None:
    """The time that the entries of a file cover."""
    sessions = [entry for entry in entries if isinstance(entry, _Session)]
    if not sessions:
        return None
    return Lived(min(s.start.utc for s in sessions), max(_end(s) for s in sessions), zone)


def _end(session: _Session) -> datetime:
    if isinstance(session, StrengthSession):
        return session.start.utc + timedelta(seconds=session.duration_s or 0)
    return session.end
