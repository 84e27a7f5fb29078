"""A flexed ride that follows hours of sitting without a real break.

Fires when a ride with at least 30 minutes at u >= 0.35 starts within 60 minutes after sitting
that filled 2 or more of the 3 hours before. Sitting counts in full from a probability of 0.5.
Amber; red when the flexion dose carried into the ride is twice what two hours of slumped sitting
leave, which takes another ride or a very long desk day.

Why it may matter: desk and bike bend the same region the same way. What an hour of flexion leaves
behind takes longer to go than it took to come [mcgill_brown_1992]_, and reflexes were not back to
normal after three hours [hatipkarasulu]_, so the ride begins where the desk left off. The clinic
article names sitting all day and then training as one of four patterns [clinic_hidden_culprit]_.

How weak this is: nobody measured a desk day followed by a ride. Ordinary sitting stiffened backs
in some studies where full flexion made them laxer, so the fair words are altered mechanics and
slower protective reflexes. Half an hour into riding on the drops the desk adds about half a degree
of creep in the model; the carried dose, with its assumed half-life, holds more of it.

What would change the verdict: measured sitting in place of usual desk hours; sitting that was
upright; half an hour on foot, which lowers the state of the back and with it the confidence.
"""

from tl_analyzer.finding import Channel, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence
from tl_analyzer.rules.desk import DeskBefore, desk_before
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    gap = parameters.number("rules.tl302.gap_minutes")
    least = parameters.number("rules.tl302.seated_minutes")
    window = parameters.number("rules.tl302.window_minutes")
    flexed = parameters.number("rules.tl302.flexed_minutes")
    seated = parameters.number("flexion.seated_probability")
    events = [
        (ride, desk)
        for ride in picture.rides_this_week()
        if ride.flexed_min >= flexed
        and (desk := desk_before(picture, ride.start, window, seated)) is not None
        and desk.gap_min <= gap
        and desk.seated_min >= least
    ]
    if not events:
        return None
    carried = parameters.number("rules.tl302.carried_dose")
    states = [s for ride, _ in events if (s := picture.states.get(ride.start)) is not None]
    creep = parameters.number("rules.tl302.carried_creep")
    desk = max((desk for _, desk in events), key=lambda d: d.seated_min)
    return Verdict(
        severity=(
            Severity.RED if any(s.dose_u_min >= 2 * carried for s in states) else Severity.AMBER
        ),
        because=tuple(_evidence(picture, *event, least, window) for event in events),
        clears_when=(
            f"Start {gap - desk.gap_min:.0f} minutes later and on your feet until then, or spend "
            f"{desk.seated_min - least + 1:.0f} of the {window:.0f} minutes before the ride "
            f"standing or walking instead of sitting."
        ),
        quality=evidence.worst(*(e[1].quality for e in events), *(e[0].quality for e in events)),
        straddles=desk.expected_min < least or any(s.creep_deg < creep for s in states),
    )


def _evidence(
    picture: Picture, ride: RideExposure, desk: DeskBefore, least: float, window: float
) -> Evidence:
    return Evidence(
        when=evidence.instant(ride.start, picture.week.zone),
        measure=(
            f"sitting in the {window:.0f} min before a ride with {ride.flexed_min:.0f} flexed min, "
            f"{desk.gap_min:.0f} min after it ended"
        ),
        value=desk.seated_min,
        unit="min",
        threshold=least,
        sessions=(ride.label,),
        low=min(desk.expected_min, desk.seated_min),
        high=desk.seated_min,
    )


RULE = Rule(
    code="TL302",
    name="flexed-ride-straight-from-the-desk",
    channel=Channel.FLEXION,
    parameters=(
        "rules.tl302.flexed_minutes",
        "rules.tl302.gap_minutes",
        "rules.tl302.window_minutes",
        "rules.tl302.seated_minutes",
        "rules.tl302.carried_dose",
        "rules.tl302.carried_creep",
        "flexion.seated_probability",
    ),
    check=_check,
)
