"""More flexed riding in a week than you are used to.

Fires when the week's flexed riding, minutes weighted by the flexion level u, is more than 1.5
times usual; red above 3 times. A usual below one hour a week on the hoods counts as that hour. A
week that is no more than 1.1 times the highest of the four before is watch: long and short weeks
in turn are a habit, not a jump. Without three covered weeks of history there is no usual, and
TL803 speaks instead.

Why it may matter: time bent forward is the exposure that the clinic articles connect with long
rides [clinic_hidden_culprit]_. A jump beyond what the back knows is what an athlete can see
coming and spread out.

How weak this is: no study that we read tests a change in flexed time against pain. In 66 riders
asked once, weekly distance went with low back pain [schulz_gordon_2010a]_, which says nothing
about a change. The weights u are choices of which only the order is published
[schulz_gordon_2010b]_, and so is the ratio.

What would change the verdict: another riding position in the profile, recorded standing, or
weeks of riding that are missing from the log.
"""

from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import usual
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl303.dose_ratio")
    ease = parameters.number("history.hysteresis")
    floor = parameters.number("rules.tl303.least_usual")
    dose = usual.against_usual(picture.weekly["flexed_ride_dose"], floor)
    if dose is None or not dose.stands(cut, ease, parameters):
        return None
    weeks = int(parameters.number("history.usual_weeks"))
    peak = usual.peak_day(picture, dose.weekly)
    labels = tuple(ride.label for ride in picture.rides if ride.day == peak)
    minutes = picture.weekly["flexed_ride_min"]
    mark = dose.clearing(cut, ease)
    excess_min = (dose.this - mark) / dose.this * minutes.this
    return Verdict(
        severity=dose.severity(2 * cut, parameters.number("rules.tl303.familiar_ratio"), weeks),
        because=(
            usual.of_week(picture, dose.weekly, dose.limit(cut)),
            usual.of_peak_day(picture, dose.weekly, labels),
            usual.of_highest_before(picture, dose, weeks),
            usual.of_week(picture, minutes),
        ),
        clears_when=(
            f"About {excess_min:.0f} minutes less of such riding in a week like this one, or that "
            f"long ridden upright or standing; for the week to come that is at most "
            f"{mark:.0f} {dose.weekly.unit}."
        ),
        quality=dose.weekly.quality,
        straddles=dose.straddles(cut),
    )


RULE = Rule(
    code="TL303",
    name="flexed-time-above-usual",
    channel=Channel.FLEXION,
    parameters=(
        "rules.tl303.dose_ratio",
        "rules.tl303.least_usual",
        "rules.tl303.familiar_ratio",
        "history.usual_weeks",
        "history.hysteresis",
    ),
    check=_check,
)
