"""Which plugins a run may load: those of others can be restricted or left out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from tl_analyzer.plugins.installed import OWN

#: Environment variable: comma-separated names of entry points or distributions. Of adapters only
#: these are loaded; of all else these beside what is shipped. Set but empty: nothing but what is
#: shipped.
ONLY = "TL_LOAD_PLUGINS"


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be loaded.

    Attributes
    ----------
    names : frozenset of str or None
        Names of entry points and distributions; None for all.
    """

    names: frozenset[str] | None

    def admits(self, name: str, distribution: str, *, replaceable: bool) -> bool:
        """Whether a plugin may be loaded.

        Parameters
        ----------
        name, distribution : str
            Its entry point, and where it comes from.
        replaceable : bool
            Whether what is shipped of its kind can be left out, too: an adapter can, the rules
            of a report cannot.
        """
        if self.names is None:
            return True
        if distribution == OWN and (not replaceable or not self.names):
            return True
        return name in self.names or distribution in self.names


def choice(environment: Mapping[str, str] | None = None) -> Choice:
    """What the environment says may be loaded."""
    said = (os.environ if environment is None else environment).get(ONLY)
    if said is None:
        return Choice(None)
    return Choice(frozenset(name.strip() for name in said.split(",") if name.strip()))
