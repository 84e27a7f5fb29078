"""Pain goes up while an exposure is above usual.

Fires when the mean of the week's daily pain scores around the junction is 2 points or more above
the lower of the means of the two weeks before, and at least one channel is above usual.

Truth table (pain up by 2 points within two weeks / a channel above usual):

- yes / yes: fires
- yes / no, or no usual known: silent
- no / yes: silent
- no score this week, or none in the two weeks before: silent

Scores count at the junction, back, pelvis, groin, flank, hip and thigh, and without a region; of
several on one day the worst. The clinic article describes pain that rest and rolling settle only
until training resumes [clinic_hidden_culprit]_.

How weak this is: pain goes up for many reasons, and two things that rise in one week need not be
linked. Two points are about what people notice as a change; the periods are choices. The flag
puts two lines of the athlete's own log beside each other and asks for a lighter week, no more.

What would change the verdict: pain within two points of before, or the channel back at usual.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.weekly import Weekly
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import diary, evidence, usual
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    points = parameters.number("rules.tl702.points")
    weeks = int(parameters.number("rules.tl702.weeks"))
    ratio = parameters.number("rules.tl702.channel_ratio")
    now = diary.mean_score(picture, picture.week)
    if now is None:
        return None
    means = (diary.mean_score(picture, picture.week.back(n)) for n in range(1, weeks + 1))
    before = [mean for mean in means if mean is not None]
    above = [c.weekly for c in picture.channels.values() if c.weekly.exceeds(ratio)]
    if not before or now - min(before) < points or not above:
        return None
    limit = min(before) + points
    return Verdict(
        severity=Severity.AMBER,
        because=(
            Evidence(
                when=picture.week.label,
                measure=f"mean pain score of the week, after {min(before):.1f}",
                value=now,
                unit="of 10",
                threshold=limit,
            ),
            *(usual.of_week(picture, weekly, _limit(weekly, ratio)) for weekly in above),
        ),
        clears_when=(
            f"A mean pain score below {limit:.1f}, or these back at usual: "
            + evidence.listed(
                [f"{w.name} at most {_limit(w, ratio):.0f} {w.unit} a week" for w in above]
            )
            + ". If the pain goes on rising, have it examined."
        ),
        quality=evidence.worst(DataQuality.MEASURED, *(w.quality for w in above)),
        straddles=all(weekly.straddles(ratio) for weekly in above),
    )


def _limit(weekly: Weekly, ratio: float) -> float:
    return ratio * (weekly.usual or 0)


RULE = Rule(
    code="TL702",
    name="pain-rises-with-load",
    channel=Channel.SYMPTOMS,
    parameters=("rules.tl702.points", "rules.tl702.weeks", "rules.tl702.channel_ratio"),
    check=_check,
)
