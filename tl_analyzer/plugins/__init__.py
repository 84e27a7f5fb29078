"""Doors for other distributions, by entry point; what is shipped comes in by the same."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tl_analyzer.plugins.installed_adapters import InstalledAdapter, adapters
    from tl_analyzer.plugins.parameter_sets import parameter_set
else:
    from tl_analyzer.plugins.door_names import loaded as __getattr__  # noqa: F401

__all__ = ["InstalledAdapter", "adapters", "parameter_set"]
