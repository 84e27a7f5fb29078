"""One-sided pain where the junction refers it, with signs that speak for it.

Fires when, within 28 days up to the end of the week, pain on one side was logged at the iliac
crest, flank or groin, and the entries around the back and pelvis hold the tender crest point, or
at least two different provoking movements. The answer is an examination, not an exercise.

Truth table (pain on one side at crest, flank or groin / tender crest point / provoking signs):

- yes / yes / any number: fires
- yes / no / two or more: fires
- yes / no / one or none: silent
- left one day and right another, or both sides: silent
- other regions only, whatever the signs: silent
- last entry of that region and side has score 0: silent, the pain is gone

Why it may matter: pain from the junction is hardly ever felt there; it is referred to the crest
and low back, the groin, the flank [maigne_r]_, on one side, with a tender point on the crest 7-8
cm beside the midline [maigne_1997]_, [clinic_tl_dysfunction]_. It is mistaken for lumbar,
sacroiliac or hip trouble, and for stenosis when walking brings it on [clinic_lower_backpain]_.

How weak this is: these are clinicians' texts without trials. The point is tender in other
conditions too, and a self-check may miss it. That two provoking movements [clinic_sciatica_tlj]_
make a pattern is a choice. The flag is no finding: it says what to have looked at.

What ends it: four weeks without such an entry, or an entry with score 0.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.log import CheckIn
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import diary, evidence
from tl_analyzer.rules.rule import Rule, Verdict
from tl_analyzer.vocabulary import OTHER_SIGNS, PROVOKING_SIGNS, REGIONS

#: Where pain from the junction is referred to, apart from the low back itself.
REFERRED = ("iliac_crest", "flank", "groin")

CREST_POINT = "tender_crest_point"


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    days = int(parameters.number("rules.tl701.look_back_days"))
    least = parameters.number("rules.tl701.provoking_signs")
    last = diary.sunday(picture)
    period = diary.entries(picture, last - days + 1, last)
    pain = _one_sided(period)
    nearby = [line for line in period if line.region in diary.JUNCTION_REGIONS]
    signs = diary.signs_of(nearby)
    provoking = [sign for sign in signs if sign in PROVOKING_SIGNS]
    if not pain or (CREST_POINT not in signs and len(provoking) < least):
        return None
    latest = pain[-1]
    hurt = len({diary.local_day(picture, line) for line in pain})
    because = [
        Evidence(
            when=evidence.day(diary.local_day(picture, latest)),
            measure=f"days with {latest.side}-sided pain: {_regions(pain)}",
            value=hurt,
            unit=evidence.plural(hurt, "day"),
        )
    ]
    if CREST_POINT in signs:
        because.append(_of_signs(picture, nearby, [CREST_POINT], None))
    if provoking:
        because.append(_of_signs(picture, nearby, provoking, least))
    ends = evidence.day(diary.local_day(picture, latest) + days)
    return Verdict(
        severity=Severity.AMBER,
        because=tuple(because),
        clears_when=(
            "Have it examined by a doctor or physiotherapist, who can also tell it from lumbar, "
            "sacroiliac and hip causes. The flag ends with an entry of score 0 there, or on "
            f"{ends} if no further such entry follows."
        ),
        quality=DataQuality.MEASURED,
    )


def _one_sided(period: tuple[CheckIn, ...]) -> list[CheckIn]:
    """Entries of referred pain, if all of them name one side and the last still hurts."""
    there = [line for line in period if line.region in REFERRED and line.side]
    felt = [line for line in there if line.score != 0]
    sides = {line.side for line in felt}
    if len(sides) != 1 or "both" in sides:
        return []
    region = felt[-1].region
    same = [line for line in there if line.region == region and line.side in sides]
    return felt if same[-1].score != 0 else []


def _regions(pain: list[CheckIn]) -> str:
    return evidence.listed(list(dict.fromkeys(REGIONS[line.region] for line in pain)))


def _of_signs(
    picture: Picture, lines: list[CheckIn], signs: list[str], threshold: float | None
) -> Evidence:
    words = PROVOKING_SIGNS | OTHER_SIGNS
    return Evidence(
        when=evidence.day(max(diary.last_day_of(picture, lines, sign) for sign in signs)),
        measure=f"signs logged: {evidence.listed([words[sign] for sign in signs])}",
        value=len(signs),
        unit=evidence.plural(len(signs), "sign"),
        threshold=threshold,
    )


RULE = Rule(
    code="TL701",
    name="referred-pain-pattern",
    channel=Channel.SYMPTOMS,
    parameters=("rules.tl701.look_back_days", "rules.tl701.provoking_signs"),
    check=_check,
)
