"""A plugin as it is installed."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tl_analyzer.plugins.group import Group

T = TypeVar("T")


@dataclass(frozen=True)
class Installed(Generic[T]):
    """A plugin that was loaded, or the reason why it cannot be used.

    Attributes
    ----------
    group : Group
        The door it came in by.
    name : str
        Name of its entry point.
    distribution, version : str
        The distribution it comes from.
    value : T or None
        The plugin itself; None when it could not be loaded.
    error : str
        Why not; empty when it could.
    printed : str
        What it wrote to standard output while it was loaded; empty as it should be.
    took_s : float
        How long it took to be imported and made. [s]
    """

    group: Group
    name: str
    distribution: str
    version: str
    value: T | None
    error: str = ""
    printed: str = ""
    took_s: float = field(default=0.0, compare=False)

    @property
    def shipped(self) -> bool:
        """Whether it comes with this program."""
        return self.distribution == OWN

    @property
    def origin(self) -> str:
        """Distribution and version, as a reader would name them."""
        return f"{self.distribution} {self.version}".rstrip()


#: The distribution of this program.
OWN = "tl-analyzer"
