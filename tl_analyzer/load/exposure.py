"""One athlete's log -> the picture of the week. The straight line of the load model."""

from collections.abc import Set
from datetime import date, datetime

from tl_analyzer.load.channels import channels_of
from tl_analyzer.load.coverage import coverage_of
from tl_analyzer.load.flexion_line import dose_columns, flexion_line, states_at
from tl_analyzer.load.history import history
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.raw_sets import raw_sets
from tl_analyzer.load.riding import joined, ride_exposure
from tl_analyzer.load.set_exposure import loads, set_table
from tl_analyzer.load.strengths import strengths
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Kind
from tl_analyzer.load.weekly_quantities import weekly_quantities
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.doubts import doubts
from tl_analyzer.sitting.evidence import observed_days
from tl_analyzer.sitting.line import sitting_line
from tl_analyzer.sitting.movement import movement_line
from tl_analyzer.sitting.spans import Span

DAY_S = 86_400.0


def picture_of(
    log: Log,
    profile: Profile,
    week: Week,
    as_of: datetime,
    parameters: Parameters,
    recogniser: Recogniser,
) -> Picture:
    """Compute everything rules, advice and reports look at.

    Parameters
    ----------
    log : Log
        The athlete's log.
    profile : Profile
        The athlete's profile.
    week : Week
        The week under review.
    as_of : datetime
        The moment of the report; sitting is not assumed after it.
    parameters : Parameters
        Coefficients and thresholds.
    recogniser : Recogniser
        How exercise names are understood.

    Returns
    -------
    Picture
    """
    zone = profile.athlete.timezone
    now = as_of.timestamp()
    until = min(week.end, max(now, week.start))
    first_day = week.monday.toordinal() - 7 * int(parameters.number("exposure.window_weeks"))

    raw = raw_sets(log, week, first_day, recogniser, parameters)
    measured = loads(raw, body_mass(log, profile, week), parameters)
    strength = strengths(raw, measured.hinge_kg, profile, week, parameters)
    sets = set_table(raw, measured, strength.deadlift_kg, profile, week, parameters)

    recorded = (
        ride_exposure(ride, profile.bike, parameters, zone)
        for ride in log.rides
        if first_day <= ride.start.day_in(zone).toordinal() < week.monday.toordinal() + 7
    )
    rides = joined(tuple(recorded), parameters)
    trend = int(parameters.number("exposure.trend_weeks"))
    sunday = week.monday.toordinal() + 6
    days = tuple(map(date.fromordinal, range(sunday - 7 * (trend + 1) + 1, sunday + 1)))
    merged = sitting_line(log, profile, parameters, days, until)
    sitting = tuple(s for s in merged.sitting if s.start < until)
    moved = movement_line(log, recogniser, parameters)
    line = flexion_line(sitting, rides, parameters)
    flexed = dose_columns(line, zone)

    observed = observed_days(log, zone)
    known = histories(log, profile, week, parameters, observed)
    weekly = weekly_quantities(
        raw, measured, sets, rides, sitting, flexed, known, strength, profile, week, parameters
    )
    starts = [
        *(r.start for r in rides if week.holds(r.day)),
        *sets.start[sets.day >= week.monday.toordinal()].tolist(),
    ]
    begin, end = week.start, week.end
    ends = [b.end for b in line if begin < b.end <= end]
    states = states_at(line, [*starts, *ends], begin - DAY_S, parameters)
    return Picture(
        week=week,
        as_of=now,
        profile=profile,
        sessions=raw.sessions,
        sets=sets,
        rides=rides,
        sitting=sitting,
        moved=moved,
        check_ins=tuple(c for c in log.check_ins if c.start.utc.timestamp() <= max(now, week.end)),
        weekly=weekly,
        channels=channels_of(weekly, sets, flexed, states, known, week, parameters),
        history=known,
        strengths=strength,
        coverage=coverage_of(log, raw, sets, rides, sitting, observed, week, parameters),
        problems=(
            *log.problems,
            *doubts(
                merged.stretches,
                sitting,
                log.daily_totals,
                Span(week.start, week.end),
                zone,
                parameters,
            ),
        ),
        states=states,
        stood_hours=merged.stood_hours,
    )


def body_mass(log: Log, profile: Profile, week: Week) -> float | None:
    """Body mass: the last one weighed up to the end of the week, else the profile's. [kg]."""
    weighed = [m.mass.kg for m in log.masses if m.start.utc.timestamp() < week.end]
    return weighed[-1] if weighed else profile.athlete.body_mass_kg


def histories(
    log: Log, profile: Profile, week: Week, parameters: Parameters, observed: Set[int]
) -> dict[Kind, History]:
    """How far each kind of log reaches; usual desk hours of the profile reach back for ever.

    `observed` are the days with evidence of posture. [ordinal]
    """
    zone = profile.athlete.timezone
    strength = {s.start.day_in(zone).toordinal() for s in log.strength}
    riding = {r.start.day_in(zone).toordinal() for r in log.rides}
    desk = observed
    if profile.desk:
        trend = int(parameters.number("exposure.trend_weeks"))
        first = week.back(trend).monday.toordinal()
        desk = observed | set(range(first, week.monday.toordinal() + 7))
    return {
        Kind.STRENGTH: history(strength, week, parameters),
        Kind.RIDES: history(riding, week, parameters),
        Kind.DESK: history(desk, week, parameters),
    }
