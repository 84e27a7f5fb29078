"""Many swings, and more of them than usual.

Fires when the week's ballistic hinge repetitions (kettlebell swings, snatches and the like) are
more than 1.5 times usual and one day holds 100 or more. Amber; red when both are at twice these
cuts. Without three covered weeks of history there is no usual, and TL803 speaks instead.

Why it may matter: the clinic article names kettlebell swings beside heavy deadlifts as a hinge
pattern before thoracolumbar pain [clinic_hidden_culprit]_. In seven men a 16 kg swing loaded the
lumbar spine with about 3,200 N, with shear opposite to a usual lift [mcgill_marshall_2012]_: a
light repetition, done by the hundred.

How weak this is: seven men, one weight, no pain measured. Repetitions are counted, not weighed,
because demand from a kettlebell's mass cannot be told well; the hinge dose counts swings too,
but bounded. 100 in a day is a choice: an ordinary high-repetition session.

What would change the verdict: spreading the swings over more days, or a history that holds them.
"""

from tl_analyzer.finding import Channel, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import set_rows, usual
from tl_analyzer.rules.evidence import day
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl105.weekly_ratio")
    ease = parameters.number("history.hysteresis")
    in_a_day = parameters.number("rules.tl105.reps_in_a_day")
    swings = usual.against_usual(picture.weekly["ballistic_reps"])
    if swings is None:
        return None
    most = max(swings.weekly.daily)
    if not swings.stands(cut, ease, parameters) or most < in_a_day:
        return None
    peak = usual.peak_day(picture, swings.weekly)
    rows = (picture.sets.ballistic_reps > 0) & (picture.sets.day == peak)
    on_peak = usual.of_peak_day(picture, swings.weekly, set_rows.sessions_of(picture, rows))
    twice = swings.above(2 * cut) and most >= 2 * in_a_day
    level = Severity.AMBER if swings.above(cut) else Severity.WATCH
    return Verdict(
        severity=Severity.RED if twice else level,
        because=(
            usual.of_week(picture, swings.weekly, swings.limit(cut)),
            on_peak.model_copy(update={"threshold": in_a_day}),
        ),
        clears_when=(
            f"Fewer than {in_a_day:.0f} repetitions on any day: {most - in_a_day + 1:.0f} fewer "
            f"than on {day(peak)}, or the same number spread over more days."
        ),
        quality=swings.weekly.quality,
        straddles=swings.straddles(cut),
    )


RULE = Rule(
    code="TL105",
    name="ballistic-hinge-volume",
    channel=Channel.HINGE,
    parameters=(
        "rules.tl105.weekly_ratio",
        "rules.tl105.reps_in_a_day",
        "history.hysteresis",
    ),
    check=_check,
)
