"""Rules by which events repeat: which can be followed, how far, and at what effort.

The library that follows them asks nothing: a rule of every second, or one that never comes
true (the 30th of February), keeps it busy for minutes or for ever.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from icalendar.prop import vRecur

from tl_calendar.blocks import Property
from tl_calendar.clock import BadTime, Clock
from tl_calendar.evidence import Step
from tl_calendar.shapes import BadRule, comes_true, parts_of, whole

_OF_THE_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
#: The library gives up on a rule here.
_LAST_YEAR = 9999
_YEAR = 366


@dataclass(frozen=True)
class Rule:
    """A rule that can be followed.

    Attributes
    ----------
    text : str
        The rule as the library takes it, ending no later than asked.
    effort : int
        Steps that following it may take. [1]
    endless : bool
        Whether it states no end of its own.
    """

    text: str
    effort: int
    endless: bool


def read_rule(
    text: str, start: date | datetime, until: datetime, clock: Clock, steps: dict[str, Step]
) -> Rule:
    """Read a rule and end it.

    Parameters
    ----------
    text : str
        The rule as written.
    start : date or datetime
        First begin.
    until : datetime
        No begin later than this is asked for.
    clock : Clock
        Reads the end that the rule states.
    steps : dict of str to Step
        Length and cost of a step, by the frequency of the rule.

    Raises
    ------
    BadRule
        If it cannot be read, or repeats within a day.
    """
    parts = parts_of(text)
    frequency = parts["FREQ"]
    if frequency not in steps or any("," in parts.get(name, "") for name in _OF_THE_DAY):
        raise BadRule("a rule that repeats within a day")
    interval, count = whole(parts, "INTERVAL", 1), whole(parts, "COUNT", 0)
    if count < 0:
        # Some programs write so that there is no end.
        del parts["COUNT"]
    elif interval < 1 or ("COUNT" in parts and not count):
        raise BadRule("a rule that goes nowhere")
    zone = start.tzinfo if isinstance(start, datetime) else None
    stated = _until(parts.pop("UNTIL", ""), start, clock)
    if stated:
        parts.pop("COUNT", None)
    held = ";".join(f"{name}={value}" for name, value in parts.items())
    # Read once: what is misspelt shows here, and not when the rule is followed.
    try:
        vRecur.from_ical(held)
    except (ValueError, TypeError, KeyError):
        raise BadRule("an unreadable rule") from None
    last = min(stated, until) if stated else until
    step = steps[frequency]
    end_year = last.year if comes_true(parts, frequency, interval) else _LAST_YEAR
    days = max(end_year - start.year + 1, 1) * _YEAR
    if "COUNT" not in parts:
        held += f";UNTIL={last.strftime('%Y%m%dT%H%M%SZ' if zone else '%Y%m%d')}"
    return Rule(
        text=held,
        effort=days // (step.days * interval) * step.cost,
        endless=stated is None and "COUNT" not in parts,
    )


def _until(text: str, start: date | datetime, clock: Clock) -> datetime | None:
    """The stated end in UTC: of a bare date its last second, of a wall clock by the event's."""
    if not text:
        return None
    try:
        end = clock.read(Property("UNTIL", {}, text), start)
    except BadTime:
        raise BadRule("an unreadable rule") from None
    if isinstance(end, datetime):
        return end.astimezone(UTC)
    zone = start.tzinfo if isinstance(start, datetime) else UTC
    return datetime.combine(end, time(23, 59, 59), tzinfo=zone).astimezone(UTC)
