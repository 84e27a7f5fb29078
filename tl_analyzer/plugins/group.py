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
    states_contract : bool
        Whether what an entry point holds has to say in an attribute ``contract`` what it was
        written for. A command of click and a package of data files have no place for it: a host
        depends on the public Python API, whose versions are those of the distribution, and
        parameter files carry a version of their own. Where they state one all the same, it counts.
    """

    name: str
    contract: int
    kind: str
    states_contract: bool = True


ADAPTERS: Final = Group("tl_analyzer.adapters", 1, "adapter")
LEXICONS: Final = Group("tl_analyzer.lexicons", 1, "exercise lexicon")
RULES: Final = Group("tl_analyzer.rules", 1, "rule book")
ADVICE: Final = Group("tl_analyzer.advice", 1, "advice catalogue")
FORMATS: Final = Group("tl_analyzer.formats", 1, "report format")
HOSTS: Final = Group("tl_analyzer.hosts", 1, "host", states_contract=False)
PROFILES: Final = Group("tl_analyzer.profiles", 1, "parameter set", states_contract=False)

#: All of them.
GROUPS: Final = (ADAPTERS, LEXICONS, RULES, ADVICE, FORMATS, HOSTS, PROFILES)
