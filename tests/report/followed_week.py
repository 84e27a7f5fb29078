"""What is known of a week besides the week: a diary, flags that were seen, sessions planned."""

from tl_analyzer.finding import Severity
from tl_analyzer.report.follow_up import Acknowledged
from tl_analyzer.report.week_preview import PreviewSession, WeekPreview
from tl_analyzer.report.weekly_report import SymptomWeek

SYMPTOMS = (
    SymptomWeek(
        week="2026-W45",
        entries=2,
        mean_score=1.5,
        highest=2.0,
        regions=("lumbar",),
        signs=(),
    ),
    SymptomWeek(
        week="2026-W46",
        entries=3,
        mean_score=3.5,
        highest=5.0,
        regions=("lumbar", "iliac_crest"),
        signs=("worse_after_sitting",),
    ),
)

ACKNOWLEDGED = (
    Acknowledged(
        code="TL601",
        until="2026-11-29",
        note="Starts with the physiotherapist on Friday",
        made_on="2026-11-09",
        severity=Severity.WATCH,
    ),
    Acknowledged(
        code="TL101",
        until="2026-11-29",
        note="Camp week, planned",
        made_on="2026-11-09",
        severity=Severity.WATCH,
        returned="It was watch when it was put aside, and is amber now",
    ),
)

PREVIEW = WeekPreview(
    week="2026-W47",
    sessions=(
        PreviewSession(
            start="2026-11-17T18:00+01:00", minutes=75.0, sport="strength", label="Pull"
        ),
        PreviewSession(start="2026-11-21", minutes=None, sport="ride", label=""),
    ),
    remarks=("Pull on Tue 2026-11-17 18:00 follows your desk day again",),
)
