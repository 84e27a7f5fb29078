"""Rows of the result tables -> the parts of the JSON report they were made from."""

import json
from collections.abc import Mapping
from typing import Any

from tl_analyzer.fleet.result_columns import (
    ATHLETE_COLUMNS,
    CHANNEL_COLUMNS,
    FLAG_COLUMNS,
    NESTED,
    PLAN_COLUMNS,
)
from tl_analyzer.tables.columns import Column, Columns, Row


def report_parts(columns: Mapping[str, Columns]) -> dict[str, Any]:
    """Put together ``channels``, ``flags``, ``plan`` and ``referral`` of one athlete's report.

    Parameters
    ----------
    columns : mapping of str to columns
        The athlete's part of every result table, without the column of the athlete.

    Returns
    -------
    dict
        The parts as ``tl report --format json`` has them, keys in the same order.
    """
    (athlete,) = _items(ATHLETE_COLUMNS, columns["athletes"])
    channels = _items(CHANNEL_COLUMNS, columns.get("channels", ()))
    flags = _items(FLAG_COLUMNS, columns.get("flags", ()))
    plan = _items(PLAN_COLUMNS, columns.get("plans", ()))
    return {
        "channels": {channel.pop("channel"): _channel(channel) for channel in channels},
        "flags": [_without_place(flag, "week", "number") for flag in flags],
        "plan": [_without_place(item, "week", "number") for item in plan],
        "referral": athlete["referral"],
    }


def _items(described: tuple[Column, ...], columns: Columns) -> list[dict[str, Any]]:
    return [_item(described, row) for row in zip(*columns, strict=True)]


def _item(described: tuple[Column, ...], row: Row) -> dict[str, Any]:
    return {
        column.name: json.loads(str(cell)) if column.name in NESTED and cell is not None else cell
        for column, cell in zip(described, row, strict=True)
    }


def _channel(channel: dict[str, Any]) -> dict[str, Any]:
    """Put the range back where the report has it: after the days."""
    ends = [channel.pop("low"), channel.pop("high")]
    made: dict[str, Any] = {}
    for name, value in _without_place(channel, "week").items():
        made[name] = value
        if name == "daily":
            made["range"] = ends
    return made


def _without_place(item: dict[str, Any], *place: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in place}
