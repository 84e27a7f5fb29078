"""Many near-maximal hinge repetitions in one day.

Fires when a day holds 7 or more repetitions at D >= 0.90 (amber), 10 or more (red). D is the
load relative to a conventional deadlift 1RM; hinges alone count, warm-ups and swings never.

Why it may matter: near the maximum the lower thoracic and upper lumbar spine flex more, exactly
at the thoracolumbar junction [shoji_2025]_, [gundersen_2025]_, and on a fatigue curve each such
repetition weighs many lighter ones.

How weak this is: the two studies measured posture and muscle activity in a few lifters, not
pain. The numbers are those of a coaching table for weightlifters, 7 repetitions as the optimum
and 10 as the end of a session's range above 90 % [prilepin]_; that they suit the deadlift is an
assumption. The flag is absolute: an athlete who peaks for a meet will see it and may judge that
it belongs to the plan.

What would change the verdict: the 1RM in use. Where it is estimated from sets of several
repetitions it is good to a few per cent, and so is the line at 0.90. With no 1RM and no hinge to
estimate one from, the rule is silent and the coverage says why.
"""

import numpy as np

from tl_analyzer.finding import Channel, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence, set_rows
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    demand = parameters.number("hinge.near_max_demand")
    cut = parameters.number("rules.tl102.reps")
    red = parameters.number("rules.tl102.red_reps")
    sets, weekly = picture.sets, picture.weekly["near_maximal_reps"]
    rows = picture.this_week() & set_rows.hard_rows(picture, demand)
    if not rows.any():
        return None
    days, place = np.unique(sets.day[rows], return_inverse=True)
    reps = np.bincount(place, weights=np.nan_to_num(sets.reps[rows]), minlength=len(days))
    over = [int(n) for n in np.argsort(-reps, kind="stable") if reps[n] >= cut]
    if not over:
        return None
    because = tuple(
        Evidence(
            when=evidence.day(int(days[n])),
            measure=f"hinge repetitions at D >= {demand:.2f} in one day",
            value=float(reps[n]),
            unit="reps",
            threshold=cut,
            sessions=set_rows.sessions_of(picture, rows & (sets.day == days[n])),
        )
        for n in over
    )
    most = float(reps[over[0]])
    certain = weekly.low / weekly.this if weekly.this else 1.0
    return Verdict(
        severity=Severity.RED if most >= red else Severity.AMBER,
        because=because,
        clears_when=(
            f"At most {cut - 1:.0f} repetitions a day from "
            f"{set_rows.load_at(picture, set_rows.hardest(picture, rows), demand)} up: "
            f"{evidence.count(most - cut + 1, 'repetition')} fewer than on "
            f"{evidence.day(int(days[over[0]]))}, or these below that load."
        ),
        quality=weekly.quality,
        straddles=most * certain < cut,
    )


RULE = Rule(
    code="TL102",
    name="near-maximal-hinge-day",
    channel=Channel.HINGE,
    parameters=("rules.tl102.reps", "rules.tl102.red_reps", "hinge.near_max_demand"),
    check=_check,
)
