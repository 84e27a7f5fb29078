"""More overhead work in a week than you are used to.

Fires when the week's overhead dose O is more than 1.5 times usual; red above 3 times. O counts
repetitions of lifts that end or stay overhead, weighted by the square of their intensity and by
the thoracic extension they ask for beyond what the athlete has. A usual below a quarter of the
reference session counts as that quarter, so that a few light presses raise no flag. A week that is
no more than 1.1 times the highest of the four before is watch: hard and easy weeks in turn are a
habit, not a jump. Without three covered weeks of history there is no usual, and TL803 speaks
instead.

Why it may matter: raising both arms fully takes about 12.8 degrees of thoracic extension
[edmondston_2012a]_, nearly all that an average man has [edmondston_2012b]_. What the thorax
lacks, so the clinic article argues, the thoracolumbar junction supplies [clinic_hidden_culprit]_.

How weak this is: the two figures come from different small samples of men, and how much the
junction really supplies under a bar was never measured. The power of the intensity is borrowed
from back load at work [coenen_2012]_. The ratio is a choice.

What would change the verdict: a measured thoracic extension in the profile, or another 1RM of
the lift.
"""

from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import set_rows, usual
from tl_analyzer.rules.evidence import count
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl201.dose_ratio")
    ease = parameters.number("history.hysteresis")
    floor = parameters.number("rules.tl201.least_usual")
    dose = usual.against_usual(picture.weekly["overhead_dose"], floor)
    if dose is None or not dose.stands(cut, ease, parameters):
        return None
    weeks = int(parameters.number("history.usual_weeks"))
    sets = picture.sets
    rows = picture.this_week() & (sets.overhead_dose > 0)
    on_peak = rows & (sets.day == usual.peak_day(picture, dose.weekly))
    mark = dose.clearing(cut, ease)
    drop = usual.fewest_to_drop(sets.overhead_dose[rows], dose.this - mark)
    return Verdict(
        severity=dose.severity(2 * cut, parameters.number("rules.tl201.familiar_ratio"), weeks),
        because=(
            usual.of_week(picture, dose.weekly, dose.limit(cut)),
            usual.of_peak_day(picture, dose.weekly, set_rows.sessions_of(picture, on_peak)),
            usual.of_highest_before(picture, dose, weeks),
        ),
        clears_when=(
            f"With {count(drop, 'overhead set')} fewer, the hardest first, this week would have "
            f"stayed within the mark; for the week to come that is an overhead dose of at most "
            f"{mark:.0f} {dose.weekly.unit}."
        ),
        quality=dose.weekly.quality,
        straddles=dose.straddles(cut),
    )


RULE = Rule(
    code="TL201",
    name="overhead-dose-above-usual",
    channel=Channel.OVERHEAD,
    parameters=(
        "rules.tl201.dose_ratio",
        "rules.tl201.least_usual",
        "rules.tl201.familiar_ratio",
        "history.usual_weeks",
        "history.hysteresis",
    ),
    check=_check,
)
