"""A heavy hinge as the first after weeks without any.

Fires when a hinge set at D >= 0.80 is done 14 days or more after the last day with one at
D >= 0.70. There must have been such a day before: a log that begins with heavy sets is no layoff.
A set between the two, D 0.70-0.80, ends the layoff.

Why it may matter: capacity is lost within weeks and comes back within weeks, the load on the bar
can come back in a day. All of the load model is relative to what the athlete could do lately,
and after a layoff that is an old number.

How weak this is: no study that we read has tested a return to heavy hinging against back pain.
The period and both levels are choices. The rule cannot see training that was not logged: where
the log itself is silent for some of these weeks, the flag says so by a lower confidence.

What would change the verdict: one moderate session in between, logged, or another 1RM.
"""

import numpy as np

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Ints
from tl_analyzer.load.weekly import Kind
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence, set_rows
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl103.days")
    hard = parameters.number("hinge.hard_demand")
    heavy = parameters.number("hinge.heavy_demand")
    sets = picture.sets
    rows = picture.this_week() & set_rows.hard_rows(picture, heavy)
    if not rows.any():
        return None
    hard_rows = set_rows.hard_rows(picture, hard)
    hard_days = np.array(sorted(set(sets.day[hard_rows].tolist())), dtype=np.int64)
    first, days = _longest_pause(sets.day[rows], hard_days)
    if days < cut:
        return None
    after = rows & (sets.day == first)
    heaviest = set_rows.hardest(picture, after)
    return Verdict(
        severity=Severity.AMBER,
        because=(
            Evidence(
                when=evidence.day(first),
                measure=f"days since the last hinge set at D >= {hard:.2f}",
                value=days,
                unit="days",
                threshold=cut,
                sessions=set_rows.sessions_of(picture, after),
            ),
            Evidence(
                when=evidence.day(first),
                measure="demand D of the heaviest set on return",
                value=float(sets.demand[heaviest]),
                unit="x deadlift 1RM",
                threshold=heavy,
                sessions=(set_rows.label(picture, heaviest),),
            ),
        ),
        clears_when=(
            f"One session with hinge sets from {set_rows.load_at(picture, heaviest, hard)} and "
            f"below {set_rows.load_at(picture, heaviest, heavy)} before the next heavy one."
        ),
        quality=_quality(picture, days),
    )


def _longest_pause(heavy: Ints, hard: Ints) -> tuple[int, int]:
    """Day of heavy sets with the longest pause since the hard day before it; that pause [days]."""
    before = np.searchsorted(hard, heavy) - 1
    later = before >= 0
    if not later.any():
        return 0, 0
    pause = heavy[later] - hard[before[later]]
    longest = int(np.argmax(pause))
    return int(heavy[later][longest]), int(pause[longest])


def _quality(picture: Picture, days: int) -> DataQuality:
    known = picture.weekly["hinge_dose"].quality
    weeks = days // len(picture.week.days)
    seen = picture.history[Kind.STRENGTH].covered[:weeks]
    return known if all(seen) else evidence.worst(known, DataQuality.OBSERVED)


RULE = Rule(
    code="TL103",
    name="heavy-hinge-after-layoff",
    channel=Channel.HINGE,
    parameters=("rules.tl103.days", "hinge.hard_demand", "hinge.heavy_demand"),
    check=_check,
)
