"""What the athlete sat through before an instant."""

from typing import NamedTuple

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.picture import Picture
from tl_analyzer.log import Quality
from tl_analyzer.rules.evidence import worst

#: How sitting is known, on the scale of the flags.
KNOWN = {
    Quality.A: DataQuality.MEASURED,
    Quality.B: DataQuality.OBSERVED,
    Quality.C: DataQuality.OBSERVED,
    Quality.D: DataQuality.ASSUMED,
}


class DeskBefore(NamedTuple):
    """Sitting before an instant.

    Attributes
    ----------
    ended : float
        When the last sitting ended; the instant itself if it had not. [s]
    gap_min : float
        From there to the instant. [min]
    seated_min : float
        Probable sitting within the window, counted in full. [min]
    expected_min : float
        The same, each stretch weighted by its probability. [min]
    quality : DataQuality
        How the sitting within the window is known.
    """

    ended: float
    gap_min: float
    seated_min: float
    expected_min: float
    quality: DataQuality


def desk_before(
    picture: Picture, time: float, window_min: float, least_probability: float
) -> DeskBefore | None:
    """Look at the sitting before an instant.

    Parameters
    ----------
    picture : Picture
        The athlete's week.
    time : float
        The instant. [s]
    window_min : float
        How far to look back. [min]
    least_probability : float
        From here a stretch counts as seated. [1]

    Returns
    -------
    DeskBefore or None
        None when nobody sat within the window.
    """
    begin = time - 60.0 * window_min
    sat = [s for s in picture.seated_within(begin, time) if s.probability >= least_probability]
    if not sat:
        return None
    ended = min(max(s.end for s in sat), time)
    minutes = [(min(s.end, time) - max(s.start, begin)) / 60.0 for s in sat]
    return DeskBefore(
        ended=ended,
        gap_min=(time - ended) / 60.0,
        seated_min=sum(minutes),
        expected_min=sum(m * s.probability for m, s in zip(minutes, sat, strict=True)),
        quality=worst(*(KNOWN[s.quality] for s in sat)),
    )
