"""The loads of a file's rows, and the unit they are read in."""

from collections.abc import Sequence

from tl_analyzer.adapter import Reading
from tl_analyzer.parsing.weight_units import Load, Units, settle_units
from tl_strength.draft import Draft

_EXPECTED = "a unit in the file, or in the profile for files without one"


def units_of(drafts: Sequence[Draft], reading: Reading, file: str) -> Units:
    """Decide how the loads are read for which the file states no unit."""
    loads = [Load(draft.exercise, draft.load, draft.unit) for draft in drafts if draft.load]
    if all(load.unit is not None for load in loads):
        # Where nothing was lifted without a unit, the athlete's own mass has to tell.
        loads += [Load("", draft.body_mass) for draft in drafts if draft.body_mass]
    return settle_units(loads, reading.weight_unit, file, _EXPECTED)
