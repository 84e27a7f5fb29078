"""What was done, by the word a track file has for it."""

from functools import cache

from tl_analyzer.parsing.sports import Sport, find_sport, fold, sport_table

_PACKAGE = "tl_track"


def sport_named(*words: str) -> Sport:
    """The sport that the first known of some words means."""
    return find_sport(_PACKAGE, *words)


def is_indoors(sport: Sport, program: str) -> bool:
    """Whether a ride of this kind, recorded by this program, is ridden on a trainer."""
    if sport.sub_sport in sport_table(_PACKAGE)["indoors"]["sub_sports"]:
        return True
    folded = fold(program)
    return any(folded.startswith(name) for name in _indoor_programs())


@cache
def _indoor_programs() -> frozenset[str]:
    return frozenset(map(fold, sport_table(_PACKAGE)["indoors"]["programs"]))
