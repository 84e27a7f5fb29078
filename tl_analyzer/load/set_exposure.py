"""Sets -> what each of them loads: demand, doses, repetitions by channel."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tl_analyzer.load.hinge import HingeModel, ballistic_demand, demand, hinge_dose
from tl_analyzer.load.overhead import OverheadModel, overhead_dose
from tl_analyzer.load.raw_sets import RawSets
from tl_analyzer.load.rotation import loaded_reps
from tl_analyzer.load.set_table import Floats, SetTable, or_zero
from tl_analyzer.load.strengths import BARBELL, estimates
from tl_analyzer.load.week import Week
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile

#: Lifts that throw a weight from a hinge.
BALLISTIC = frozenset({"swing", "american_swing", "kettlebell_snatch", "kettlebell_clean"})

#: Lifts that bend the trunk sideways; they count with rotation.
SIDEWAYS = frozenset({"side_bend"})

#: Lifts that bend the trunk under load and are dose, but no hinges a hard set could be counted of.
NO_HARD_SETS = frozenset({Pattern.HORIZONTAL_PULL, Pattern.SQUAT})
PULLS = frozenset({"clean_pull", "snatch_pull", "high_pull"})

#: Implements held one in each hand; logs state one of them.
PAIRED = frozenset({"dumbbell"})


@dataclass(frozen=True)
class Loads:
    """Load of each set on the back and overhead. [kg]."""

    implement_kg: Floats
    hinge_kg: Floats
    overhead_kg: Floats


def loads(sets: RawSets, body_mass_kg: float | None, parameters: Parameters) -> Loads:
    """Find the load of each set, with the share of body mass that an exercise moves.

    Parameters
    ----------
    sets : RawSets
        Sets.
    body_mass_kg : float or None
        Body mass [kg]; without one, only what is added to it counts.
    parameters : Parameters
        ``hinge.dumbbell_pair``, ``hinge.dumbbell_heaviest_kg``, ``hinge.body_mass_share.*``,
        ``overhead.body_mass_share.*``.

    Returns
    -------
    Loads
        NaN in `implement_kg` where the log gives no weight.
    """
    body = body_mass_kg or 0.0
    factor = _implements(sets, parameters)
    implement = sets.weight_kg * np.where(sets.includes_body | sets.assistance, 1.0, factor)
    added = np.where(sets.includes_body, np.maximum(sets.weight_kg - body, 0.0), implement)
    added = np.where(sets.assistance, -sets.weight_kg, added)
    added = or_zero(added)
    return Loads(
        implement_kg=implement,
        hinge_kg=_moved(sets, added, "hinge.body_mass_share", body, parameters),
        overhead_kg=_moved(sets, added, "overhead.body_mass_share", body, parameters),
    )


def _moved(
    sets: RawSets, added: Floats, prefix: str, body: float, parameters: Parameters
) -> Floats:
    shares = {name: parameters.number(f"{prefix}.{name}") for name in parameters.under(prefix)}
    share = np.array([shares.get(m.lift, 0.0) for m in sets.movements] or [0.0])[sets.movement]
    return np.maximum(added + share * body, 0.0)


def _is_hinge(movement: Movement) -> bool:
    rows_and_pulls = movement.pattern in NO_HARD_SETS or movement.lift in PULLS
    return movement.tl_hinge and not rows_and_pulls


def _implements(sets: RawSets, parameters: Parameters) -> Floats:
    """How many implements the weight of each set stands for. Shape (n,). [1].

    Where the log says whether it counts one hand or both, that holds. Otherwise apps state one
    dumbbell of a pair, and an athlete who logs an exercise heavier than dumbbells come has logged
    the sum.
    """
    pair = parameters.number("hinge.dumbbell_pair")
    heaviest = parameters.number("hinge.dumbbell_heaviest_kg")
    factors = []
    for number, movement in enumerate(sets.movements):
        logged = sets.weight_kg[(sets.movement == number) & ~(sets.per_hand | sets.both_hands)]
        summed = np.nanmax(logged, initial=0.0) > heaviest
        in_pairs = movement.equipment in PAIRED and not movement.unilateral and not summed
        factors.append(pair if in_pairs else 1.0)
    assumed = np.array(factors or [1.0])[sets.movement]
    return np.where(sets.per_hand, pair, np.where(sets.both_hands, 1.0, assumed))


def hinge_demand(
    sets: RawSets, load_kg: Floats, deadlift_kg: float | None, parameters: Parameters
) -> Floats:
    """Hinge demand D of each set; NaN for lifts that do not load the hinge. [1]."""
    maximum = np.nan if deadlift_kg is None else deadlift_kg
    factor = _per_movement(sets, _hinge_coefficients(sets.movements, parameters))
    slow = demand(factor, load_kg, maximum)
    thrown = ballistic_demand(load_kg, maximum, HingeModel.from_parameters(parameters))
    return np.where(ballistic(sets), thrown, np.where(load_kg > 0.0, slow, np.nan))


def ballistic(sets: RawSets) -> NDArray[np.bool_]:
    """Which sets are swings and the like. Shape (n,)."""
    kind = [m.pattern is Pattern.SWING or m.lift in BALLISTIC for m in sets.movements]
    return np.array(kind or [False])[sets.movement]


def _hinge_coefficients(movements: tuple[Movement, ...], parameters: Parameters) -> list[float]:
    named = parameters.under("hinge.demand")
    found = []
    for movement in movements:
        if movement.lift in named:
            found.append(parameters.number(f"hinge.demand.{movement.lift}"))
        elif movement.tl_hinge:
            found.append(parameters.number("hinge.demand.other_hinge"))
        else:
            found.append(np.nan)
    return found


def _per_movement(sets: RawSets, values: list[float]) -> Floats:
    return np.array(values or [np.nan], dtype=np.float64)[sets.movement]


def elevation(sets: RawSets, parameters: Parameters) -> Floats:
    """Share of full arm elevation p_e of each set; 0 for lifts that have none. [1]."""
    named = parameters.under("overhead.elevation")
    shares = []
    for movement in sets.movements:
        if movement.lift in named:
            shares.append(parameters.number(f"overhead.elevation.{movement.lift}"))
        elif movement.tl_overhead and movement.pattern is Pattern.ISOLATION_UPPER:
            shares.append(parameters.number("overhead.elevation.light_isolation"))
        elif movement.tl_overhead:
            shares.append(parameters.number("overhead.elevation.other_overhead"))
        else:
            shares.append(0.0)
    return or_zero(_per_movement(sets, shares))


def overhead_intensity(
    sets: RawSets, load_kg: Floats, profile: Profile, week: Week, parameters: Parameters
) -> Floats:
    """Load of each set relative to the 1RM of its own lift; NaN for other lifts. [1].

    The maximum is the profile's for barbell lifts it names, unless the log's recent best estimate
    is higher; else the best recent estimate, else the best of the whole window.
    """
    intensity = np.full(len(sets.start), np.nan)
    overhead = elevation(sets, parameters) > 0.0
    estimated = estimates(sets, load_kg, parameters)
    # A hold that logs no repetition still has a heaviest load.
    estimated = np.where(np.isnan(estimated) & (load_kg > 0.0), load_kg, estimated)
    recent = sets.day > week.monday.toordinal() + 6 - parameters.number("hinge.one_rm_window_days")
    known = profile.strength.one_rep_max_kg.model_dump()
    # Sets that share one maximum have one number.
    number: dict[tuple[str, str], int] = {}
    of_movement = [number.setdefault(_group(m), len(number)) for m in sets.movements]
    groups = np.array(of_movement or [0])[sets.movement]
    held = set(groups[overhead].tolist())
    for (lift, equipment), group in number.items():
        if group not in held:
            continue
        rows = overhead & (groups == group)
        best = np.nanmax(estimated[rows & recent], initial=0.0) or np.nanmax(
            estimated[rows], initial=0.0
        )
        stated = known.get(lift) if equipment in BARBELL else None
        maximum = max(best, stated or 0.0)
        if maximum > 0.0:
            intensity[rows] = load_kg[rows] / maximum
    return intensity


def _group(movement: Movement) -> tuple[str, str]:
    """Sets that share one maximum: the same lift with the same kind of implement."""
    equipment = "barbell" if movement.equipment in BARBELL else movement.equipment
    return movement.lift or movement.name.strip().casefold(), equipment


def set_table(
    sets: RawSets,
    measured: Loads,
    deadlift_kg: float | None,
    profile: Profile,
    week: Week,
    parameters: Parameters,
) -> SetTable:
    """Compute what each set loads.

    Parameters
    ----------
    sets : RawSets
        Sets in time order.
    measured : Loads
        Their loads. [kg]
    deadlift_kg : float or None
        E_DL. [kg]
    profile, week, parameters
        The athlete, the week under review, all coefficients.

    Returns
    -------
    SetTable
    """
    hinge = HingeModel.from_parameters(parameters)
    overhead = OverheadModel.from_parameters(parameters)
    relative = hinge_demand(sets, measured.hinge_kg, deadlift_kg, parameters)
    intensity = overhead_intensity(sets, measured.overhead_kg, profile, week, parameters)
    available = profile.screen.thoracic_extension_deg
    thrown = ballistic(sets)
    reps = or_zero(sets.reps)
    turns = [m.tl_rotation or m.lift in SIDEWAYS for m in sets.movements] or [False]
    curls = [m.tl_flexion_loaded for m in sets.movements] or [False]
    hinges = np.array([_is_hinge(m) for m in sets.movements] or [False])[sets.movement]
    hard = relative >= parameters.number("hinge.hard_demand")
    return SetTable(
        start=sets.start,
        day=sets.day,
        timed=sets.timed,
        session=sets.session,
        movement=sets.movement,
        kg=measured.implement_kg,
        reps=sets.reps,
        warmup=sets.warmup,
        demand=relative,
        hinge_dose=or_zero(hinge_dose(reps, relative, hinge)),
        hard_hinge=hinges & hard & ~thrown & ~sets.warmup & (reps > 0),
        ballistic_reps=np.where(thrown, reps, 0.0),
        intensity=intensity,
        overhead_dose=or_zero(
            overhead_dose(
                reps,
                intensity,
                elevation(sets, parameters),
                overhead.default_extension_deg if available is None else available,
                overhead,
            )
        ),
        rotation_reps=loaded_reps(reps, np.array(turns)[sets.movement]),
        flexion_reps=loaded_reps(reps, np.array(curls)[sets.movement]),
        movements=sets.movements,
    )
