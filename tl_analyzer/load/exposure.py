"""One athlete's log -> the picture of the week. The straight line of the load model."""

from collections.abc import Iterator
from datetime import date, datetime

from tl_analyzer.load.channels import channels_of
from tl_analyzer.load.coverage import coverage_of
from tl_analyzer.load.flexion_line import dose_by_day, flexion_line, states_at
from tl_analyzer.load.history import history
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.raw_sets import raw_sets
from tl_analyzer.load.riding import joined, ride_exposures
from tl_analyzer.load.set_exposure import loads, set_table
from tl_analyzer.load.strengths import strengths
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import Kind
from tl_analyzer.load.weekly_quantities import weekly_quantities
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.doubts import doubts
from tl_analyzer.sitting.line import sitting_line
from tl_analyzer.sitting.movement import movement_line
from tl_analyzer.sitting.observed import observed_days
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
    monday = week.monday.toordinal()
    window = range(monday - 7 * int(parameters.number("exposure.window_weeks")), monday + 7)

    lifted = [(session, session.start.wall_in(zone)) for session in log.strength]
    ridden = [(ride, ride.start.wall_in(zone)) for ride in log.rides]
    raw = raw_sets(lifted, window, recogniser, parameters)
    measured = loads(raw, body_mass(log, profile, week), parameters)
    strength = strengths(raw, measured.hinge_kg, profile, week, parameters)
    sets = set_table(raw, measured, strength.deadlift_kg, profile, week, parameters)

    rides = joined(ride_exposures(ridden, window, profile.bike, parameters), parameters)
    trend = int(parameters.number("exposure.trend_weeks"))
    days = tuple(map(date.fromordinal, range(monday - 7 * trend, monday + 7)))
    merged = sitting_line(log, profile, parameters, days, until)
    sitting = merged.sitting.pick(merged.sitting.start < until)
    moved = movement_line(log, recogniser, parameters)
    line = flexion_line(sitting, rides, parameters)
    flexed = dose_by_day(line, zone)

    observed = observed_days(log, zone)
    assumed = range(monday - 7 * trend, monday + 7) if profile.desk else ()
    known = {
        Kind.STRENGTH: history([wall.toordinal() for _, wall in lifted], week, parameters),
        Kind.RIDES: history([wall.toordinal() for _, wall in ridden], week, parameters),
        # Usual desk hours of the profile reach back for ever.
        Kind.DESK: history(observed.union(assumed), week, parameters),
    }
    weekly = weekly_quantities(
        raw, measured, sets, rides, sitting, flexed, known, strength, profile, week, parameters
    )
    starts = [
        *(r.start for r in rides if week.holds(r.day)),
        *sets.start[sets.day >= monday].tolist(),
    ]
    begin, end = week.start, week.end
    near = line.bouts(begin - DAY_S)
    ends = [bout.end for bout in near if begin < bout.end <= end]
    states = states_at(near, [*starts, *ends], begin - DAY_S, parameters)
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
        undated=tuple(_undated(log, week)),
    )


def _undated(log: Log, week: Week) -> Iterator[tuple[int, str]]:
    for activity in log.activities:
        if not activity.start.timed:
            day = activity.start.day_in(week.zone).toordinal()
            if week.holds(day):
                yield day, activity.sport


def body_mass(log: Log, profile: Profile, week: Week) -> float | None:
    """Body mass: the last one weighed up to the end of the week, else the profile's. [kg]."""
    weighed = [m.mass.kg for m in log.masses if m.start.utc.timestamp() < week.end]
    return weighed[-1] if weighed else profile.athlete.body_mass_kg
