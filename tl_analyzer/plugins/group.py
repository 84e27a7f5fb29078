"""The doors by which other distributions come in: entry-point groups and their contracts."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of plugin.

    Attributes
    ----------
    name : str
        The entry-point group.
    contract : int
        Version of the contract that is offered; a plugin written for a newer one is refused.
    kind : str
        What one of it is called.
    """

    name: str
    contract: int
    kind: str


ADAPTERS: Final = Group("tl_analyzer.adapters", 1, "adapter")
LEXICONS: Final = Group("tl_analyzer.lexicons", 1, "exercise lexicon")
RULES: Final = Group("tl_analyzer.rules", 1, "rule book")
ADVICE: Final = Group("tl_analyzer.advice", 1, "advice catalogue")
FORMATS: Final = Group("tl_analyzer.formats", 1, "report format")
HOSTS: Final = Group("tl_analyzer.hosts", 1, "host")
PROFILES: Final = Group("tl_analyzer.profiles", 1, "parameter set")

#: All of them.
GROUPS: Final = (ADAPTERS, LEXICONS, RULES, ADVICE, FORMATS, HOSTS, PROFILES)
