"""Heavy hinge sets on two days with less than two days between.

Fires when hard hinge sets at D >= 0.80 were done on two different days less than 48 h apart,
counted from start to start of the sessions; the later one lies in this week, the earlier one may
lie before its Monday. Where a log holds dates without times, consecutive dates count.

Why it may matter: heavy hinging flexes the junction under load, and what long bending leaves in
ligaments and reflexes is not gone the same day: half of the reflex in half an hour, not all of it
after 3 h [hatipkarasulu]_, disorder followed for 7 h in an animal model [courville_2005]_. Plans
commonly leave two days between heavy pulls.

How weak this is: those studies bent backs for minutes without a bar and followed them for hours,
not days. The 48 h are custom, not a finding. Many strong athletes pull on consecutive days
without harm; the flag asks whether it was meant.

What would change the verdict: the start of one of the two sessions, or loads below D 0.80.
"""

from datetime import timedelta
from itertools import pairwise

from tl_analyzer.finding import Channel, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Session
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence, set_rows
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl104.hours")
    heavy = parameters.number("hinge.heavy_demand")
    rows = set_rows.hard_rows(picture, heavy) & (picture.sets.day >= _first_day(picture, cut))
    firsts = set_rows.first_of_sessions(picture, rows)
    sessions = [picture.sessions[int(picture.sets.session[row])] for row in firsts]
    sessions.sort(key=_start)
    close = [
        (one, two)
        for one, two in pairwise(sessions)
        if picture.week.holds(two.day) and one.day != two.day and _close(one, two, cut)
    ]
    if not close:
        return None
    one, two = close[0]
    row = set_rows.hardest(picture, rows & (picture.sets.day == two.day))
    spaced = evidence.clock(_start(one) + cut * 3600, picture.week.zone)
    moved = f"Start the second at {spaced} or later" if _timed(one, two) else "Leave a day between"
    return Verdict(
        severity=Severity.AMBER,
        because=tuple(_evidence(picture, one, two, heavy, cut) for one, two in close),
        clears_when=(
            f"{moved}, or keep one of the two below {set_rows.load_at(picture, row, heavy)}."
        ),
        quality=picture.weekly["hinge_dose"].quality,
    )


def _first_day(picture: Picture, hours: float) -> int:
    """A day before all that may be too close to a session of this week. [ordinal]."""
    # A session without a time of day may stand a day off: a week is on the safe side.
    return (picture.week.back(1).monday - timedelta(hours=hours)).toordinal()


def _start(session: Session) -> float:
    return session.start.utc.timestamp()


def _timed(one: Session, two: Session) -> bool:
    return one.start.timed and two.start.timed


def _close(one: Session, two: Session, hours: float) -> bool:
    if _timed(one, two):
        return _start(two) - _start(one) < hours * 3600
    return two.day - one.day == 1


def _evidence(picture: Picture, one: Session, two: Session, demand: float, cut: float) -> Evidence:
    timed = _timed(one, two)
    since = f"since the hinge sets at D >= {demand:.2f} before"
    hours = (_start(two) - _start(one)) / 3600
    return Evidence(
        when=evidence.instant(_start(two), picture.week.zone) if timed else evidence.day(two.day),
        measure=f"hours {since}, start to start" if timed else f"days {since}",
        value=hours if timed else two.day - one.day,
        unit="h" if timed else "days",
        threshold=cut if timed else None,
        sessions=(one.label, two.label),
    )


RULE = Rule(
    code="TL104",
    name="heavy-hinge-back-to-back",
    channel=Channel.HINGE,
    parameters=("rules.tl104.hours", "hinge.heavy_demand"),
    check=_check,
)
