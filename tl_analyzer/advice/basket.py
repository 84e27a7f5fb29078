"""The plan while it is being filled, and what still fits into it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.advice.plan_item import Purpose


class Limits(NamedTuple):
    """How much a plan may hold.

    Attributes
    ----------
    items : float
        Entries in all; a screen or self-check offered beside them is not counted. [1]
    of_a_purpose : float
        Entries of one purpose, beyond what flags need. [1]
    changes : float
        Changes of load. [1]
    minutes : float
        Time a day, were everything done on one day. [min]
    """

    items: float
    of_a_purpose: float
    changes: float
    minutes: float


@dataclass
class Basket:
    """Entries taken so far, in the order they were taken."""

    limits: Limits
    taken: list[Exercise] = field(default_factory=list)

    def holds_any(self, entries: Iterable[Exercise]) -> bool:
        """Whether one of the entries has been taken."""
        taken = {entry.key for entry in self.taken}
        return any(entry.key in taken for entry in entries)

    def count(self, entries: Iterable[Exercise]) -> int:
        """How many of the entries have been taken. [1]"""
        taken = {entry.key for entry in self.taken}
        return len([entry for entry in entries if entry.key in taken]) if taken else 0

    def take_needed(self, wanted: Iterable[Exercise]) -> None:
        """Make sure that one of the wanted entries is in, best first, if any fits at all."""
        wanted = tuple(wanted)
        if not self.holds_any(wanted):
            self.taken += list(islice((entry for entry in wanted if self._fits(entry)), 1))

    def take_first(self, wanted: Iterable[Exercise]) -> None:
        """Take the first entry that fits and whose purpose is not well served already."""
        welcome = (entry for entry in wanted if self._has_room_for(entry) and self._fits(entry))
        self.taken += list(islice(welcome, 1))

    def _has_room_for(self, entry: Exercise) -> bool:
        change = entry.purpose is Purpose.LOAD
        most = self.limits.changes if change else self.limits.of_a_purpose
        return sum(other.purpose is entry.purpose for other in self.taken) < most

    def _fits(self, entry: Exercise) -> bool:
        if sum([other.minutes for other in self.taken]) + entry.minutes > self.limits.minutes:
            return False
        if not entry.beside_the_plan:
            counted = [other for other in self.taken if not other.beside_the_plan]
            if len(counted) >= self.limits.items:
                return False
        return not any(entry.same_work(other) for other in self.taken)
