"""Every weekly quantity of the picture, by key."""

from collections.abc import Mapping, Sequence

import numpy as np

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.flexion_line import DailyDose
from tl_analyzer.load.hinge import HingeModel, hinge_cross_checks
from tl_analyzer.load.history import either
from tl_analyzer.load.picture import Strengths
from tl_analyzer.load.quantities import WeeklyBuilder, worst
from tl_analyzer.load.raw_sets import RawSets
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.set_exposure import Loads
from tl_analyzer.load.set_table import Floats, Ints, SetTable, or_zero
from tl_analyzer.load.uncertainty import Sampler
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Kind, Weekly
from tl_analyzer.log import Quality
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.sitting import Sitting


def weekly_quantities(
    raw: RawSets,
    measured: Loads,
    sets: SetTable,
    rides: Sequence[RideExposure],
    sitting: Sequence[Sitting],
    flexed: DailyDose,
    history: Mapping[Kind, History],
    strength: Strengths,
    profile: Profile,
    week: Week,
    parameters: Parameters,
) -> dict[str, Weekly]:
    """Compute the weekly quantities that rules and channels speak of."""
    build = WeeklyBuilder(week, parameters)
    sampler = Sampler(week, parameters)
    drawn_rides = sampler.rides(rides)
    lifted, ridden = history[Kind.STRENGTH], history[Kind.RIDES]
    seated_or_ridden = either(history[Kind.DESK], ridden)
    in_week = (raw.day >= week.monday.toordinal()) & raw.guessed
    units = DataQuality.ASSUMED if bool(in_week.any()) else DataQuality.MEASURED
    riding = worst(r.quality for r in rides if week.holds(r.day))
    ride_day = np.array([r.day for r in rides], dtype=np.int64)

    def of_rides(values: list[float]) -> Floats:
        return np.array(values, dtype=np.float64)

    def of_sets(name: str, unit: str, value: Floats) -> Weekly:
        return build.sums(name, unit, set_rows, value, lifted, quality=units)

    set_rows, ride_rows = build.rows(sets.day), build.rows(ride_day)

    near_max = sets.demand >= parameters.number("hinge.near_max_demand")
    session_day, session_index = _hinge_index_by_session(sets, parameters)
    return {
        "hinge_dose": build.sums(
            "hinge dose",
            "points",
            set_rows,
            sets.hinge_dose,
            lifted,
            spread=sampler.hinge(raw, measured, strength, lifted),
            quality=units,
        ),
        "hinge_index": build.sums(
            "hinge index H2",
            "points",
            build.rows(session_day),
            session_index,
            lifted,
            quality=units,
        ),
        "hard_hinge_sets": of_sets("hard hinge sets", "sets", sets.hard_hinge.astype(np.float64)),
        "near_maximal_reps": of_sets(
            "near-maximal hinge repetitions",
            "reps",
            np.where(near_max & sets.hard_hinge, or_zero(sets.reps), 0.0),
        ),
        "flexing_hinge_sets": of_sets(
            "hinge sets that bend the lower thorax",
            "sets",
            (sets.hard_hinge & (sets.demand >= parameters.number("hinge.flexing_demand"))).astype(
                np.float64
            ),
        ),
        "ballistic_reps": of_sets("swings and the like", "reps", sets.ballistic_reps),
        "overhead_dose": build.sums(
            "overhead dose",
            "points",
            set_rows,
            sets.overhead_dose,
            lifted,
            spread=sampler.overhead(sets, profile.screen.thoracic_extension_deg, lifted),
            quality=units,
        ),
        "rotation_reps": of_sets("loaded rotation and side bending", "reps", sets.rotation_reps),
        "loaded_flexion_reps": of_sets("loaded spinal flexion", "reps", sets.flexion_reps),
        "flexed_ride_dose": build.sums(
            "flexed riding",
            "u-min",
            ride_rows,
            of_rides([r.dose_u_min if r.flexed_min > 0 else 0.0 for r in rides]),
            ridden,
            spread=sampler.riding(drawn_rides, ridden),
            quality=riding,
        ),
        "flexed_ride_min": build.sums(
            "flexed riding time",
            "min",
            ride_rows,
            of_rides([r.flexed_min for r in rides]),
            ridden,
            quality=riding,
        ),
        "longest_flexed_bout": build.maxima(
            "longest flexed bout",
            "min",
            ride_rows,
            of_rides([r.longest_bout_min for r in rides]),
            ridden,
            quality=riding,
        ),
        "distance_km": build.sums(
            "distance", "km", ride_rows, of_rides([r.distance_km for r in rides]), ridden
        ),
        "flexion_dose": build.sums(
            "flexed sitting and riding",
            "u-min",
            build.rows(flexed.day),
            flexed.dose_u_min,
            seated_or_ridden,
            spread=sampler.flexion(drawn_rides, sitting, seated_or_ridden),
            quality=worst([riding, *(_sitting_quality(s) for s in _of_week(sitting, week))]),
        ),
    }


def _hinge_index_by_session(sets: SetTable, parameters: Parameters) -> tuple[Ints, Floats]:
    """H2 of each workout, on its day: equal loads are grouped within a workout."""
    model = HingeModel.from_parameters(parameters)
    hinging = np.isfinite(sets.demand)
    session = sets.session[hinging]
    if not len(session):
        return session, np.zeros(0)
    # The sets of a session stand together.
    first = np.ones(len(session), dtype=np.bool_)
    first[1:] = session[1:] != session[:-1]
    days = sets.day[hinging][first]
    number = np.cumsum(first) - 1
    index = hinge_cross_checks(sets.reps[hinging], sets.demand[hinging], number, len(days), model)
    return days, index


def _of_week(sitting: Sequence[Sitting], week: Week) -> list[Sitting]:
    start, end = week.start, week.end
    return [s for s in sitting if s.start < end and s.end > start]


def _sitting_quality(sitting: Sitting) -> DataQuality:
    if sitting.quality is Quality.A:
        return DataQuality.MEASURED
    return DataQuality.OBSERVED if sitting.measured else DataQuality.ASSUMED
