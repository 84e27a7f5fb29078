"""Lines of a roster in few words."""

from tl_analyzer.finding import Severity
from tl_analyzer.roster.roster_line import RosterLine

AS_OF = "2026-11-16T08:00:00+01:00"


def line(name: str, *severities: tuple[Severity, str], **more: object) -> RosterLine:
    """An athlete with a flag of each severity and change, and whatever else is said."""
    return RosterLine.model_validate(
        {
            "athlete": {"id": name},
            "week": "2026-W46",
            "days_with_data": 3,
            "flags": [
                {"code": "TL101", "name": "x-y", "severity": severity, "change": change}
                for severity, change in severities
            ],
            **more,
        }
    )
