"""Every weekly quantity of the picture, by key."""

from collections.abc import Mapping, Sequence

import numpy as np

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.flexion_line import DailyDose
from tl_analyzer.load.hinge import HingeModel, hinge_cross_checks
from tl_analyzer.load.history import either
from tl_analyzer.load.picture import Strengths
from tl_analyzer.load.quantities import Quantity, WeeklyBuilder, worst
from tl_analyzer.load.raw_sets import RawSets
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.set_exposure import Loads
from tl_analyzer.load.set_table import Floats, Ints, SetTable
from tl_analyzer.load.uncertainty import Sampler
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Kind, Weekly
from tl_analyzer.log import Quality
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.seats import Seats

#: Keys of the quantities, in the order in which they are shown.
ORDER = (
    "hinge_dose",
    "hinge_index",
    "hard_hinge_sets",
    "near_maximal_reps",
    "flexing_hinge_sets",
    "ballistic_reps",
    "overhead_dose",
    "rotation_reps",
    "loaded_flexion_reps",
    "flexed_ride_dose",
    "flexed_ride_min",
    "longest_flexed_bout",
    "distance_km",
    "flexion_dose",
)


def weekly_quantities(
    raw: RawSets,
    measured: Loads,
    sets: SetTable,
    rides: Sequence[RideExposure],
    sitting: Seats,
    flexed: DailyDose,
    history: Mapping[Kind, History],
    strength: Strengths,
    profile: Profile,
    week: Week,
    parameters: Parameters,
) -> dict[str, Weekly]:
    """Compute the weekly quantities that rules and channels speak of."""
    lifted, ridden = history[Kind.STRENGTH], history[Kind.RIDES]
    seated_or_ridden = either(history[Kind.DESK], ridden)
    sampler = Sampler(week, parameters)
    drawn_rides = sampler.rides(rides)
    extension = profile.screen.thoracic_extension_deg
    spreads = sampler.spreads(
        {
            "hinge_dose": (sampler.hinge(raw, measured, strength), lifted),
            "overhead_dose": (sampler.overhead(sets, extension), lifted),
            "flexed_ride_dose": (sampler.riding(drawn_rides), ridden),
            "flexion_dose": (sampler.flexion(drawn_rides, sitting), seated_or_ridden),
        }
    )
    in_week = (raw.day >= week.monday.toordinal()) & raw.guessed
    units = DataQuality.ASSUMED if bool(in_week.any()) else DataQuality.MEASURED
    riding = worst(r.quality for r in rides if week.holds(r.day))
    ride_day = np.array([r.day for r in rides], dtype=np.int64)
    bent = worst([riding, *_sitting_qualities(sitting, week)])
    longest = [r.longest_bout_min for r in rides]
    build = WeeklyBuilder(week, spreads, parameters)
    set_rows, ride_rows = build.rows(sets.day), build.rows(ride_day)
    session_day, session_index = _hinge_index_by_session(sets, parameters)
    found = {
        **build.sums(set_rows, _of_sets(sets, units, parameters), lifted),
        **build.sums(
            build.rows(session_day),
            {"hinge_index": Quantity("hinge index H2", "points", session_index, units)},
            lifted,
        ),
        **build.sums(ride_rows, _of_rides(rides, riding), ridden),
        **build.maxima(
            ride_rows,
            {"longest_flexed_bout": Quantity("longest flexed bout", "min", longest, riding)},
            ridden,
        ),
        **build.sums(
            build.rows(flexed.day),
            {
                "flexion_dose": Quantity(
                    "flexed sitting and riding", "u-min", flexed.dose_u_min, bent
                )
            },
            seated_or_ridden,
        ),
    }
    return {key: found[key] for key in ORDER}


def _of_sets(sets: SetTable, units: DataQuality, parameters: Parameters) -> dict[str, Quantity]:
    """Quantities of the sets; how the units of their weights are known is how they are known."""
    hard = sets.hard_hinge
    near_max = hard & (sets.demand >= parameters.number("hinge.near_max_demand"))
    flexing = hard & (sets.demand >= parameters.number("hinge.flexing_demand"))
    near_max_reps = np.where(near_max, sets.reps, 0.0)
    words = {
        "hinge_dose": ("hinge dose", "points", sets.hinge_dose),
        "hard_hinge_sets": ("hard hinge sets", "sets", hard),
        "near_maximal_reps": ("near-maximal hinge repetitions", "reps", near_max_reps),
        "flexing_hinge_sets": ("hinge sets that bend the lower thorax", "sets", flexing),
        "ballistic_reps": ("swings and the like", "reps", sets.ballistic_reps),
        "overhead_dose": ("overhead dose", "points", sets.overhead_dose),
        "rotation_reps": ("loaded rotation and side bending", "reps", sets.rotation_reps),
        "loaded_flexion_reps": ("loaded spinal flexion", "reps", sets.flexion_reps),
    }
    return {key: Quantity(*each, units) for key, each in words.items()}


def _of_rides(rides: Sequence[RideExposure], riding: DataQuality) -> dict[str, Quantity]:
    """Quantities of the rides; a distance is measured, however the posture is known."""
    dose = [r.dose_u_min if r.flexed_min > 0 else 0.0 for r in rides]
    flexed = [r.flexed_min for r in rides]
    return {
        "flexed_ride_dose": Quantity("flexed riding", "u-min", dose, riding),
        "flexed_ride_min": Quantity("flexed riding time", "min", flexed, riding),
        "distance_km": Quantity("distance", "km", [r.distance_km for r in rides]),
    }


def _hinge_index_by_session(sets: SetTable, parameters: Parameters) -> tuple[Ints, Floats]:
    """Days of the workouts and their H2: equal loads are grouped within a workout."""
    model = HingeModel.from_parameters(parameters)
    hinging = np.isfinite(sets.demand)
    session = sets.session[hinging]
    # The sets of a session stand together.
    first = np.ones(len(session), dtype=np.bool_)
    first[1:] = session[1:] != session[:-1]
    days = sets.day[hinging][first]
    number = np.cumsum(first) - 1
    index = hinge_cross_checks(sets.reps[hinging], sets.demand[hinging], number, len(days), model)
    return days, index


def _sitting_qualities(sitting: Seats, week: Week) -> list[DataQuality]:
    """How the sitting of a week is known."""
    occurring = set(sitting.seat[sitting.between(week.start, week.end)].tolist())
    return [_quality_of(sitting.seats[seat].quality) for seat in occurring]


def _quality_of(sitting: Quality) -> DataQuality:
    if sitting is Quality.A:
        return DataQuality.MEASURED
    return DataQuality.ASSUMED if sitting is Quality.D else DataQuality.OBSERVED
