"""What datasette shows around a log store: titles, meanings and units of columns, queries."""

import tomllib
from copy import deepcopy
from functools import cache
from importlib.resources import files
from typing import Any

_TITLE = "Training log"
_ABOUT = (
    "The log store of tl-analyzer, opened to read. Exposure at the thoracolumbar junction relative"
    " to the athlete's own history: /-/tl. Not a diagnosis, not an injury probability."
)
#: The views that show each table of the nomenclature in words.
_VIEW = "log_{}"
_INSTANT = "microseconds since 1970-01-01 UTC"


def queries() -> dict[str, dict[str, str]]:
    """The canned queries of a log store."""
    return deepcopy(_queries())


def metadata_of_store() -> dict[str, Any]:
    """The metadata of a database that is a log store."""
    return {"title": _TITLE, "description": _ABOUT, "tables": deepcopy(_tables())}


@cache
def _queries() -> dict[str, dict[str, str]]:
    text = files("tl_datasette").joinpath("queries.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _tables() -> dict[str, Any]:
    # The written nomenclature itself: it names every column with its unit.
    text = files("tl_analyzer.tables").joinpath("nomenclature.toml").read_text(encoding="utf-8")
    return {
        _VIEW.format(table): {"columns": {"athlete": "id of the athlete", **_columns(named)}}
        for table, named in tomllib.loads(text).items()
    }


def _columns(named: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {
        column: _described(about) for column, about in named.items() if not about.get("derived")
    }


def _described(about: dict[str, Any]) -> str:
    unit = _INSTANT if about["type"] == "instant" else about["unit"]
    return f"{about['meaning']} [{unit}]" if unit not in ("", "1") else str(about["meaning"])
