"""How much exposure a change would have removed from the week, by the load model.

Every flag that the model can measure names its exposure in ``answers.toml``. What stands above
the athlete's usual is what a change is held against; where nothing does, or there is no usual,
all of it. A change of which the model knows nothing has no effect here and keeps its place in
the catalogue; one that removes next to nothing is left out.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from tl_analyzer.advice import carried_effect, lifting_effect, riding_effect
from tl_analyzer.advice.numbers import rough
from tl_analyzer.advice.trial import Trial


class Exposure(StrEnum):
    """What a flag measures, as far as a change can be tried on it."""

    HINGE_DOSE = "hinge_dose"
    CLOSE_HINGE_DOSE = "close_hinge_dose"
    SWINGS = "ballistic_reps"
    OVERHEAD_DOSE = "overhead_dose"
    LONGEST_BOUT = "longest_flexed_bout"
    RIDING_DOSE = "flexed_ride_dose"
    CARRIED_CREEP = "carried_creep"
    CARRIED_DOSE = "carried_dose"
    TURNS = "rotation_reps"
    BENDS = "loaded_flexion_reps"


Estimate = Callable[[Trial], float]

#: What each change, by its key in the catalogue, takes from each exposure.
REMOVES: Mapping[Exposure, Mapping[str, Estimate]] = {
    Exposure.HINGE_DOSE: {
        "drop_a_top_set": lifting_effect.without_top_sets,
        "swap_to_trap_bar": lifting_effect.with_the_trap_bar,
        "cap_near_maximal": lifting_effect.with_near_maximal_capped,
        "build_back_after_layoff": lifting_effect.with_a_lighter_return,
        "spread_heavy_hinges": lifting_effect.nothing,
    },
    Exposure.CLOSE_HINGE_DOSE: {
        "spread_heavy_hinges": lifting_effect.of_the_day_after,
        "swap_to_trap_bar": lifting_effect.with_the_trap_bar_the_day_after,
    },
    Exposure.SWINGS: {"fewer_swings": lifting_effect.of_fewer_swings},
    Exposure.OVERHEAD_DOSE: {
        "trim_overhead": lifting_effect.of_fewer_overhead_sets,
        "press_at_an_angle": lifting_effect.with_presses_at_an_angle,
    },
    Exposure.LONGEST_BOUT: {
        "standing_breaks_on_the_bike": riding_effect.longest_with_standing_breaks,
        "planned_ride_stops": riding_effect.longest_with_stops,
        "split_the_long_ride": riding_effect.longest_when_split,
        "raise_the_bars": riding_effect.longest_when_higher,
    },
    Exposure.RIDING_DOSE: {
        "ease_flexed_riding": riding_effect.dose_above_usual,
        "standing_breaks_on_the_bike": riding_effect.dose_with_standing_breaks,
        "raise_the_bars": riding_effect.dose_when_higher,
        "split_the_long_ride": lifting_effect.nothing,
    },
    Exposure.CARRIED_CREEP: {
        "ramp_up_sets": carried_effect.creep_gone_after_ramp_up,
        "short_walk": carried_effect.creep_gone_after_a_walk,
        "ride_later_after_the_desk": carried_effect.creep_gone_after_a_later_start,
    },
    Exposure.CARRIED_DOSE: {"lift_before_the_ride": carried_effect.dose_without_the_ride},
    Exposure.TURNS: {"trim_rotation": lifting_effect.of_less_turning},
    Exposure.BENDS: {"swap_sit_ups": lifting_effect.of_fewer_sit_ups},
}

#: Exposures that are no weekly quantity: how much of each there was.
_ALL_OF: Mapping[Exposure, Estimate] = {
    Exposure.CLOSE_HINGE_DOSE: lifting_effect.of_the_day_after,
    Exposure.CARRIED_CREEP: carried_effect.creep_carried,
    Exposure.CARRIED_DOSE: carried_effect.dose_carried,
}

#: The unit of each exposure and, where it is no weekly quantity, the rest of the words for it.
_WORDS: Mapping[Exposure, tuple[str, str]] = {
    Exposure.HINGE_DOSE: ("points of hinge dose", ""),
    Exposure.CLOSE_HINGE_DOSE: ("points of hinge dose", " that came too soon after those before"),
    Exposure.SWINGS: ("swings", ""),
    Exposure.OVERHEAD_DOSE: ("points of overhead dose", ""),
    Exposure.LONGEST_BOUT: ("minutes of the longest bent stretch", ""),
    Exposure.RIDING_DOSE: ("u-minutes of bent riding", ""),
    Exposure.CARRIED_CREEP: ("degrees of modelled creep", " carried from the chair"),
    Exposure.CARRIED_DOSE: ("u-minutes of bending", " carried to the bar"),
    Exposure.TURNS: ("loaded turns and side bends", ""),
    Exposure.BENDS: ("loaded bends", ""),
}


class Effect(NamedTuple):
    """What a change would have removed.

    Attributes
    ----------
    removes : float
        Exposure removed, in its own unit.
    stands : float
        What stood above usual, or all of it where nothing did; more than zero.
    what : str
        The unit and what it was, to follow the two numbers.
    """

    removes: float
    stands: float
    what: str

    @property
    def share(self) -> float:
        """Share of what stands that would have gone, at most 1. [1]"""
        return min(self.removes / self.stands, 1.0)

    @property
    def words(self) -> str:
        """The effect as a plan says it."""
        gone = rough(min(self.removes, self.stands))
        stood = rough(self.stands)
        if gone == stood:
            return f"it would have taken all {stood} {self.what}"
        return f"it would have taken {gone} of the {stood} {self.what}"


def effect(trial: Trial, exposure: Exposure | None) -> Effect | None:
    """Estimate what a change would have removed of the exposure its flag measures.

    Parameters
    ----------
    trial : Trial
        The change, the flag and the week.
    exposure : Exposure or None
        What the flag measures.

    Returns
    -------
    Effect or None
        None where the model cannot tell: it knows nothing of the change, or the week holds
        nothing of the exposure.
    """
    estimate = REMOVES[exposure].get(trial.entry.key) if exposure else None
    if exposure is None or estimate is None:
        return None
    stands, what = _stands(trial, exposure)
    if not stands > 0.0 or not np.isfinite(stands):
        return None
    return Effect(max(estimate(trial), 0.0), stands, what)


def _stands(trial: Trial, exposure: Exposure) -> tuple[float, str]:
    """What stands above usual, else all there was, and the words for it."""
    unit, rest = _WORDS[exposure]
    if exposure in _ALL_OF:
        return _ALL_OF[exposure](trial), f"{unit}{rest}"
    weekly = trial.picture.weekly.get(exposure.value)
    if weekly is None:
        return 0.0, unit
    if weekly.usual is not None and weekly.this > weekly.usual:
        return weekly.this - weekly.usual, f"{unit} above your usual"
    return weekly.this, f"{unit} this week"
