"""A report -> rows of the result tables; values are those of the JSON report."""

import json
from collections.abc import Mapping
from typing import Any

from tl_analyzer.finding import Severity
from tl_analyzer.fleet.result_columns import (
    ATHLETE_COLUMNS,
    CHANNEL_COLUMNS,
    FLAG_COLUMNS,
    NESTED,
    PLAN_COLUMNS,
)
from tl_analyzer.report.json_report import rounded
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.tables.columns import Column, Row

_PARTS = {"athlete", "week", "timezone", "as_of", "headline", "coverage", "channels", "flags"} | {
    "plan",
    "referral",
    "parameter_version",
}

#: Made once: `json.dumps` would make one at every call.
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def result_rows(report: WeeklyReport) -> dict[str, list[Row]]:
    """Rows of every result table for one report."""
    tree: Any = rounded(report.model_dump(mode="json", include=_PARTS))
    week = {"week": tree["week"]}
    return {
        "athletes": [_row(ATHLETE_COLUMNS, _athlete(tree, len(report.diagnostics)))],
        "channels": [
            _row(CHANNEL_COLUMNS, {**week, "channel": name, **_channel(channel)})
            for name, channel in tree["channels"].items()
        ],
        "flags": [
            _row(FLAG_COLUMNS, {**week, "number": number, **flag})
            for number, flag in enumerate(tree["flags"])
        ],
        "plans": [
            _row(PLAN_COLUMNS, {**week, "number": number, **item})
            for number, item in enumerate(tree["plan"])
        ],
    }


def error_rows(error: str) -> dict[str, list[Row]]:
    """Rows for an athlete without a report, and why."""
    nothing = dict.fromkeys((column.name for column in ATHLETE_COLUMNS), None)
    return {"athletes": [tuple({**nothing, "error": error}.values())]}


def _athlete(tree: Mapping[str, Any], problems: int) -> dict[str, Any]:
    severities = [Severity(flag["severity"]) for flag in tree["flags"]]
    worst = max(severities, key=lambda severity: severity.rank, default=None)
    referral = tree["referral"]
    return {
        **tree,
        "name": tree["athlete"]["name"],
        "worst": worst and worst.value,
        "flags": len(severities),
        "problems": problems,
        "weeks_of_history": tree["coverage"]["weeks_of_history"],
        "referral_level": referral and referral["level"],
        "error": None,
    }


def _channel(channel: dict[str, Any]) -> dict[str, Any]:
    low, high = channel["range"]
    return {**channel, "low": low, "high": high}


def _row(columns: tuple[Column, ...], values: Mapping[str, Any]) -> Row:
    return tuple(
        _json.encode(values[column.name]) if column.name in NESTED else values[column.name]
        for column in columns
    )
