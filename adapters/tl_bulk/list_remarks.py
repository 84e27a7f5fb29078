"""What to say once about a list of activities."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.sports import UNKNOWN, Sport
from tl_bulk.sports import STRENGTH

#: Unknown words that are named.
_NAMED = 5


@dataclass
class Seen:
    """What a list held that the reader should know about.

    Attributes
    ----------
    strength : list of int
        Lines of strength workouts.
    unknown : Counter of str
        Words for sports that are not known.
    unclocked : int
        Rides of which only the day is known.
    abroad : int
        Activities in another zone than that of the log.
    """

    strength: list[int] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    unclocked: int = 0
    abroad: int = 0

    def sport(self, sport: Sport, word: str, line: int) -> None:
        """Take note of the sport of one activity."""
        if sport.name == STRENGTH:
            self.strength.append(line)
        elif sport.name == UNKNOWN:
            self.unknown[word] += 1


def remarks(seen: Seen, ledger: Ledger) -> Iterator[Problem]:
    """One note for each kind of thing that was seen."""
    note = ProblemKind.NOTE
    if seen.strength:
        yield ledger.problem(
            note,
            "duration-only",
            f"strength workouts without sets: {len(seen.strength)}",
            "sets with exercise and weight",
            "Only when and how long is known; add the export of the app that has the sets.",
            seen.strength[0],
        )
    if seen.unknown:
        words = [word for word, _ in seen.unknown.most_common(_NAMED)]
        yield ledger.problem(
            note,
            "sport-unknown",
            f"activities of a sport that is not known: {seen.unknown.total()}"
            f" ({', '.join(map(echo, words))})",
            "a sport, such as cycling",
            "They are kept as activities of an unknown sport.",
        )
    if seen.unclocked:
        yield ledger.problem(
            note,
            "date-only",
            f"rides with a date and no time: {seen.unclocked}",
            "a start time",
            "Without the recording they cannot be placed within the day: add the FIT files.",
        )
    if seen.abroad:
        yield ledger.problem(
            note,
            "zone-differs",
            f"activities at another local time than that of the log: {seen.abroad}",
            "the zone of the log",
            "They are kept in the zone that the device was set to.",
        )
