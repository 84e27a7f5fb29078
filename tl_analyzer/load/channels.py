"""The four channels of the report, from the weekly quantities."""

from collections.abc import Mapping

from tl_analyzer.finding import Channel
from tl_analyzer.load.context import context_of, days_since_heavy
from tl_analyzer.load.flexion import creep_band
from tl_analyzer.load.flexion_line import DailyDose
from tl_analyzer.load.history import either
from tl_analyzer.load.labels import instant_name
from tl_analyzer.load.picture import ChannelExposure, FlexionState
from tl_analyzer.load.set_table import Floats, SetTable
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Kind, Weekly
from tl_analyzer.parameters import Parameters


def channels_of(
    weekly: Mapping[str, Weekly],
    sets: SetTable,
    flexed: DailyDose,
    states: Mapping[float, FlexionState],
    history: Mapping[Kind, History],
    week: Week,
    parameters: Parameters,
) -> dict[Channel, ChannelExposure]:
    """Choose what each channel shows beside its main quantity.

    Parameters
    ----------
    weekly : mapping of str to Weekly
        The weekly quantities by key.
    sets, flexed : SetTable, DailyDose
        What they were summed from.
    states : mapping of float to FlexionState
        Flexion states by instant. [s]
    history : mapping of Kind to History
        How far each kind of log reaches.
    week, parameters : Week, Parameters
        The week under review; all coefficients.
    """

    def lifting(key: str, value: Floats) -> dict[str, float]:
        since = history[Kind.STRENGTH]
        return context_of(weekly[key], sets.day, value, week, since, parameters)

    heavy = days_since_heavy(sets, week, parameters)
    last_heavy = {} if heavy is None else {"days since a hinge set at D >= 0.80": heavy}
    since = either(history[Kind.DESK], history[Kind.RIDES])
    return {
        Channel.HINGE: ChannelExposure(
            Channel.HINGE,
            weekly["hinge_dose"],
            {
                "index H2": weekly["hinge_index"].this,
                "hard sets": weekly["hard_hinge_sets"].this,
                "sets at D >= 0.85": weekly["flexing_hinge_sets"].this,
                "near-maximal reps": weekly["near_maximal_reps"].this,
                "swings": weekly["ballistic_reps"].this,
            },
            lifting("hinge_dose", sets.hinge_dose) | last_heavy,
        ),
        Channel.OVERHEAD: ChannelExposure(
            Channel.OVERHEAD,
            weekly["overhead_dose"],
            context=lifting("overhead_dose", sets.overhead_dose),
        ),
        Channel.FLEXION: ChannelExposure(
            Channel.FLEXION,
            weekly["flexion_dose"],
            _flexion_details(weekly, states, week, parameters),
            context_of(weekly["flexion_dose"], *flexed, week, since, parameters),
        ),
        Channel.ROTATION: ChannelExposure(
            Channel.ROTATION,
            weekly["rotation_reps"],
            {"loaded flexion reps": weekly["loaded_flexion_reps"].this},
            lifting("rotation_reps", sets.rotation_reps),
        ),
    }


def _flexion_details(
    weekly: Mapping[str, Weekly],
    states: Mapping[float, FlexionState],
    week: Week,
    parameters: Parameters,
) -> dict[str, float | str]:
    details: dict[str, float | str] = {
        "flexed riding [min]": weekly["flexed_ride_min"].this,
        "longest flexed bout [min]": weekly["longest_flexed_bout"].this,
        "distance [km]": weekly["distance_km"].this,
    }
    inside = [s for s in states.values() if week.start <= s.time <= week.end and s.creep_deg > 0.0]
    if inside:
        peak = max(inside, key=lambda s: (s.creep_deg, -s.time))
        details["state peak [deg]"] = peak.creep_deg
        details["state peak is"] = creep_band(peak.creep_deg, parameters).value
        details["state peak at"] = instant_name(peak.time, week.zone)
    return details
