"""Tables, and what else is known beside them -> one log."""

from collections.abc import Sequence

import pandas as pd

from tl_analyzer.accessor.sets_table import sessions_of
from tl_analyzer.accessor.sittings_table import intervals_of
from tl_analyzer.accessor.table_columns import SETS, kind_of
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
    logs: list[Log] = []
    entries: list[Entry] = []
    for table in tables:
        if isinstance(table, Log):
            logs.append(table)
        elif kind_of(table) is SETS:
            entries += sessions_of(table, zone, unit)
        else:
            entries += intervals_of(table, zone)
    return merged_logs(logs, parameter_set(), entries)
