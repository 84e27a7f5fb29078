"""Whether the diary holds pain on one side, where the junction refers it."""

from tl_analyzer.load.picture import Picture
from tl_analyzer.rules import diary

#: Where the crest point is worth a look; the buttock too, since its nerves cross the rim.
_REGIONS = ("iliac_crest", "flank", "groin", "gluteal")

_ONE_SIDE = ("left", "right")


def one_sided_pain(picture: Picture, last_day: int, days: float) -> bool:
    """Whether pain on one side was logged and is not over.

    Parameters
    ----------
    picture : Picture
        The week with its diary.
    last_day : int
        Last day to look at. [ordinal]
    days : float
        How many days to look back. [days]

    Returns
    -------
    bool
        True when all entries of the last weeks name one and the same side and the last of them
        still hurts.
    """
    period = diary.entries(picture, last_day - int(days) + 1, last_day)
    there = [line for line in period if line.region in _REGIONS and line.side]
    sides = {line.side for line in there if line.score != 0.0}
    return len(sides) == 1 and sides <= set(_ONE_SIDE) and there[-1].score != 0.0
