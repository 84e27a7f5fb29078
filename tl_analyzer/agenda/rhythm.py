"""The hours of an athlete's day, as far as work is placed in them."""

from datetime import time
from typing import NamedTuple

from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile


class Rhythm(NamedTuple):
    """When work may be done.

    Attributes
    ----------
    rises : time
        Rising time; nothing is placed before it.
    rises_known : bool
        Whether the profile says so.
    after_rising_s : float
        From rising to the first work of a morning. [s]
    morning_s : float
        How long a morning lasts from then on. [s]
    evening_from, evening_until : time
        The evening; nothing is placed after it.
    before_session_s : float
        How long before a session work that prepares for it may begin. [s]
    after_session_s, after_session_most_s : float
        From the end of a session until work that follows it may begin, and until it must be done.
        [s]
    session_s : float
        Length of a session that states none. [s]
    """

    rises: time
    rises_known: bool
    after_rising_s: float
    morning_s: float
    evening_from: time
    evening_until: time
    before_session_s: float
    after_session_s: float
    after_session_most_s: float
    session_s: float


def rhythm_of(profile: Profile, parameters: Parameters) -> Rhythm:
    """Look up when this athlete can do the work of a plan."""
    rises = profile.sleep.rises
    return Rhythm(
        rises=rises or clock(parameters.number("plan.rises_h")),
        rises_known=rises is not None,
        after_rising_s=60 * parameters.number("plan.after_rising_min"),
        morning_s=60 * parameters.number("plan.morning_min"),
        evening_from=clock(parameters.number("plan.evening_from_h")),
        evening_until=clock(parameters.number("plan.evening_until_h")),
        before_session_s=60 * parameters.number("plan.before_session_min"),
        after_session_s=60 * parameters.number("plan.after_session_min"),
        after_session_most_s=60 * parameters.number("plan.after_session_most_min"),
        session_s=60 * parameters.number("plan.session_min"),
    )


def clock(hours: float) -> time:
    """Time of day from hours since midnight [h]."""
    minutes = round(60 * hours)
    return time(minutes // 60, minutes % 60)
