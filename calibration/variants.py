"""Other readings of the targets, to see what hangs on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from calibration.targets import Target


def variants(targets: Sequence[Target]) -> Mapping[str, tuple[Target, ...]]:
    """The targets as they are, and with one debatable reading changed, by name."""
    return {
        "as they are": tuple(targets),
        "twelve bouts of 1 min (56 min) instead of ten": tuple(
            replace(t, bouts=12) if t.bouts == 10 else t for t in targets
        ),
        "half of the stiffness at 2 min says nothing about the angle": tuple(
            t for t in targets if t.rest_min != 2.0
        ),
        "no target at 8 h": tuple(t for t in targets if t.rest_min != 480.0),
        "20 min of full flexion counts double": tuple(
            replace(t, tolerance=t.tolerance / 2) if t.on_min == 20.0 and not t.rest_min else t
            for t in targets
        ),
    }
