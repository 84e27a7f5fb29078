"""Heavy hinging within hours after a long flexed ride.

Fires when a hinge set at D >= 0.70 is done within 6 hours after the end of a ride with 60 or more
unbroken, or 120 or more flexed minutes in all (u >= 0.35). Warm-ups, swings and lifts that are no
hinge do not count, nor does a session without a clock time.

Why it may matter: the ride leaves the junction flexed for an hour and more, and bending under load
follows while reflexes and stiffness are still on their way back: half of the reflex in half an
hour, not all of it after 3 h [hatipkarasulu]_; in an animal model the disorder after too short
rests was followed for 7 h [courville_2005]_. One hour of flexed sitting is enough to delay the
reflexes at T10 and L3 [sanchez_zuriaga_2010]_.

How weak this is: none of these rode a bike, and none lifted afterwards. The six hours sit between
three hours that were not enough and seven that were watched. The riding posture is known from
the profile, and where the head unit did not record standing, the unbroken minutes are an upper
bound, which lowers the confidence.

What would change the verdict: lifting first and riding after, six hours between, or standing up
during the ride.
"""

import numpy as np

from tl_analyzer.finding import Channel, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence, set_rows
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    hours = parameters.number("rules.tl402.hours")
    unbroken = parameters.number("rules.tl402.unbroken_minutes")
    total = parameters.number("rules.tl402.flexed_minutes")
    demand = parameters.number("hinge.hard_demand")
    rows = np.flatnonzero(
        picture.this_week() & picture.sets.timed & set_rows.hard_rows(picture, demand)
    )
    begun = list(zip(picture.sets.start[rows].tolist(), rows.tolist(), strict=True))
    if not begun:
        return None
    earliest = min(begun)[0]
    events = [
        (ride, after[0])
        for ride in picture.rides
        if ride.end + 3600 * hours >= earliest
        and (ride.longest_bout_min >= unbroken or ride.flexed_min >= total)
        for after in [[row for at, row in begun if ride.end <= at <= ride.end + 3600 * hours]]
        if after
    ]
    if not events:
        return None
    ride, row = events[0]
    free = evidence.clock(ride.end + 3600 * hours, picture.week.zone)
    cuts = {"unbroken": unbroken, "in all": total}
    return Verdict(
        severity=Severity.AMBER,
        because=tuple(fact for event in events for fact in _evidence(picture, *event, hours, cuts)),
        clears_when=(
            f"Lift before the ride, or from {free} on ({hours:.0f} h after it), or stay below "
            f"{set_rows.load_at(picture, row, demand)} on that day."
        ),
        quality=evidence.worst(
            picture.weekly["hinge_dose"].quality, *(ride.quality for ride, _ in events)
        ),
        straddles=all(r.upper_bound and r.flexed_min < total for r, _ in events),
    )


def _evidence(
    picture: Picture, ride: RideExposure, row: int, hours: float, cuts: dict[str, float]
) -> tuple[Evidence, Evidence]:
    start = float(picture.sets.start[row])
    minutes = {"unbroken": ride.longest_bout_min, "in all": ride.flexed_min}
    kind = "unbroken" if minutes["unbroken"] >= cuts["unbroken"] else "in all"
    bound = " at most" if ride.upper_bound and kind == "unbroken" else ""
    return (
        Evidence(
            when=evidence.instant(start, picture.week.zone),
            measure="hours from the end of the ride to the first hard hinge set",
            value=(start - ride.end) / 3600,
            unit="h",
            threshold=hours,
            sessions=(ride.label, set_rows.label(picture, row)),
        ),
        Evidence(
            when=evidence.instant(ride.start, picture.week.zone),
            measure=f"flexed minutes {kind} on that ride{bound}",
            value=minutes[kind],
            unit="min",
            threshold=cuts[kind],
            sessions=(ride.label,),
        ),
    )


RULE = Rule(
    code="TL402",
    name="heavy-hinge-after-long-ride",
    channel=Channel.HINGE,
    parameters=(
        "rules.tl402.hours",
        "rules.tl402.unbroken_minutes",
        "rules.tl402.flexed_minutes",
        "hinge.hard_demand",
    ),
    check=_check,
)
