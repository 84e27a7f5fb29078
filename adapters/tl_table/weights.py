"""The loads of a table's rows, and the unit they are read in."""

from collections.abc import Sequence

from tl_analyzer.adapter import Reading
from tl_analyzer.log import WeightUnit
from tl_analyzer.parsing.weight_units import Load, Units, settle_units
from tl_table.draft import Draft

_EXPECTED = "a unit in the header, in the [[columns]] of the table, or in the profile"


def units_of(
    drafts: Sequence[Draft], mapped: WeightUnit | None, reading: Reading, file: str
) -> Units:
    """Decide how the loads are read for which the table states no unit."""
    loads = [
        Load(draft.exercise, one.load, one.unit)
        for draft in drafts
        for one in draft.work
        if one.load
    ]
    return settle_units(loads, mapped or reading.weight_unit, file, _EXPECTED)
