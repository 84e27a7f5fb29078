"""Every adapter at hand."""

from functools import cache
from typing import Any

from tl_analyzer.adapter import Adapter
from tl_analyzer.plugins.group import ADAPTERS
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.loading import RefusedError, load

#: An adapter as installed.
InstalledAdapter = Installed[Adapter]


@cache
def adapters() -> tuple[InstalledAdapter, ...]:
    """Every installed adapter by name, broken ones with their error."""
    return load(ADAPTERS, _adapter)


def _adapter(held: Any) -> Adapter:
    made = held()
    if not isinstance(made, Adapter):
        raise RefusedError("is not an adapter")
    return made
