"""Which plugins a run may load: those of others can be restricted or left out."""

import os
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tl_analyzer.plugins.installed import OWN

#: Environment variable: comma-separated names of entry points or distributions; plugins of others
#: are loaded only if they are named. Set but empty: nothing but what is shipped.
ONLY = "TL_LOAD_PLUGINS"


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be loaded.

    Attributes
    ----------
    names : frozenset of str or None
        Names of entry points and distributions, as `known_as` writes them; None for all.
    """

    names: frozenset[str] | None

    def admits(self, name: str, distribution: str, *, replaceable: bool) -> bool:
        """Whether a plugin may be loaded.

        Parameters
        ----------
        name, distribution : str
            Its entry point, and where it comes from.
        replaceable : bool
            Whether what is shipped of its kind is left out, too, unless it is named: adapters are
            where others of them are named, the rules of a report are not.
        """
        if self.names is None:
            return True
        if distribution == OWN and not replaceable:
            return True
        return not self.names.isdisjoint({known_as(name), known_as(distribution)})

    def unknown(self, known: Collection[str]) -> tuple[str, ...]:
        """Names that are nobody's, in order.

        Parameters
        ----------
        known : collection of str
            Names of all entry points and distributions.
        """
        return tuple(sorted((self.names or frozenset()) - {known_as(name) for name in known}))


def choice(environment: Mapping[str, str] | None = None) -> Choice:
    """What the environment says may be loaded."""
    said = (os.environ if environment is None else environment).get(ONLY)
    if said is None:
        return Choice(None)
    return Choice(frozenset(known_as(name) for name in said.split(",") if name.strip()))


def known_as(name: str) -> str:
    """A name as names of distributions are compared: ``My_Rules`` is ``my-rules``."""
    return re.sub(r"[-_.]+", "-", name.strip()).casefold()
