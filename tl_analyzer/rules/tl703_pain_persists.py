"""Pain on most days for more than four, or more than twelve weeks.

Fires when pain around the junction was logged on most days, that is on more than half of the days
with a score, over the last 28 days (subacute) or 84 days (chronic), and was there already in the
week before that period. The diary must hold at least one score a week on average, and pain in the
last week. The answer is an examination.

Truth table (pain before the period / most logged days of the period / last week):

- yes / yes / yes: fires, as subacute for 28 days, as chronic for 84
- no / yes / yes: silent, it has not lasted that long
- yes / no / yes: silent, pain comes and goes
- yes / yes / no: silent, it is over
- too few scores: silent

Why it may matter: pain for 4-12 weeks is commonly called subacute, for more than 12 weeks chronic
[clinic_hidden_culprit]_, and no improvement within a month is on the lists that ask for an
examination [g_care_red_flags]_. Both words describe a duration, not a cause.

How weak this is: a diary is kept on bad days rather than good ones, which makes "most" too easy
to reach; where fewer than half of the days have a score the flag loses confidence.

What ends it: pain on at most half of the logged days, or a week without.
"""

from math import ceil

import numpy as np

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Flags, Ints
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import diary, evidence
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    share = parameters.number("rules.tl703.share")
    last = diary.sunday(picture)
    periods = {
        "chronic": int(parameters.number("rules.tl703.chronic_days")),
        "subacute": int(parameters.number("rules.tl703.subacute_days")),
    }
    tolerance = int(parameters.number("rules.tl703.start_tolerance_days"))
    days, scores = diary.daily_scores(picture, last - max(periods.values()) - tolerance, last)
    hurts = scores >= parameters.number("rules.tl703.least_score")
    if not np.any(hurts & (days >= picture.week.monday.toordinal())):
        return None
    lasting = [
        (word, length)
        for word, length in periods.items()
        if _lasts(days, hurts, last - length, length / len(picture.week.days), parameters)
    ]
    if not lasting:
        return None
    word, length = lasting[0]
    within = days > last - length
    logged, painful = int(within.sum()), int((within & hurts).sum())
    free = ceil(painful / share - logged)
    return Verdict(
        severity=Severity.AMBER,
        because=(
            Evidence(
                when=evidence.day(last),
                measure=f"days with pain of {logged} logged in {length} days ({word})",
                value=painful,
                unit="days",
                threshold=share * logged,
            ),
        ),
        clears_when=(
            "Have it examined by a doctor or physiotherapist. The flag ends when at most half of "
            f"the logged days hurt, which takes {evidence.count(free, 'day')} without pain more, "
            "or after a week without."
        ),
        quality=DataQuality.OBSERVED if 2 * logged < length else DataQuality.MEASURED,
    )


def _lasts(days: Ints, hurts: Flags, begin: int, weeks: float, parameters: Parameters) -> bool:
    """Whether pain was there by the day `begin` and on most logged days since."""
    tolerance = int(parameters.number("rules.tl703.start_tolerance_days"))
    least = parameters.number("rules.tl703.check_ins_a_week")
    before = (days <= begin) & (days > begin - tolerance)
    since = hurts[days > begin]
    return bool(
        np.any(hurts & before)
        and len(since) >= least * weeks
        and since.mean() > parameters.number("rules.tl703.share")
    )


RULE = Rule(
    code="TL703",
    name="pain-persists",
    channel=Channel.SYMPTOMS,
    parameters=(
        "rules.tl703.subacute_days",
        "rules.tl703.chronic_days",
        "rules.tl703.share",
        "rules.tl703.least_score",
        "rules.tl703.start_tolerance_days",
        "rules.tl703.check_ins_a_week",
    ),
    check=_check,
)
