"""When a report is made and which week it is about: ``--as-of`` and ``--week``."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.load.week import Week
from tl_analyzer.local_days import moment_of
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.remedy import RemediableError

#: The week a report is about by default: the last complete one.
DEFAULT_WEEK = "last"
_WORDS = ("this", "last")

#: Earlier than any log, and late enough for everything that looks back from a week.
_FIRST_YEAR = 1950

#: Where a week begins first: one that has not begun there has begun nowhere.
_FIRST_ZONE = "Pacific/Kiritimati"


def as_of_instant(text: str | None, zone: str) -> datetime:
    """Read ``--as-of``; now by default.

    Parameters
    ----------
    text : str or None
        An ISO instant. Without an offset it is a wall clock in `zone`; a bare date means the
        end of that day there.
    zone : str
        The athlete's IANA zone.

    Raises
    ------
    RemediableError
        If it is no ISO instant.
    """
    if text is None:
        return datetime.now(UTC).astimezone(ZoneInfo(zone))
    try:
        return moment_of(text, zone)
    except ValueError as why:
        raise RemediableError(
            f"as of {text!r}: not an instant",
            "Write it as 2026-11-16T08:00:00+01:00, or as a date.",
        ) from why


def chosen_week(text: str | None, zone: str, as_of: datetime) -> Week:
    """Read ``--week``; the last complete week by default.

    Raises
    ------
    RemediableError
        If there is no such week, or it has not begun at `as_of`.
    """
    try:
        week = Week.parse(DEFAULT_WEEK if text is None else text, zone, as_of)
        if week.monday.year < _FIRST_YEAR:
            raise ValueError(f"{text} lies before {_FIRST_YEAR}; no log reaches back so far")
        begins = datetime.combine(week.monday, time(), tzinfo=ZoneInfo(zone))
    except (ValueError, OverflowError) as why:
        guess = did_you_mean(text or "", _WORDS)
        told = "Write 2026-W46, or 'this' or 'last' (the last complete week)."
        raise RemediableError(f"week: {why}", f"{guess} {told}".lstrip()) from why
    if begins > as_of:
        raise RemediableError(
            f"week {week.label} lies in the future: it begins on {week.monday}, and the report is"
            f" made as of {as_of.isoformat(timespec='minutes')}",
            f"The last complete week then is {_last_complete(zone, as_of)}.",
        )
    return week


def check_moment(week: str | None, as_of: str) -> None:
    """Check ``--week`` and ``--as-of`` of a page about athletes in several zones.

    Raises
    ------
    RemediableError
        If no athlete can have such a week.
    """
    chosen_week(week, _FIRST_ZONE, as_of_instant(as_of, _FIRST_ZONE))


def _last_complete(zone: str, as_of: datetime) -> str:
    today = as_of.astimezone(ZoneInfo(zone)).date()
    return Week.of(today - timedelta(days=7), zone).label
