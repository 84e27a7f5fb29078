"""When a week is answered by care, not by exercises."""

from typing import Literal

from tl_analyzer.finding import Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.log import CheckIn
from tl_analyzer.log.value import Value
from tl_analyzer.vocabulary import CLINICIAN_SIGNS, EMERGENCY_SIGNS

Level = Literal["emergency", "clinician"]

#: Flags that call for care, most urgent first, with the level of urgency.
LEVELS: dict[str, Level] = {"TL901": "emergency", "TL902": "clinician"}

_SIGNS = {"TL901": EMERGENCY_SIGNS, "TL902": CLINICIAN_SIGNS}

_MESSAGES: dict[Level, str] = {
    "emergency": (
        "Seek emergency care now and name these signs there. They can come from pressure on the "
        "nerves of the lower spine, which has to be looked at without delay. "
        "This report gives no exercises this week."
    ),
    "clinician": (
        "See a clinician before using any plan, and show them this page. Each of these signs "
        "alone is common and mostly harmless; what was logged together should be looked at "
        "first. This report gives no exercises this week."
    ),
}


class Referral(Value):
    """Why this week is not answered with exercises alone.

    Attributes
    ----------
    level : str
        ``emergency`` or ``clinician``.
    message : str
        What to do, in plain words.
    because : tuple of str
        Flag codes behind it.
    signs : tuple of str
        The signs that were logged.
    """

    level: Level
    message: str
    because: tuple[str, ...]
    signs: tuple[str, ...] = ()


def refer(flags: tuple[Flag, ...], picture: Picture) -> Referral | None:
    """Return where to send the athlete, or None when no flag calls for care."""
    raised = {flag.code for flag in flags}
    because = tuple(code for code in LEVELS if code in raised)
    if not because:
        return None
    level = LEVELS[because[0]]
    of_interest = tuple(sign for code in because for sign in _SIGNS[code])
    return Referral(
        level=level,
        message=_MESSAGES[level],
        because=because,
        signs=_logged_signs(picture, of_interest),
    )


def _logged_signs(picture: Picture, of_interest: tuple[str, ...]) -> tuple[str, ...]:
    """Signs of this week's diary; without any, those of the last entry that holds one."""
    telling = [c for c in picture.check_ins if not set(of_interest).isdisjoint(c.signs)]
    this_week = [c for c in telling if _in_week(c, picture)]
    logged = {sign for check_in in this_week or telling[-1:] for sign in check_in.signs}
    return tuple(sign for sign in of_interest if sign in logged)


def _in_week(check_in: CheckIn, picture: Picture) -> bool:
    return picture.week.holds(check_in.start.day_in(picture.week.zone).toordinal())
