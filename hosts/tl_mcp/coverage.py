"""What was known, and in which units: the lines that every answer carries."""

from tl_analyzer.report.weekly_report import CoverageReport, WeeklyReport
from tl_analyzer.roster.roster import Roster

#: Units of what a report counts beside its channels.
_COUNTED = {
    "pain": "score, 0-10",
    "desk": "h",
    "history": "weeks",
    "evidence": "as named with each value",
}


def units_of_report(report: WeeklyReport) -> dict[str, str]:
    """Unit of each channel over the week, and of what is counted beside them."""
    channels = {name: channel.unit for name, channel in report.channels}
    return {**channels, **_COUNTED}


def units_of_roster(roster: Roster) -> dict[str, str]:
    """Unit of each channel over the week, and of what is counted beside them."""
    channels = {channel.name: channel.unit for line in roster.lines for channel in line.channels}
    return {**channels, "pain": _COUNTED["pain"], "days_silent": "days", "days_with_data": "days"}


def coverage_of_report(report: WeeklyReport) -> str:
    """What was and was not known about the week."""
    known = report.coverage
    parts = [
        f"{known.days_with_data} of 7 days with data",
        f"{known.sets_recognised} of {known.sets} sets recognised",
        f"{known.rides_with_measured_position} of {known.rides} rides with measured position",
        f"desk {known.desk_hours_measured:.1f} h measured",
        f"desk {known.desk_hours_assumed:.1f} h assumed",
        f"{known.weeks_of_history:.1f} weeks of history",
        *_doubts(known),
    ]
    return "; ".join(parts) + "."


def coverage_of_roster(roster: Roster, shown: int) -> str:
    """How many athletes there are, and of how many there is no report."""
    unread = sum(1 for line in roster.lines if line.error)
    silent = sum(1 for line in roster.lines if not line.error and not line.days_with_data)
    return (
        f"{shown} of {len(roster.lines)} athletes shown; {silent} without data in the week;"
        f" {unread} could not be read."
    )


def _doubts(known: CoverageReport) -> list[str]:
    return ["units of weights partly guessed"] if known.guessed_units else []
