"""Acknowledgements as rows and back, for the store and for exports."""

from typing import Any

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.tables.columns import Column, ColumnType, Row
from tl_analyzer.tables.instants import instant, microseconds

COLUMNS = (
    Column("code", ColumnType.TEXT, "", "code of the flag"),
    Column("until", ColumnType.TEXT, "", "last day it is put aside"),
    Column("note", ColumnType.TEXT, "", "why, in the words of who has seen it"),
    Column("made_at", ColumnType.INSTANT, "", "when it was made"),
    Column("week", ColumnType.TEXT, "", "ISO week whose flag it was"),
    Column("severity", ColumnType.TEXT, "", "severity of the flag then"),
    Column("measure", ColumnType.TEXT, "", "leading measure of the flag then"),
    Column("value", ColumnType.REAL, "of `unit`", "that measure"),
    Column("unit", ColumnType.TEXT, "", "its unit"),
    Column("threshold", ColumnType.REAL, "of `unit`", "what it was compared with", missing=True),
)


def acknowledgement_row(made: Acknowledgement) -> Row:
    """Row of an acknowledgement."""
    return (
        made.code,
        made.until.isoformat(),
        made.note,
        microseconds(made.made_at),
        made.week,
        made.severity.value,
        made.measure,
        made.value,
        made.unit,
        made.threshold,
    )


def acknowledgement_of(row: tuple[Any, ...]) -> Acknowledgement:
    """The acknowledgement of a row.

    Raises
    ------
    ValueError, TypeError, OverflowError
        If the row is none.
    """
    values = {column.name: value for column, value in zip(COLUMNS, row, strict=True)}
    return Acknowledgement.model_validate({**values, "made_at": instant(values["made_at"])})
