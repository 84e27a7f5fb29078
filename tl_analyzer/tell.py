"""Who is told how far a long piece of work is."""

from typing import Protocol


class Tell(Protocol):
    """Is told what is worked on next, how much was done since it was told, and how much there is.

    Both amounts are in one unit of the teller's choice; the whole need not be known.
    """

    def __call__(self, name: str, done: int = 0, total: int | None = None, /) -> None:
        """Show it."""


def nobody_looks(name: str, done: int = 0, total: int | None = None, /) -> None:
    """Show nothing."""
