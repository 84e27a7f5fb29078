"""Two kinds of exposure flagged close together in time.

Fires when flags of two different channels out of hinge, overhead and flexion stand at amber or
above and the days or instants of their evidence lie within 48 hours of each other. Severity is
one level above the higher of the two. Evidence of a whole week has no day and is not used; a day
without a clock time stands at noon, so that consecutive days count and the day after next not.

Why it may matter: hinge, overhead and long flexed posture load the same few segments in different
ways, and the clinic articles describe athletes who do several of them in a row, not one
[clinic_hidden_culprit]_. What a flexed posture leaves behind lasts for hours
[courville_2005]_, hard lifting for days.

How weak this is: nobody has measured how the exposures combine. The three channels are therefore
never added up to one number; this flag only says that two of them met. The 48 hours are the
spacing that training plans commonly use.

What would change the verdict: either of the two flags clearing, or two days between them.
"""

from datetime import datetime, time
from itertools import combinations

from tl_analyzer.finding import Channel, Confidence, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules.rule import Rule, Verdict

CHANNELS = (Channel.HINGE, Channel.OVERHEAD, Channel.FLEXION)

#: Where a day without a clock time stands.
NOON = time.fromisoformat("12:00")


def _check(picture: Picture, parameters: Parameters, raised: tuple[Flag, ...]) -> Verdict | None:
    hours = parameters.number("rules.tl503.hours")
    urgent = [f for f in raised if f.channel in CHANNELS and f.severity.rank >= Severity.AMBER.rank]
    met = [
        (one, two, fact, other)
        for one, two in combinations(urgent, 2)
        if one.channel is not two.channel
        for fact in _placed(one)
        for other in _placed(two)
        if _hours_between(fact, other) < hours
    ]
    if not met:
        return None
    one, two, fact, other = max(
        met, key=lambda m: (max(m[0].severity.rank, m[1].severity.rank), -_hours_between(*m[2:]))
    )
    doubtful = Confidence.LOW in (one.confidence, two.confidence)
    return Verdict(
        severity=max(one.severity, two.severity, key=lambda s: s.rank).up(),
        because=(
            Evidence(
                when=max(fact.when, other.when, key=_moment),
                measure=f"hours between {one.title} and {two.title}",
                value=_hours_between(fact, other),
                unit="h",
                threshold=hours,
                sessions=tuple(dict.fromkeys(fact.sessions + other.sessions)),
            ),
        ),
        clears_when=(
            f"Leave {hours:.0f} hours between the two, {hours - _hours_between(fact, other):.0f} "
            f"more than now, or clear either {one.code} or {two.code}."
        ),
        quality=DataQuality.ASSUMED if doubtful else DataQuality.MEASURED,
    )


def _placed(flag: Flag) -> list[Evidence]:
    """Evidence that names a day or an instant, not a week."""
    return [fact for fact in flag.because if "W" not in fact.when]


def _moment(when: str) -> datetime:
    """Wall clock of a piece of evidence; noon where only the day is known."""
    moment = datetime.fromisoformat(when)
    if "T" not in when:
        return datetime.combine(moment.date(), NOON)
    return moment.replace(tzinfo=None)


def _hours_between(one: Evidence, two: Evidence) -> float:
    return abs((_moment(one.when) - _moment(two.when)).total_seconds()) / 3600


RULE = Rule(
    code="TL503",
    name="two-channels-within-48-h",
    channel=Channel.FLEXION,
    parameters=("rules.tl503.hours",),
    check=_check,
)
