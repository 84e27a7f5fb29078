"""The first heavy set comes straight from the chair.

Fires when the first working set at D or overhead intensity >= 0.70 of a session starts within 15
minutes after sitting that filled 60 or more of the 90 minutes before, with nothing in between: no
walk, no mobility work, no ramp-up. Ramp-up is two or more warm-up sets (marked so, or clearly
lighter sets of the same exercise), or ten minutes of training. Any lift counts, not hinges alone.
Sessions without a clock time are never placed after the desk. Amber; red when the flexion dose
carried to the bar is twice what two hours of slumped sitting leave.

Why it may matter: the clinic article describes hours at a desk, then hard training without
mobilising the junction [clinic_hidden_culprit]_. After one hour of flexed sitting the back
muscles at T10 and L3 took 96 instead of 60 ms to answer [sanchez_zuriaga_2010]_; half of the
stiffness is back after 2 minutes of standing, and the advice was to stand and walk for a few
minutes before hard work [mcgill_brown_1992]_.

How weak this is: both studies bent backs further than most chairs do, and none lifted a bar
afterwards. Ordinary sitting made backs stiffer in some studies, laxer in others. Experts who were
asked wanted anything from 20 to 60 minutes. The cuts are choices between.

What would change the verdict: ten minutes of walking, two lighter sets, logged warm-up sets, or a
desk used standing. Sitting that is assumed from usual hours makes a flag of low confidence.
"""

import numpy as np

from tl_analyzer.finding import Channel, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Flags
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence, set_rows
from tl_analyzer.rules.desk import DeskBefore, desk_before
from tl_analyzer.rules.rule import Rule, Verdict

#: Exercises that loosen up or get one moving, as a walk would.
LOOSENING = (Pattern.MOBILITY, Pattern.CARDIO)


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    gap = parameters.number("rules.tl401.gap_minutes")
    window = parameters.number("rules.tl401.window_minutes")
    least = parameters.number("rules.tl401.seated_minutes")
    seated = parameters.number("flexion.seated_probability")
    events = [
        (int(row), desk)
        for row in set_rows.first_of_sessions(picture, _heavy(picture, parameters))
        if (desk := desk_before(picture, picture.sets.start[row], window, seated)) is not None
        and desk.gap_min <= gap
        and desk.seated_min >= least
        and not picture.moved_between(desk.ended, float(picture.sets.start[row]))
        and not _ramped_up(picture, int(row), parameters)
    ]
    if not events:
        return None
    carried = parameters.number("rules.tl401.carried_dose")
    creep = parameters.number("rules.tl401.carried_creep")
    at = [float(picture.sets.start[row]) for row, _ in events]
    states = [s for t in at if (s := picture.states.get(t)) is not None]
    return Verdict(
        severity=(
            Severity.RED if any(s.dose_u_min >= 2 * carried for s in states) else Severity.AMBER
        ),
        because=tuple(_evidence(picture, row, desk, least, window) for row, desk in events),
        clears_when=(
            f"Walk for {parameters.number('rules.tl401.ramp_minutes'):.0f} minutes between desk "
            f"and bar, or do {parameters.number('rules.tl401.ramp_sets'):.0f} lighter sets of "
            f"{set_rows.exercise(picture, events[0][0])} first and log them as warm-ups."
        ),
        quality=evidence.worst(*(desk.quality for _, desk in events)),
        straddles=(
            any(desk.expected_min < least for _, desk in events)
            or any(s.creep_deg < creep for s in states)
        ),
    )


def _heavy(picture: Picture, parameters: Parameters) -> Flags:
    """Mark working sets of any lift that are heavy, with a known time of day. Shape (n,)."""
    sets = picture.sets
    hinging = sets.demand >= parameters.number("hinge.hard_demand")
    overhead = sets.intensity >= parameters.number("overhead.hard_intensity")
    working = sets.timed & ~sets.warmup & ~(sets.ballistic_reps > 0)
    return picture.this_week() & working & (hinging | overhead)


def _ramped_up(picture: Picture, row: int, parameters: Parameters) -> bool:
    """Whether something in the session itself led up to its first heavy set."""
    sets = picture.sets
    earlier = sets.session[:row] == sets.session[row]
    same = earlier & (sets.movement[:row] == sets.movement[row])
    share = parameters.number("rules.tl401.ramp_share")
    lighter = sets.warmup[:row] & earlier | same & (sets.kg[:row] <= share * sets.kg[row])
    loosening = np.array([m.pattern in LOOSENING for m in sets.movements])[sets.movement[:row]]
    by_sets = np.count_nonzero(earlier) * parameters.number("exposure.minutes_per_set")
    session = picture.sessions[int(sets.session[row])]
    by_clock = (sets.start[row] - session.start.utc.timestamp()) / 60
    return bool(
        np.count_nonzero(lighter) >= parameters.number("rules.tl401.ramp_sets")
        or np.any(earlier & loosening)
        or max(by_sets, by_clock) >= parameters.number("rules.tl401.ramp_minutes")
    )


def _evidence(
    picture: Picture, row: int, desk: DeskBefore, least: float, window: float
) -> Evidence:
    return Evidence(
        when=evidence.instant(float(picture.sets.start[row]), picture.week.zone),
        measure=(
            f"sitting in the {window:.0f} min before the first heavy set of "
            f"{set_rows.exercise(picture, row)}, {desk.gap_min:.0f} min after it ended"
        ),
        value=desk.seated_min,
        unit="min",
        threshold=least,
        sessions=(set_rows.label(picture, row),),
        low=min(desk.expected_min, desk.seated_min),
        high=desk.seated_min,
    )


RULE = Rule(
    code="TL401",
    name="desk-straight-into-heavy-lifting",
    channel=Channel.FLEXION,
    parameters=(
        "rules.tl401.gap_minutes",
        "rules.tl401.window_minutes",
        "rules.tl401.seated_minutes",
        "rules.tl401.ramp_sets",
        "rules.tl401.ramp_minutes",
        "rules.tl401.ramp_share",
        "rules.tl401.carried_dose",
        "rules.tl401.carried_creep",
        "hinge.hard_demand",
        "overhead.hard_intensity",
        "flexion.seated_probability",
        "exposure.minutes_per_set",
    ),
    check=_check,
)
