"""Overhead work at usual or above on a thorax that extends little.

Fires when the measured thoracic extension in the profile is below 8 degrees and the week's
overhead dose is at usual or above; red from twice usual. It needs a measurement and a usual: an
unmeasured thorax is not called stiff. A usual below a quarter of the reference session counts as
that quarter.

Why it may matter: raising both arms fully takes about 12.8 degrees of thoracic extension
[edmondston_2012a]_. Below 8 degrees more than a third of that has to come from somewhere else,
from the shoulders, or from extension at the thoracolumbar junction. The clinic article lists
overhead lifting without thoracic extension as one of four patterns [clinic_hidden_culprit]_.

How weak this is: the cut is about one standard deviation below the average of 14 men measured on
photographs [edmondston_2012b]_. Self-measured extension is good to a few degrees at best. Where
the missing degrees come from was never measured under a bar, so the flag is about a chance to
gain range, not about harm.

What would change the verdict: measuring again, best by someone else, or less overhead work.
"""

from tl_analyzer.finding import Channel, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import set_rows, usual
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    stiff = parameters.number("rules.tl202.extension")
    cut = parameters.number("rules.tl202.dose_ratio")
    floor = parameters.number("rules.tl202.least_usual")
    extension = picture.profile.screen.thoracic_extension_deg
    dose = usual.against_usual(picture.weekly["overhead_dose"], floor)
    if extension is None or extension >= stiff or dose is None or not dose.at_least(cut):
        return None
    sets = picture.sets
    rows = (sets.overhead_dose > 0) & (sets.day == usual.peak_day(picture, dose.weekly))
    return Verdict(
        severity=Severity.RED if dose.this >= dose.limit(2 * cut) else Severity.AMBER,
        because=(
            Evidence(
                when=picture.week.label,
                measure="measured thoracic extension",
                value=extension,
                unit="deg",
                threshold=stiff,
            ),
            usual.of_week(picture, dose.weekly, dose.limit(cut)),
            usual.of_peak_day(picture, dose.weekly, set_rows.sessions_of(picture, rows)),
        ),
        clears_when=(
            f"A re-measured thoracic extension of at least {stiff:.0f} degrees "
            f"({stiff - extension:.1f} more), or an overhead dose below {dose.limit(cut):.0f} "
            f"{dose.weekly.unit} a week until then."
        ),
        quality=dose.weekly.quality,
        straddles=dose.straddles(cut),
    )


RULE = Rule(
    code="TL202",
    name="overhead-on-a-stiff-thorax",
    channel=Channel.OVERHEAD,
    parameters=("rules.tl202.extension", "rules.tl202.dose_ratio", "rules.tl202.least_usual"),
    check=_check,
)
