"""Views with words in place of numbers, for whoever looks into the store with other tools."""

import sqlite3

from tl_analyzer.store.kinds import KINDS, Kind, quoted


def make_views(connection: sqlite3.Connection) -> None:
    """Make a view ``log_TABLE`` for every table of the nomenclature, anew."""
    for kind in KINDS:
        connection.execute(f"DROP VIEW IF EXISTS log_{kind.table}")
        connection.execute(f"CREATE VIEW log_{kind.table} AS {_view(kind)}")


def _view(kind: Kind) -> str:
    columns = []
    if "athlete" in kind.lead:
        columns.append("(SELECT name FROM athlete WHERE id = held.athlete) AS athlete")
    for place, name in enumerate(kind.columns):
        column = f"held.{quoted(name)}"
        if place in kind.texts:
            column = f"(SELECT value FROM text WHERE id = {column}) AS {quoted(name)}"
        columns.append(column)
    return f"SELECT {', '.join(columns)} FROM {kind.sql} AS held"
