"""What was done, by the word a platform has for it."""

from tl_analyzer.parsing.sports import Sport, find_sport

STRENGTH = "strength_training"
_INDOORS = frozenset({"indoor_cycling", "spin", "virtual_activity"})


def sport_named(word: str) -> Sport:
    """The sport that a word means."""
    return find_sport("tl_bulk", word)


def is_indoors(sport: Sport) -> bool:
    """Whether the word for a ride says that it is ridden indoors."""
    return sport.sub_sport in _INDOORS
