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

Computer activity shows no break shorter than three minutes, and a watch only that its wearer stood
up at some minute of an hour: such bouts are upper bounds, and the evidence says so.
"""

from collections.abc import Iterable
from math import inf

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import day_at
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence
from tl_analyzer.rules.desk import KNOWN
from tl_analyzer.rules.rule import Rule, Verdict
from tl_analyzer.sitting.bouts import Bout, bouts
from tl_analyzer.sitting.sitting import Sitting

_MEASURE = "longest sitting without a break of the day"
#: Neither a computer nor a watch sees every break.
_UPPER_BOUND = f"{_MEASURE}, at most: short breaks were not seen"


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    least = parameters.number("rules.tl305.bout_minutes")
    days = parameters.number("rules.tl305.days")
    pause = parameters.number("rules.tl305.break_minutes")
    seated = parameters.number("flexion.seated_probability")
    week, longest = picture.week, dict[int, Bout]()
    near = _from_the_last_break(picture, seated, pause)
    start, end = week.start, week.end
    for bout in bouts(near, picture.moved_between, picture.stood_hours, pause):
        if bout.minutes <= least or not start <= bout.start < end:
            continue
        day = day_at(bout.start, week.zone)
        if day not in longest or bout.minutes > longest[day].minutes:
            longest[day] = bout
    if len(longest) < days:
        return None
    zone = picture.week.zone
    return Verdict(
        severity=Severity.WATCH,
        because=tuple(
            Evidence(
                when=evidence.instant(bout.start, zone),
                measure=_UPPER_BOUND if bout.upper_bound else _MEASURE,
                value=bout.minutes,
                unit="min",
                threshold=least,
            )
            for bout in longest.values()
        ),
        clears_when=(
            f"A break of {pause:.0f} minutes on foot at least every {least / 60:.0f} hours on "
            f"{evidence.count(len(longest) - days + 1, 'more day')} of the week."
        ),
        quality=_quality(s for s in picture.sitting if _counts(s, seated)),
    )


def _from_the_last_break(picture: Picture, seated: float, pause_min: float) -> list[Sitting]:
    """Measured sitting from the last break before the week on; none where none follows."""
    later = picture.seated_within(picture.week.start, inf)
    near = [s for s in later if _counts(s, seated)]
    first = len(picture.sitting) - len(later)
    while near and first > 0:
        first -= 1
        earlier = picture.sitting[first]
        if not _counts(earlier, seated):
            continue
        if near[0].start - earlier.end >= 60.0 * pause_min:
            break
        near.insert(0, earlier)
    return near


def _counts(sitting: Sitting, seated: float) -> bool:
    return sitting.measured and sitting.probability >= seated


def _quality(sat: Iterable[Sitting]) -> DataQuality:
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
