"""No sitting was measured this week.

Fires, as information, when no observed sitting lies in the week: neither computer activity nor a
posture record. Sitting then comes from the usual desk hours in the profile, or is not known at
all.

Why it may matter: desk time is a large part of the flexion dose, and the rules about desk and bar
or desk and ride (TL302, TL401) rest on when it ended. From usual hours they speak with low
confidence; with no hours at all they are silent, which is no proof of breaks. TL305 speaks of
measured sitting alone.

How weak this is: it is a fact about the inputs. Measured is better than assumed, and still not
sure: a used computer is not a seated person.

What would change the verdict: an export of computer activity, or a posture record of the week.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    if picture.coverage.desk_hours_measured > 0:
        return None
    assumed = picture.coverage.desk_hours_assumed
    usual_hours = " or state your usual hours under [[desk]] in the profile"
    return Verdict(
        severity=Severity.INFO,
        because=(
            Evidence(
                when=picture.week.label,
                measure=(
                    "hours of sitting assumed from usual desk hours, none measured"
                    if assumed
                    else "hours of sitting known, measured or from usual desk hours"
                ),
                value=assumed,
                unit="h",
            ),
        ),
        clears_when=(
            "Add an ActivityWatch export or a start,end,posture CSV of the week"
            f"{'' if assumed else usual_hours}."
        ),
        quality=DataQuality.MEASURED,
    )


RULE = Rule(
    code="TL804",
    name="desk-time-assumed",
    channel=Channel.DATA,
    parameters=(),
    check=_check,
)
