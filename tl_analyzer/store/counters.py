"""Numbers that are given once."""

import sqlite3


def take(connection: sqlite3.Connection, name: str, count: int) -> int:
    """Take `count` numbers of a kind; return the first of them. The caller is in a transaction."""
    found = connection.execute("SELECT next FROM counter WHERE name = ?", (name,)).fetchone()
    first = int(found[0]) if found else 1
    connection.execute(
        "INSERT INTO counter (name, next) VALUES (?1, ?2)"
        " ON CONFLICT (name) DO UPDATE SET next = ?2",
        (name, first + count),
    )
    return first
