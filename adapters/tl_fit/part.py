"""One FIT file, read by its kind."""

from collections import Counter

from tl_fit import kinds
from tl_fit.context import Context
from tl_fit.message import Part
from tl_fit.monitoring import read_monitoring
from tl_fit.outcome import Outcome
from tl_fit.recording import read_recording
from tl_fit.scale import read_scale


def read_part(part: Part, context: Context) -> Outcome:
    """Read one FIT file; one that records nothing of interest is set aside, and says what it is."""
    kind = kinds.kind_of(part)
    if kind in kinds.ACTIVITIES:
        return read_recording(part, context)
    if kind == kinds.WEIGHT:
        return read_scale(part, context)
    if kind in kinds.MONITORING:
        return read_monitoring(part, context)
    note = context.note(
        "no-training",
        found=kinds.description(kind),
        expected="a recorded activity",
        hint="Nothing to do: it is set aside.",
    )
    return Outcome(problems=[note], aside=Counter(part.counts))
