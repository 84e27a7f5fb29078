"""An acknowledgement in a few words."""

from datetime import UTC, date, datetime

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.finding import Severity

SEEN_AT = datetime(2026, 11, 16, 8, tzinfo=UTC)


def seen(
    code: str = "TL301",
    note: str = "",
    *,
    until: date = date(2026, 12, 14),
    made_at: datetime = SEEN_AT,
    week: str = "2026-W46",
    severity: Severity = Severity.AMBER,
    value: float = 200.0,
    unit: str = "min",
    threshold: float | None = 180.0,
) -> Acknowledgement:
    return Acknowledgement(
        code=code,
        until=until,
        note=note,
        made_at=made_at,
        week=week,
        severity=severity,
        measure="the longest stretch",
        value=value,
        unit=unit,
        threshold=threshold,
    )
