"""What a week came to, in a handful of values: kept for many more weeks than whole reports are."""

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import tl_analyzer as tl

#: Channels of exposure.
CHANNELS = ("hinge", "overhead", "flexion", "rotation")

#: What stands for the severity of a week that was looked at and raised nothing.
NONE = "none"


class Sums(NamedTuple):
    """What a week came to.

    Attributes
    ----------
    severity : str or None
        The highest severity of its flags, ``none`` without any; None where nothing is known.
    exposure : mapping of str to (float or None)
        What each channel summed up to, in its unit; None for a week without any record.
    known : bool
        Whether anything was recorded in the week.
    """

    severity: str | None
    exposure: "Mapping[str, float | None]"
    known: bool


def sums_of(report: "tl.WeeklyReport", published: dict[str, Any]) -> Sums:
    """Sum up a week.

    Parameters
    ----------
    report : WeeklyReport
        The report.
    published : dict
        The same as `tl report --format json` writes it.
    """
    known = bool(report.coverage.days_with_data)
    # A sum over nothing is 0: a week before the log begins would look like a week of rest.
    exposure = {
        name: published["channels"][name]["this_week"] if known else None for name in CHANNELS
    }
    return Sums(_severity(report, known), MappingProxyType(exposure), known)


def _severity(report: "tl.WeeklyReport", known: bool) -> str | None:
    highest = max(
        (flag.severity for flag in report.flags), key=lambda each: each.rank, default=None
    )
    if highest is not None and (highest.rank or known):
        return highest.value
    return NONE if known else None
