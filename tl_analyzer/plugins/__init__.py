"""Doors for other distributions, by entry point; what is shipped comes in by the same."""

from tl_analyzer.plugins.installed_adapters import InstalledAdapter, adapters
from tl_analyzer.plugins.parameter_sets import parameter_set

__all__ = ["InstalledAdapter", "adapters", "parameter_set"]
