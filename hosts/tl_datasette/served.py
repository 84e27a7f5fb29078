"""Which of the databases that datasette serves are log stores, and who may see them."""

from pathlib import Path
from typing import Any

from tl_datasette.store_file import is_store_file


def path_of(datasette: Any, database: str) -> str | None:
    """Absolute path of a database; None for one that is no file."""
    found = datasette.databases.get(database)
    if found is None or found.is_memory or not found.path:
        return None
    return str(Path(found.path).absolute())


def store_of(datasette: Any, database: str) -> str | None:
    """Absolute path of a log store; None for any other database."""
    path = path_of(datasette, database)
    return path if path is not None and is_store_file(path) else None


def stores(datasette: Any) -> dict[str, str]:
    """Absolute paths of all log stores, by the name of the database."""
    found = {name: store_of(datasette, name) for name in datasette.databases}
    return {name: path for name, path in found.items() if path is not None}


async def visible_stores(datasette: Any, actor: Any) -> dict[str, str]:
    """Those whose database this actor may view."""
    seen = {}
    for name, path in stores(datasette).items():
        asked = [("view-database", name), "view-instance"]
        visible, _ = await datasette.check_visibility(actor, permissions=asked)
        if visible:
            seen[name] = path
    return seen
