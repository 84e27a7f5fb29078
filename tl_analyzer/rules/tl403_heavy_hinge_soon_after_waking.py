"""Heavy hinging in the first hours of the day.

Fires when a hinge set at D >= 0.70 starts within 2 hours after the rising time in the profile.
Without a rising time, or without a clock time in the log, the rule is silent; so it is for sets
before that time, when the athlete must have risen at another.

Why it may matter: discs take up water overnight; early in the morning bending stresses the disc
and the ligaments far more than later [adams_1987]_. In a trial, people with low back pain who
avoided bending in the first two hours after rising had 23 % fewer days in pain, against 2 %
[snook_1998]_.

How weak this is: the trial was about people who have pain and about bending in everyday life, not
about healthy athletes with a bar. The disc figures come from cadavers. The rising time is a habit
from the profile, not a measurement of that day, and the start of a session may be its warm-up.

What would change the verdict: lifting later in the day, or the rising time of that very day.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence, set_rows
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    hours = parameters.number("rules.tl403.hours")
    demand = parameters.number("hinge.hard_demand")
    rises = picture.profile.sleep.rises
    if rises is None:
        return None
    zone = ZoneInfo(picture.week.zone)
    rows = picture.this_week() & picture.sets.timed & set_rows.hard_rows(picture, demand)
    early: list[tuple[int, float, datetime]] = []
    for row in set_rows.first_of_sessions(picture, rows):
        start = datetime.fromtimestamp(picture.sets.start[row], zone)
        risen = datetime.combine(start.date(), rises, tzinfo=zone)
        since = (start.timestamp() - risen.timestamp()) / 3600
        if 0 <= since <= hours:
            early.append((int(row), since, risen))
    if not early:
        return None
    row, _since, risen = early[0]
    later = datetime.fromtimestamp(risen.timestamp() + 3600 * hours, zone)
    return Verdict(
        severity=Severity.WATCH,
        because=tuple(
            Evidence(
                when=evidence.instant(float(picture.sets.start[row]), picture.week.zone),
                measure="hours from the usual rising time to the first hard hinge set",
                value=since,
                unit="h",
                threshold=hours,
                sessions=(set_rows.label(picture, row),),
            )
            for row, since, _ in early
        ),
        clears_when=(
            f"First hard hinge set after {later:%H:%M}, or stay below "
            f"{set_rows.load_at(picture, row, demand)} until then."
        ),
        quality=evidence.worst(picture.weekly["hinge_dose"].quality, DataQuality.OBSERVED),
    )


RULE = Rule(
    code="TL403",
    name="heavy-hinge-soon-after-waking",
    channel=Channel.HINGE,
    parameters=("rules.tl403.hours", "hinge.hard_demand"),
    check=_check,
)
