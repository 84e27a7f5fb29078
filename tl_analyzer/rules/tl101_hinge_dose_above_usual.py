"""More hinge dose in a week than you are used to.

Fires when at least three hard hinge sets (D >= 0.70) were done, the week's hinge dose H is more
than 1.5 times usual, and a second measure confirms it: hard sets, or the flatter index H2, more
than 1.3 times usual. Above 3 times usual the dose speaks alone and the flag is red. Without three
covered weeks of history there is no usual, and TL803 speaks instead; a usual of zero counts as
exceeded, but red takes more than 3 times half a reference session (5 x 5 at 75 %). A week that is
no more than 1.1 times the highest of the four before is watch: heavy and light weeks in turn are a
habit, not a jump.

Why it may matter: the clinic article behind this project [clinic_hidden_culprit]_ names heavy
hinging as the first of four patterns before thoracolumbar pain. H adds up repetitions with the
shape of a fatigue curve of cadaver spine segments [gallagher_2017]_: ten points of 1RM more
triple the dose of a repetition, so that a jump in load shows long before a jump in sets.

How weak this is: nobody has tested H, or any load score, against pain at the junction. Carrying
a curve from dead tissue and jobs over to living, adapting lifters is an assumption. Other segments
followed load to about the power 2 and cycles to about the power 0.2 [coenen_2012]_, far flatter
than H. That is why H2 or the count of hard sets must agree. The
ratios themselves are choices; no ratio of recent to usual load is known to predict injury
[impellizzeri_2020]_, and none is claimed here.

What would change the verdict: another 1RM (ten points move H threefold), another coefficient for
the lift, or fewer weeks of history. The range of H covers the first two.
"""

import numpy as np

from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Flags
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import set_rows, usual
from tl_analyzer.rules.evidence import count
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl101.damage_ratio")
    ease = parameters.number("history.hysteresis")
    confirming = parameters.number("rules.tl101.confirming_ratio")
    least = parameters.number("rules.tl101.least_hard_sets")
    weekly = picture.weekly
    hard, index = weekly["hard_hinge_sets"], weekly["hinge_index"]
    dose = usual.against_usual(weekly["hinge_dose"])
    if dose is None or hard.this < least:
        return None
    red = parameters.number("rules.tl101.red_ratio")
    confirmed = hard.exceeds(confirming) or index.exceeds(confirming)
    if not dose.above(red) and not (dose.stands(cut, ease, parameters) and confirmed):
        return None
    weeks = int(parameters.number("history.usual_weeks"))
    demand = parameters.number("hinge.hard_demand")
    rows = picture.this_week() & set_rows.hard_rows(picture, demand)
    on_peak = rows & (picture.sets.day == usual.peak_day(picture, dose.weekly))
    evidence = [
        usual.of_week(picture, dose.weekly, dose.limit(cut)),
        usual.of_peak_day(picture, dose.weekly, set_rows.sessions_of(picture, on_peak)),
        usual.of_highest_before(picture, dose, weeks),
    ]
    for other in (hard, index):
        confirms = other.usual is not None and other.exceeds(confirming)
        mark = confirming * (other.usual or 0) if confirms else None
        evidence.append(usual.of_week(picture, other, mark))
    return Verdict(
        severity=dose.severity(
            red,
            parameters.number("rules.tl101.familiar_ratio"),
            weeks,
            least_red=red * parameters.number("rules.tl101.red_least_usual"),
        ),
        because=tuple(evidence),
        clears_when=_clears(picture, rows, dose, dose.clearing(cut, ease), least),
        quality=dose.weekly.quality,
        straddles=dose.straddles(cut),
    )


def _clears(
    picture: Picture, rows: Flags, dose: usual.Comparison, limit: float, least: float
) -> str:
    below_block = int(np.count_nonzero(rows) - least) + 1
    enough = usual.fewest_to_drop(picture.sets.hinge_dose[rows], dose.this - limit)
    drop = max(min(enough, below_block), 1)
    if not dose.usual:
        return (
            f"Fewer than {count(least, 'hard hinge set')} a week until the log holds weeks with "
            f"hinging to compare with: {count(drop, 'set')} fewer than this week."
        )
    return (
        f"With {count(drop, 'hard hinge set')} fewer, the heaviest first, this week would have "
        f"stayed within the mark; for the week to come that is a hinge dose of at most "
        f"{limit:.0f} {dose.weekly.unit}."
    )


RULE = Rule(
    code="TL101",
    name="hinge-dose-above-usual",
    channel=Channel.HINGE,
    parameters=(
        "rules.tl101.damage_ratio",
        "rules.tl101.confirming_ratio",
        "rules.tl101.red_ratio",
        "rules.tl101.red_least_usual",
        "rules.tl101.least_hard_sets",
        "rules.tl101.familiar_ratio",
        "hinge.hard_demand",
        "history.usual_weeks",
        "history.hysteresis",
    ),
    check=_check,
)
