"""On no ride of the week was it recorded when the rider stood.

Fires, as information, when there were rides this week and none holds position changes or time
standing. Flexion on the bike then comes from the hand position in the profile for the whole ride,
stops left out.

Why it may matter: most head units never record standing, and none records the hands. A rider who
stands up every few minutes then looks like one who never does, so that unbroken bouts are upper
bounds; TL301 and TL402 say so and lose confidence.

How weak this is: it is a fact about the files. A recorded position is not the angle of the back
either: how far the trunk bends on the hoods is a choice in the parameters for everybody.

What would change the verdict: pedals or a head unit that record position, or a hand position in
the profile that fits the ride.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    coverage = picture.coverage
    if not coverage.rides or coverage.rides_with_measured_position:
        return None
    rides = picture.rides_this_week()
    positions = ", ".join(dict.fromkeys(ride.position for ride in rides))
    return Verdict(
        severity=Severity.INFO,
        because=(
            Evidence(
                when=picture.week.label,
                measure=f"rides without recorded position, read as: {positions or 'unspecified'}",
                value=coverage.rides,
                unit=evidence.plural(coverage.rides, "ride"),
                sessions=tuple(ride.label for ride in rides),
            ),
        ),
        clears_when=(
            "Record position changes on the bike if your pedals or head unit can, and state your "
            "usual hand position under [bike] in the profile."
        ),
        quality=DataQuality.MEASURED,
    )


RULE = Rule(
    code="TL805",
    name="riding-position-assumed",
    channel=Channel.DATA,
    parameters=(),
    check=_check,
)
