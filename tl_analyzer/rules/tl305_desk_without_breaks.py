"""Long sitting without a break on several days.

Fires when measured sitting bouts of more than two hours begin on three or more days of the week.
Only observed sitting counts, never usual desk hours; stretches of sitting with less than five
minutes between them are one bout unless movement was recorded there.

Why it may matter: four hours of unbroken sitting lowered the L4-5 disc in twelve people, a change
of posture every 15 minutes did not let it [billy_2014]_; changing between sitting and standing
every 30 minutes lowered fatigue and back discomfort [thorp_2014]_. One hour of flexed sitting
delayed the back's reflexes at T10 and L3 [sanchez_zuriaga_2010]_.

How weak this is: other trials of sitting breaks found nothing, and standing desks did little. Two
hours and three days are choices between what helped and what harmed. A computer that is used is
not a person who sits: who works standing should record it.

What would change the verdict: five minutes on foot every two hours, or a better record of sitting
than computer activity.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.sitting import Sitting
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence
from tl_analyzer.rules.desk import KNOWN
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    least = parameters.number("rules.tl305.bout_minutes")
    days = parameters.number("rules.tl305.days")
    pause = parameters.number("rules.tl305.break_minutes")
    seated = parameters.number("flexion.seated_probability")
    sat = [s for s in picture.sitting if s.measured and s.probability >= seated]
    longest: dict[int, tuple[float, float]] = {}
    for start, end in _bouts(picture, sat, pause):
        day = datetime.fromtimestamp(start, ZoneInfo(picture.week.zone)).date().toordinal()
        minutes = (end - start) / 60
        if picture.week.holds(day) and minutes > max(least, longest.get(day, (0, 0))[1]):
            longest[day] = (start, minutes)
    if len(longest) < days:
        return None
    zone = picture.week.zone
    return Verdict(
        severity=Severity.WATCH,
        because=tuple(
            Evidence(
                when=evidence.instant(start, zone),
                measure="longest sitting without a break of the day",
                value=minutes,
                unit="min",
                threshold=least,
            )
            for start, minutes in longest.values()
        ),
        clears_when=(
            f"A break of {pause:.0f} minutes on foot at least every {least / 60:.0f} hours on "
            f"{evidence.count(len(longest) - days + 1, 'more day')} of the week."
        ),
        quality=_quality(sat),
    )


def _bouts(picture: Picture, sat: list[Sitting], pause_min: float) -> list[tuple[float, float]]:
    bouts: list[tuple[float, float]] = []
    for sitting in sat:
        if (
            bouts
            and sitting.start - bouts[-1][1] < 60 * pause_min
            and not picture.moved_between(bouts[-1][1], sitting.start)
        ):
            bouts[-1] = (bouts[-1][0], max(bouts[-1][1], sitting.end))
        else:
            bouts.append((sitting.start, sitting.end))
    return bouts


def _quality(sat: list[Sitting]) -> DataQuality:
    return evidence.worst(*(KNOWN[s.quality] for s in sat))


RULE = Rule(
    code="TL305",
    name="desk-without-breaks",
    channel=Channel.FLEXION,
    parameters=(
        "rules.tl305.bout_minutes",
        "rules.tl305.days",
        "rules.tl305.break_minutes",
        "flexion.seated_probability",
    ),
    check=_check,
)
