"""Signs that together call for an examination before any plan.

Fires, red, when the diary of the 28 days before the end of the week, or since then up to the
report, holds signs that together make a picture. The report then refers to a clinician.

Truth table (any one line is enough):

- two of cancer_history, weight_loss, night_pain: fires
- two of fever, immunosuppression, night_pain: fires
- two of trauma, osteoporosis, steroid_use, deformity: fires
- trauma together with a pain score of 7 or more: fires
- two of leg_weakness, both_legs, numbness: fires
- three different signs on which an examination may turn, of whatever mixture: fires
- a single one of them, alone: silent; it is wording in the report, no alarm
- emergency signs: counted by TL901

Why it matters: fractures, infections, tumours and pressure on nerves are rare causes of back
pain, and no exercise should delay finding one. The framework of physiotherapists asks to judge
the whole picture and not the single sign [finucane_2020]_; the signs are those of a public list
[g_care_red_flags]_.

How weak this is: of 1,172 people with new back pain 11 had a serious cause, while 80 % had at
least one such sign, two as the median [henschke_2009]_. So one sign alone says next to nothing,
and two of one picture or three in all are a choice on the careful side, tested by nobody. The
lines above name signs, not conditions: the flag says that somebody should look, never what it is.

What ends it: an examination, and four weeks without such entries.
"""

from datetime import date

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.log import CheckIn
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import diary, evidence
from tl_analyzer.rules.rule import Rule, Verdict
from tl_analyzer.vocabulary import CLINICIAN_SIGNS, OTHER_SIGNS

#: Signs that speak for one and the same picture.
PICTURES = (
    ("cancer_history", "weight_loss", "night_pain"),
    ("fever", "immunosuppression", "night_pain"),
    ("trauma", "osteoporosis", "steroid_use", "deformity"),
    ("leg_weakness", "both_legs", "numbness"),
)

WORDS = CLINICIAN_SIGNS | OTHER_SIGNS


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    days = int(parameters.number("rules.tl902.look_back_days"))
    together = parameters.number("rules.tl902.signs_of_one_picture")
    first = diary.sunday(picture) - days + 1
    period = diary.entries(picture, first, diary.latest_day(picture))
    signs = diary.signs_of(period)
    of_one = [[s for s in signs if s in one] for one in PICTURES]
    found = [(shared, together) for shared in of_one if len(shared) >= together]
    mixed = [s for s in signs if s in CLINICIAN_SIGNS]
    in_all = parameters.number("rules.tl902.signs_in_all")
    if not found and len(mixed) >= in_all:
        found = [(mixed, in_all)]
    because = [_of_signs(picture, period, *shared) for shared in found]
    because += _of_trauma(picture, period, parameters.number("rules.tl902.high_score"))
    if not because:
        return None
    last = date.fromisoformat(max(fact.when for fact in because)).toordinal()
    return Verdict(
        severity=Severity.RED,
        because=tuple(because),
        clears_when=(
            "See a doctor before following any plan of this report. The flag ends when the "
            f"entries of {days} days no longer hold these signs together, on "
            f"{evidence.day(last + days)} at the earliest."
        ),
        quality=DataQuality.MEASURED,
    )


def _of_signs(
    picture: Picture, period: tuple[CheckIn, ...], signs: list[str], threshold: float
) -> Evidence:
    return Evidence(
        when=evidence.day(max(diary.last_day_of(picture, period, sign) for sign in signs)),
        measure=f"signs logged together: {evidence.listed([WORDS[sign] for sign in signs])}",
        value=len(signs),
        unit="signs",
        threshold=threshold,
    )


def _of_trauma(picture: Picture, period: tuple[CheckIn, ...], high: float) -> list[Evidence]:
    """Strong pain in the same period as a fall, crash or blow, if there is any."""
    strong = [line for line in period if line.score is not None and line.score >= high]
    if not strong or "trauma" not in diary.signs_of(period):
        return []
    return [
        Evidence(
            when=evidence.day(diary.local_day(picture, strong[-1])),
            measure=f"highest pain score beside {WORDS['trauma']}",
            value=max(line.score or 0 for line in strong),
            unit="of 10",
            threshold=high,
        )
    ]


RULE = Rule(
    code="TL902",
    name="see-a-clinician-first",
    channel=Channel.SYMPTOMS,
    parameters=(
        "rules.tl902.look_back_days",
        "rules.tl902.signs_of_one_picture",
        "rules.tl902.signs_in_all",
        "rules.tl902.high_score",
    ),
    check=_check,
)
