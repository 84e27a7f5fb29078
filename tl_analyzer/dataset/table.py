"""What the tables of a dataset look like, whatever the format of their files."""

from dataclasses import dataclass

from tl_analyzer.tables.columns import Column, ColumnType

#: First column of every table.
ATHLETE = Column("athlete", ColumnType.TEXT, "", "id of the athlete the row belongs to")

#: One value of a row; instants are microseconds since 1970-01-01 UTC.
Cell = object


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes
    ----------
    name : str
        Its name, and that of the folder of its files.
    columns : tuple of Column
        Its columns in order, the athlete first.
    """

    name: str
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, name: str, columns: tuple[Column, ...]) -> "Table":
        """Table of what is known of athletes by these columns."""
        return cls(name, (ATHLETE, *columns))


def described(tables: tuple[Table, ...]) -> dict[str, dict[str, str]]:
    """Type of every column of tables, by name, as a manifest says them."""
    return {
        table.name: {column.name: column.type.value for column in table.columns} for table in tables
    }
