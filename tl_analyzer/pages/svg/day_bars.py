"""The seven days of this week as small bars."""

from collections.abc import Sequence

from markupsafe import Markup

from tl_analyzer.pages.svg.drawing import Paint, bar, picture, share, stroke, text

_DAYS = "MTWTFSS"
_PITCH, _WIDE, _TALL, _BELOW = 13.0, 9.0, 24.0, 11.0


def day_bars(
    name: str, title: str, words: str, values: Sequence[float], paint: Paint = Paint.LOAD
) -> Markup:
    """Draw the days, Monday first.

    Parameters
    ----------
    name : str
        Name of the picture, unique in its page.
    title, words : str
        What it shows, and the numbers.
    values : sequence of float
        One a day.
    paint : Paint
        Of the bars.
    """
    highest = max(values, default=0.0)
    width = _PITCH * len(values)
    middles = [(i + 0.5) * _PITCH for i in range(len(values))]
    heights = [_TALL * share(value, highest) for value in values]
    return picture(
        name,
        title,
        words,
        width,
        _TALL + _BELOW + 1,
        *(
            bar(x - _WIDE / 2, _TALL - max(tall, 1.5), _WIDE, max(tall, 1.5), paint)
            for x, tall in zip(middles, heights, strict=True)
            if tall > 0
        ),
        stroke(f"M0 {_TALL + 0.5:g}H{width:g}", Paint.PAST),
        *(text(x, _TALL + _BELOW, _DAYS[i % 7], "middle", 8.5) for i, x in enumerate(middles)),
    )
