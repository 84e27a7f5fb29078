"""Exposure is flagged, and nothing that supports the junction was logged.

Fires when another flag stands at amber or above and neither stability nor mobility work was
logged in the 14 days up to the end of the week (or up to the report, if that comes first).
Stability is trunk work against movement (dead bug, bird dog, plank, Pallof press), mobility any
mobility exercise, or an activity such as yoga or pilates. It speaks only where a log that would
show such work covers the 14 days: a strength log that began before them, or activities logged in
them and not long before them.
Emergency and see-a-clinician flags do not call for exercises and are not counted.

Why it may matter: stabilisation exercise lowers chronic low back pain somewhat, best in sessions
of 20-30 minutes, about three times a week [mueller_niederer_2020]_. The clinic articles hold that
pain comes back unless mobility, core, hips and movement pattern are trained together
[clinic_hidden_culprit]_.

How weak this is: the trials treated people with pain; that such work prevents anything in healthy
lifters is hope. Many do their prehab without logging it, and a fortnight is a choice. Hence a
mild flag, and only beside another.

What would change the verdict: one logged session of either kind.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.weekly import Kind
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import diary, evidence
from tl_analyzer.rules.rule import Rule, Verdict
from tl_analyzer.sitting.sitting import MovedBy

SUPPORTING = (Pattern.ANTI_MOVEMENT_CORE, Pattern.MOBILITY)

#: Lifts that are supporting work though their pattern alone does not say so.
SUPPORTING_LIFTS = frozenset(
    {"clamshell", "glute_bridge", "curl_up", "hip_hinge_drill", "neutral_rib_lockout"}
)

#: Words in the name of an activity that is supporting work by itself.
SUPPORTING_WORDS = ("mobility", "yoga", "pilates", "stretch", "flexibility", "tai chi")


def _check(picture: Picture, parameters: Parameters, raised: tuple[Flag, ...]) -> Verdict | None:
    standing = [f.code for f in raised if f.severity.rank >= Severity.AMBER.rank]
    if not standing:
        return None
    days = parameters.number("rules.tl601.days")
    zone = ZoneInfo(picture.week.zone)
    now = datetime.fromtimestamp(picture.as_of, zone).date().toordinal()
    last = min(now, diary.sunday(picture))
    first = last - int(days) + 1
    recorded = _strength_covers(picture, first, last)
    gap_days = parameters.number("history.gap_days")
    if not recorded and not _activities_cover(picture, first, last, gap_days):
        return None
    if _supported(picture, first, last):
        return None
    return Verdict(
        severity=Severity.WATCH,
        because=(
            Evidence(
                when=evidence.day(last),
                measure=(
                    "days without stability or mobility work, beside "
                    f"{evidence.count(len(standing), 'flag')} at amber or above"
                ),
                value=days,
                unit="days",
                threshold=days,
            ),
        ),
        clears_when=(
            "Log one session of stability or mobility work, such as dead bug, bird dog or "
            f"thoracic extension, or clear {evidence.listed(standing)}."
        ),
        quality=DataQuality.MEASURED if recorded else DataQuality.OBSERVED,
    )


def _strength_covers(picture: Picture, first: int, last: int) -> bool:
    """Whether the strength log began by `first` and has no gap up to `last`."""
    history = picture.history[Kind.STRENGTH]
    if history.first_day is None or history.first_day > first:
        return False
    for back, covered in enumerate(history.covered):
        if not covered and picture.week.back(back).monday.toordinal() > first:
            return False
    day = picture.sets.day
    return bool(np.any((day >= first) & (day <= last)))


def _activities_cover(picture: Picture, first: int, last: int, gap_days: float) -> bool:
    """Whether activities were logged in the period, and before it without a gap in the log.

    Rides and posture are no activities.
    """
    days = [_day(picture, m.start) for m in picture.moved if m.by is MovedBy.ACTIVITY]
    before = any(first - gap_days <= d < first for d in days)
    return before and any(first <= d <= last for d in days)


def _supported(picture: Picture, first: int, last: int) -> bool:
    sets = picture.sets
    within = sets.movement[(sets.day >= first) & (sets.day <= last)]
    done = [sets.movements[m] for m in sorted(set(within.tolist()))]
    if any(m.pattern in SUPPORTING or m.lift in SUPPORTING_LIFTS for m in done):
        return True
    # What was done is told by few names; on which day is asked of those alone that tell it.
    supporting = {name for name in {m.label for m in picture.moved} if _is_supporting(name)}
    return any(
        first <= _day(picture, m.start) <= last for m in picture.moved if m.label in supporting
    )


def _is_supporting(activity: str) -> bool:
    name = activity.casefold()
    return any(word in name for word in SUPPORTING_WORDS)


def _day(picture: Picture, time: float) -> int:
    return datetime.fromtimestamp(time, ZoneInfo(picture.week.zone)).date().toordinal()


RULE = Rule(
    code="TL601",
    name="no-supporting-work-logged",
    channel=Channel.DATA,
    parameters=("rules.tl601.days", "history.gap_days"),
    check=_check,
)
