"""Dialects of sources that are no CSV (``data/sources.toml``)."""

from functools import cache

from tl_strength.dialect import Dialect
from tl_strength.resources import table


@cache
def source_dialect(name: str) -> Dialect:
    """Dates, workouts and types of sets of the source `name`."""
    held = table("data", "sources.toml")[name]
    assert isinstance(held, dict)
    return Dialect.model_validate({"name": name, "columns": {}, "needs": (), **held})
