"""What the author of a report format imports; see ``docs/extending.md``."""

from tl_analyzer.plugins.report_formats import BinaryReportFormat, ReportFormat
from tl_analyzer.report.audience import Audience
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

__all__ = ["Audience", "BinaryReportFormat", "Layout", "ReportFormat", "WeeklyReport"]
