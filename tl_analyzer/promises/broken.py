"""A promise that was not kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that was not kept.

    Attributes
    ----------
    promise : str
        What was promised.
    file : str
        The sample with which it was broken.
    how : str
        What happened instead.
    """

    promise: str
    file: str
    how: str
