"""The names of the package, each loaded when it is first used.

Some commands load one plugin and nothing else: they must not wait for the contract of adapters.
"""

from importlib import import_module

_NAMES = {
    "InstalledAdapter": "tl_analyzer.plugins.installed_adapters",
    "adapters": "tl_analyzer.plugins.installed_adapters",
    "parameter_set": "tl_analyzer.plugins.parameter_sets",
}


def loaded(name: str) -> object:
    """Load a name.

    Raises
    ------
    AttributeError
        If there is no such name.
    """
    if name not in _NAMES:
        raise AttributeError(f"module 'tl_analyzer.plugins' has no attribute {name!r}")
    return getattr(import_module(_NAMES[name]), name)
