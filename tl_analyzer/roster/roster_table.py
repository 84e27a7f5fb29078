"""The roster as a table: the columns of its CSV and of its workbook."""

from collections.abc import Callable
from typing import NamedTuple

from tl_analyzer.report.json_report import DECIMALS
from tl_analyzer.report.spreadsheet import text_cell
from tl_analyzer.report.weekly_report import Channels
from tl_analyzer.roster.roster_line import RosterLine

#: What a cell holds; None leaves it empty.
Cell = str | float | None

#: Between several values in one cell.
AND = " | "


class Column(NamedTuple):
    """One column: its heading, what it holds, and room for it in a workbook [characters]."""

    name: str
    of: Callable[[RosterLine], Cell]
    width: int


def _channel_columns(name: str) -> tuple[Column, ...]:
    def value(line: RosterLine, field: str) -> Cell:
        found = next((channel for channel in line.channels if channel.name == name), None)
        return None if found is None else getattr(found, field)

    return (
        Column(name, lambda line: value(line, "this_week"), 10),
        Column(f"{name}_last_week", lambda line: value(line, "last_week"), 10),
        Column(f"{name}_usual", lambda line: value(line, "usual"), 10),
        Column(f"{name}_unit", lambda line: value(line, "unit"), 8),
    )


def _seen(line: RosterLine) -> str:
    return AND.join(
        f"{flag.code} until {flag.seen_until} {flag.seen_note}".strip() for flag in line.seen
    )


def _returned(line: RosterLine) -> str:
    return AND.join(
        f"{flag.code} {flag.returned}; noted: {flag.seen_note}".removesuffix("; noted: ")
        for flag in line.returned
    )


COLUMNS: tuple[Column, ...] = (
    Column("athlete", lambda line: line.athlete.id, 16),
    Column("name", lambda line: line.athlete.name, 24),
    Column("week", lambda line: line.week, 10),
    Column("level", lambda line: line.level, 11),
    Column("referral", lambda line: line.referral or "", 11),
    Column("severity", lambda line: line.severity or "", 9),
    Column("flags", lambda line: " ".join(flag.code for flag in line.flags), 24),
    Column("new_or_worse", lambda line: " ".join(flag.code for flag in line.changed), 18),
    Column("cleared", lambda line: " ".join(line.cleared), 14),
    Column("days_with_data", lambda line: line.days_with_data, 8),
    Column("headline", lambda line: line.headline, 60),
    Column("error", lambda line: line.error, 30),
    Column("groups", lambda line: AND.join(line.groups), 16),
    Column("note", lambda line: line.note, 30),
    Column("asks", lambda line: AND.join(line.asks), 60),
    Column("seen", _seen, 24),
    Column("returned", _returned, 24),
    Column("last_day", lambda line: line.last_day, 11),
    Column("days_silent", lambda line: line.days_silent, 8),
    Column("check_ins", lambda line: line.check_ins, 8),
    Column("pain", lambda line: line.pain, 8),
    Column("pain_last_week", lambda line: line.pain_before, 8),
    *(column for name in Channels.model_fields for column in _channel_columns(name)),
    Column("timezone", lambda line: line.timezone, 16),
    Column("folder", lambda line: line.place, 20),
    Column("remarks", lambda line: AND.join(line.remarks), 30),
)


def row(line: RosterLine) -> tuple[Cell, ...]:
    """The cells of one athlete; texts are safe to open as a spreadsheet."""
    return tuple(safe(column.of(line)) for column in COLUMNS)


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula; numbers as in JSON."""
    if isinstance(cell, float):
        return round(cell, DECIMALS)
    return text_cell(cell) if isinstance(cell, str) else cell
