"""Thresholds of creep: what the fitted model itself makes of three published exposures."""

from collections.abc import Callable, Mapping, Sequence
from math import floor

from calibration.targets import Target
from tl_analyzer.load.flexion import Segment

#: Parameter, and the target whose exposure defines it.
EXPOSURES: Mapping[str, str] = {
    "flexion.state_watch_deg": "1 min on, 4 off, 10 bouts",
    "flexion.state_amber_deg": "an hour of flexed sitting",
    "flexion.state_red_deg": "3 min on, 12 off, 4 bouts",
}
#: Steps in a degree; rounded down, so that the exposure itself always reaches its threshold.
STEPS = 1000


def thresholds(
    creep: Callable[[Sequence[Segment]], float], targets: Sequence[Target]
) -> dict[str, float]:
    """Creep of the defining exposures, by parameter. [deg]"""
    by_name = {target.name: target for target in targets}
    return {
        key: floor(by_name[name].simulated(creep) * STEPS) / STEPS
        for key, name in EXPOSURES.items()
    }
