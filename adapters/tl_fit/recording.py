"""A recorded activity: its rides, its other outings, and what to say about them."""

from collections.abc import Iterator

from tl_analyzer.log import ActivitySession, Entry, Problem
from tl_fit.activity import activity
from tl_fit.clock import TimedRecords, Zone, offset_text, timed, zone_of
from tl_fit.context import Context
from tl_fit.message import Part
from tl_fit.outcome import Outcome, all_but
from tl_fit.outing import TRANSITION, Outing, outings
from tl_fit.ride import ride

#: Messages that feed a ride or an activity: its summaries, its records, its events, and what
#: names the sport and the device.
_FEEDING = frozenset({"activity", "event", "file_id", "lap", "record", "session", "sport"})


def read_recording(part: Part, context: Context) -> Outcome:
    """Read a recorded activity; every session of a multisport one is an entry of its own.

    When nothing of it can be placed in time, all its feeding messages are refused, and one
    problem says why.
    """
    outcome = Outcome(aside=all_but(part, _FEEDING))
    times = timed(part.records)
    zone = zone_of(part.first("activity"), context.reading.zone)
    failed = []
    for outing in outings(part, times.records):
        if outing.sport == TRANSITION:
            outcome.aside["record of a transition"] += len(outing.records)
            outcome.aside["session of a transition"] += 1
            outcome.problems.append(_transition(outing, context))
        elif (entry := _entry(outing, part, zone.name, context)) is None:
            failed.append(outing)
        else:
            outcome.entries.append(entry)
    if failed and not outcome.entries:
        outcome.aside = all_but(part, _FEEDING)
        outcome.refused = part.counts.total() - outcome.aside.total()
        outcome.problems = [_unreadable(None, times, part, context)]
        return outcome
    for outing in failed:
        outcome.refused += len(outing.records) + 1
        outcome.problems.append(_unreadable(outing, times, part, context))
    outcome.refused += times.impossible
    outcome.problems.extend(_remarks(outcome, part, times, zone, context))
    return outcome


def _entry(outing: Outing, part: Part, zone: str, context: Context) -> Entry | None:
    """A ride or an activity; None when the outing has no extent in time."""
    if not outing.is_ride:
        return activity(outing, zone, context)
    return ride(outing, part, zone, context) if len(outing.records) > 1 else None


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
    outcome: Outcome, part: Part, times: TimedRecords, zone: Zone, context: Context
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
    if zone.stated is not None:
        fixed = zone.name != context.reading.zone
        yield context.note(
            "zone-differs",
            found=f"the device was set to {offset_text(zone.stated)}",
            expected=f"the time of {context.reading.zone}",
            hint=f"It is kept in {zone.name}." if fixed else "It is kept in the zone of the log.",
        )
    if any(isinstance(e, ActivitySession) and e.sport == "unknown" for e in outcome.entries):
        yield context.note(
            "sport-unknown",
            found="a recording that names no sport, as when it was cut off before its summary",
            expected="a sport",
            hint="It is kept as an activity; if it was a ride, export it again.",
        )
    lifting = any(
        isinstance(entry, ActivitySession) and entry.sport == "strength_training"
        for entry in outcome.entries
    )
    if lifting and part.counts["set"]:
        yield context.note(
            "sets-not-read",
            found=f"{part.counts['set']} sets of strength training",
            expected="sport and time alone",
            hint="Sets recorded by a watch are not read yet; log them in a strength app as well.",
        )
