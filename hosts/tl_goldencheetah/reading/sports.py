"""What was done, by GoldenCheetah's fields Sport and SubSport."""

from tl_analyzer.parsing.sports import UNKNOWN, Sport, find_sport

#: Whose ``sports.toml`` holds the words.
PACKAGE = "tl_goldencheetah.reading"
_RIDING = "cycling"
_RUNNING = "running"


def sport_of(sport: str, sub_sport: str, *, running: bool) -> Sport:
    """The sport of an activity.

    Parameters
    ----------
    sport, sub_sport : str
        Its fields ``Sport`` and ``SubSport``.
    running : bool
        Whether it has series that only runs have. Where the field is empty it is a ride otherwise:
        so GoldenCheetah reads its files.
    """
    untold = Sport(_RUNNING if running else _RIDING)
    plain = find_sport(PACKAGE, sport) if sport else untold
    if plain.name == UNKNOWN and sub_sport:
        return find_sport(PACKAGE, sub_sport)
    if plain.is_ride:
        kind = find_sport(PACKAGE, sub_sport)
        return Sport(_RIDING, plain.sub_sport or (kind.sub_sport if kind.is_ride else ""))
    return plain
