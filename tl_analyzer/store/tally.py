"""What keeping a source did to the log."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """Entries by what became of them. [1].

    Attributes
    ----------
    new, replaced, unchanged : int
        Entries that were not known, took the place of an earlier version, or were known as such.
    vanished : int
        Sessions that the file held before and does not hold now; they stay in the log.
    withdrawn : int
        Entries of the days that the file speaks of, which it does not hold any more.
    """

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    vanished: int = 0
    withdrawn: int = 0

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(
            self.new + other.new,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.vanished + other.vanished,
            self.withdrawn + other.withdrawn,
        )
