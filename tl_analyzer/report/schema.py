"""The published JSON Schema of the weekly report."""

from tl_analyzer.published_schema import PublishedSchema
from tl_analyzer.report.weekly_report import WeeklyReport

SCHEMA = PublishedSchema(WeeklyReport, "tl_analyzer.report", "weekly_report.schema.json")
