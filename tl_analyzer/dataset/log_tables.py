"""The dataset of logs: tables of `tl_analyzer.tables`, and the athletes they belong to."""

from tl_analyzer.dataset.table import Table
from tl_analyzer.tables.acknowledged import COLUMNS
from tl_analyzer.tables.columns import Column, ColumnType, nomenclature, stored

#: Kind of a dataset that holds what was read for athletes.
LOGS = "logs"

#: Name of the table that has a row for every athlete.
ATHLETES = "athletes"

#: Name of the table of flags that somebody has seen and put aside.
ACKNOWLEDGEMENTS = "acknowledgements"

_ATHLETE_COLUMNS = (
    Column("profile", ColumnType.TEXT, "", "the athlete's profile, as TOML"),
    Column(
        "mapping", ColumnType.TEXT, "", "the athlete's own exercise names, as TOML", missing=True
    ),
    Column("error", ColumnType.TEXT, "", "why nothing could be read for the athlete", missing=True),
)


def log_tables() -> tuple[Table, ...]:
    """Tables of a dataset of logs; that of the athletes comes first."""
    return (
        Table.of(ATHLETES, _ATHLETE_COLUMNS),
        Table.of(ACKNOWLEDGEMENTS, COLUMNS),
        *(Table.of(name, stored(name)) for name in nomenclature()),
    )
