"""What came of one FIT file."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field

from tl_analyzer.log import Entry, Problem
from tl_fit.message import Part


@dataclass
class Outcome:
    """Entries and problems of one FIT file, and which of its messages did not enter the log.

    Attributes
    ----------
    entries : list of Entry
        What enters the log.
    problems : list of Problem
        What the reader should know.
    refused : int
        Messages refused.
    aside : Counter of str
        Messages set aside, by name. Those neither refused nor set aside were read.
    """

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused: int = 0
    aside: Counter[str] = field(default_factory=Counter)

    def take(self, other: "Outcome") -> None:
        """Add what came of a part of the same file."""
        self.entries.extend(other.entries)
        self.problems.extend(other.problems)
        self.refused += other.refused
        self.aside.update(other.aside)


def all_but(part: Part, feeding: Set[str]) -> Counter[str]:
    """The messages of a file that feed no entry, by name."""
    return Counter({name: n for name, n in part.counts.items() if name not in feeding})
