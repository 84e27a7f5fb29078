"""Everything a store holds, its own numbers aside."""

from pathlib import Path
from typing import Any

from tl_analyzer.store.athletes import athletes
from tl_analyzer.store.checking import quick_check
from tl_analyzer.store.connection import open_for_reading
from tl_analyzer.store.loading import stored_tables
from tl_analyzer.tables.to_log import entries_of, problems_of, sources_of

#: What the store knows beside the log. A run that ended before it was killed is one run more.
_BESIDE = {
    "files": "SELECT path, size, mtime_ns, settings FROM file",
    "versions": (
        "SELECT f.value, d.value, source.current, source.settings, source.entries"
        " FROM source JOIN text AS f ON f.id = source.file JOIN text AS d ON d.id = source.digest"
    ),
    "unfinished runs": "SELECT roots FROM import_run WHERE finished IS NULL",
    "sets": "SELECT count(*) FROM strength_set",
    "bouts": "SELECT count(*) FROM ride_bout",
}


def contents(path: Path) -> dict[str, list[str]]:
    """Contents of a store by table, in an order that depends on nothing but them.

    Raises
    ------
    StoreError
        If it cannot be read.
    AssertionError
        If the file is not whole.
    """
    faults = quick_check(path)
    assert not faults, faults
    found: dict[str, list[str]] = {}
    with open_for_reading(path) as store, store.snapshot():
        for athlete in athletes(store):
            tables = stored_tables(store, athlete.id)
            entries, postures = entries_of(tables)
            found |= {
                f"{athlete.id} entries": _sorted(entries),
                f"{athlete.id} postures": _sorted(postures),
                f"{athlete.id} sources": _sorted(sources_of(tables["sources"])),
                f"{athlete.id} problems": _sorted(problems_of(tables["problems"])),
            }
        for name, statement in _BESIDE.items():
            found[name] = _sorted(store.execute(statement))
    return found


def differences(one: dict[str, list[str]], other: dict[str, list[str]]) -> list[str]:
    """Tables in which two stores differ, and by how many rows."""
    return [
        f"{table}: {len(one.get(table, []))} and {len(other.get(table, []))} rows,"
        f" {len(set(one.get(table, [])) ^ set(other.get(table, [])))} of them different"
        for table in sorted(one.keys() | other.keys())
        if one.get(table) != other.get(table)
    ]


def _sorted(values: Any) -> list[str]:
    return sorted(repr(value) for value in values)
