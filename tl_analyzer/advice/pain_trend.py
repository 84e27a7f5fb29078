"""Whether pain goes up, with or without load."""

from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import diary


def pain_rises(picture: Picture, parameters: Parameters) -> bool:
    """Whether the week's mean pain score is clearly above that of the weeks before.

    Parameters
    ----------
    picture : Picture
        The week with its diary.
    parameters : Parameters
        ``rules.tl702.points`` and ``rules.tl702.weeks``: the same rise as TL702 sees, whatever
        the load did.

    Returns
    -------
    bool
        False where the diary holds no score this week, or none before it.
    """
    now = diary.mean_score(picture, picture.week)
    if now is None:
        return False
    weeks = int(parameters.number("rules.tl702.weeks"))
    before = [diary.mean_score(picture, picture.week.back(n)) for n in range(1, weeks + 1)]
    known = [mean for mean in before if mean is not None]
    return bool(known) and now - min(known) >= parameters.number("rules.tl702.points")
