"""A week of many kilometres on the bike.

Fires at 160 km or more in the week, as information: never a warning by itself.

Why it may matter: among 66 recreational riders, half of them with low back pain, those at 160 km
a week or more had it more often, with an odds ratio of 3.6 (95 % interval 1.29-10.15)
[schulz_gordon_2010a]_.

How weak this is: one small survey at one time. It cannot tell whether distance brings pain,
whether riders with pain ride other bikes, or whether something else does both; the interval
reaches from hardly anything to tenfold. An athlete's own usual says more than this number, so it
is named beside.

What would change the verdict: the distance alone. Rides without a recorded distance count zero,
so a week can only be longer than stated.
"""

from tl_analyzer.finding import Channel, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import usual
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl304.distance")
    weekly = picture.weekly["distance_km"]
    if weekly.this < cut:
        return None
    rides = tuple(ride.label for ride in picture.rides_this_week())
    of_week = usual.of_week(picture, weekly, cut).model_copy(update={"sessions": rides})
    known = "" if weekly.usual is None else f" Your usual is {weekly.usual:.0f} km."
    return Verdict(
        severity=Severity.INFO,
        because=(of_week,),
        clears_when=f"A week below {cut:.0f} km, {weekly.this - cut:.0f} km less than this.{known}",
        quality=weekly.quality,
    )


RULE = Rule(
    code="TL304",
    name="high-weekly-distance",
    channel=Channel.FLEXION,
    parameters=("rules.tl304.distance",),
    check=_check,
)
