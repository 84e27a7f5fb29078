"""The ways in which rows are expanded, by the word a dialect uses for them (``expand``)."""

from collections.abc import Callable

from tl_strength.counted_sets import CountedSets
from tl_strength.expander import Expander
from tl_strength.noted_lines import NotedLines
from tl_strength.noted_sets import NotedSets
from tl_strength.numbered_sets import NumberedSets
from tl_strength.set_details import SetDetails
from tl_strength.sheet import Sheet
from tl_strength.workout_blocks import WorkoutBlocks

_EXPANDERS: dict[str, Callable[[Sheet], Expander]] = {
    "counted-sets": CountedSets,
    "noted-lines": NotedLines,
    "noted-sets": NotedSets,
    "numbered-sets": NumberedSets,
    "set-details": SetDetails,
    "workout-blocks": WorkoutBlocks,
}


def expander(word: str) -> Callable[[Sheet], Expander]:
    """Find the way of expansion that a dialect names."""
    return _EXPANDERS[word]
