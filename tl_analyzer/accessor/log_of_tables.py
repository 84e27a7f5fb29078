"""Tables, and what else is known beside them -> one log."""

from collections.abc import Sequence

import pandas as pd

from tl_analyzer.accessor.sets_table import sessions_of
from tl_analyzer.accessor.sittings_table import intervals_of
from tl_analyzer.accessor.table_columns import is_sets
from tl_analyzer.accessor.table_error import TableError
from tl_analyzer.intake.merge import merged_logs
from tl_analyzer.log import Entry, Log, WeightUnit
from tl_analyzer.plugins import parameter_set


def log_of_tables(tables: Sequence[pd.DataFrame | Log], zone: str, unit: WeightUnit | None) -> Log:
    """Put tables and logs together; a session that is in two of them counts once.

    Parameters
    ----------
    tables : sequence of DataFrame or Log
        Tables of sets and of sittings, and whole logs.
    zone : str
        IANA zone of clocks that state none.
    unit : WeightUnit or None
        Unit of weights that state none.

    Raises
    ------
    TableError
        If a table is of neither kind, or a cell of it cannot be read.
    """
    entries: list[Entry] = []
    for table in tables:
        if isinstance(table, Log):
            continue
        if not isinstance(table, pd.DataFrame):
            raise TableError(
                f"{type(table).__name__} is neither a table nor a log",
                "Give a list, as in beside=[sittings]; an athlete's log is athlete.log(week).",
            )
        entries += sessions_of(table, zone, unit) if is_sets(table) else intervals_of(table, zone)
    logs = [table for table in tables if isinstance(table, Log)]
    return merged_logs(logs, parameter_set(), entries)
