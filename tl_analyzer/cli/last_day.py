"""Until when a flag is put aside: ``--until``, a day or a span."""

import re
from datetime import date, timedelta

from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.parameters import Parameters

_SPAN = re.compile(r"(\d{1,4})\s*([dw])", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7}


def last_day(text: str | None, today: date, parameters: Parameters) -> date:
    """Read ``--until``.

    Parameters
    ----------
    text : str or None
        ``2026-12-24``, ``4w`` or ``10d`` from today on; None for the usual time.
    today : date
        Where the athlete is.
    parameters : Parameters
        ``follow_up.usual_weeks``, ``follow_up.longest_weeks``.

    Raises
    ------
    UsageFailure
        If it is no day, has passed, or is too far away.
    """
    try:
        if text is None:
            last = today + timedelta(weeks=parameters.number("follow_up.usual_weeks"))
        else:
            last = _day_of(text.strip(), today)
        furthest = today + timedelta(weeks=parameters.number("follow_up.longest_weeks"))
    except (ValueError, OverflowError) as why:
        raise UsageFailure(
            f"--until {text!r} is neither a day nor a span", "Write 2026-12-24, 4w or 10d."
        ) from why
    if last < today:
        raise UsageFailure(f"--until {last} has passed: it is {today}", "Name a later day.")
    if last > furthest:
        raise UsageFailure(f"--until {last} is too far away", f"Name a day up to {furthest}.")
    return last


def _day_of(text: str, today: date) -> date:
    if span := _SPAN.fullmatch(text):
        return today + timedelta(days=int(span[1]) * _DAYS[span[2].lower()])
    return date.fromisoformat(text)
