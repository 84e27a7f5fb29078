"""What comes of asking an adapter, whatever it does instead of answering."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally
from tl_analyzer.plugins.containment import READ_SILENCE_S, contained
from tl_analyzer.plugins.containment import Outcome as Contained
from tl_analyzer.plugins.containment_clock import Clock
from tl_analyzer.plugins.containment_items import most_items

Item = Entry | Problem | Tally

#: All that an adapter may yield.
_KINDS = (*get_args(get_args(Entry)[0]), Problem, Tally)

#: Characters shown of what was printed or yielded and should not have been. [1]
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an adapter did with one file.

    Attributes
    ----------
    items : list of Item
        What it yielded; up to where it raised.
    raised : str
        What it raised, or how long it gave no sign of life; empty as it should be.
    strange : str
        The first thing it yielded that is no entry, problem or tally; empty as it should be.
    printed : str
        What it wrote to standard output; empty as it should be.
    seconds : float
        How long it took. [s]
    """

    items: list[Item]
    raised: str
    strange: str
    printed: str
    seconds: float

    @property
    def without_time(self) -> tuple[list[Item], str, str]:
        """All of it that has to be the same next time."""
        return self.items, self.raised, self.strange

    def faults(self, adapter: Adapter, file: SourceFile) -> Iterator[str]:
        """What is amiss with it, in any file: intact, damaged or hostile."""
        yield from filter(None, (self.raised, self.strange))
        if self.raised or self.strange:
            return
        tallies = [item for item in self.items if isinstance(item, Tally)]
        if len(tallies) != 1 or self.items[-1] is not tallies[0]:
            yield f"{len(tallies)} tallies, and one must come last"
            return
        tally = tallies[0]
        if (tally.file, tally.adapter) != (file.name, adapter.name):
            yield "a tally of another file or adapter"
        if tally.refused and not any(_refuses(item) for item in self.items):
            yield f"{tally.refused} refused, and no problem says why"
        for item in self.items:
            yield from _foreign(item, adapter, file)


def _refuses(item: Item) -> bool:
    return isinstance(item, Problem) and item.kind is ProblemKind.REFUSED


def _foreign(item: Item, adapter: Adapter, file: SourceFile) -> Iterator[str]:
    if isinstance(item, Problem):
        if item.file != file.name:
            yield f"a problem of another file: {item.file}"
    elif not isinstance(item, Tally):
        source = item.provenance
        if (source.adapter, source.file, source.digest) != (adapter.name, file.name, file.digest):
            yield f"provenance of another file: {source}"


def answer(adapter: Adapter, file: SourceFile) -> bool | str:
    """Whether an adapter recognises a file, or in words what came in place of an answer."""
    outcome: Contained[object] = contained(lambda _: adapter.recognises(file), READ_SILENCE_S)
    if outcome.error:
        return _told(outcome)
    if outcome.printed:
        return f"printed {_short(outcome.printed)!r}"
    said = outcome.value
    return said if isinstance(said, bool) else f"said {_short(repr(said))}, not True or False"


def read(adapter: Adapter, file: SourceFile, reading: Reading) -> Outcome:
    """Read a file with an adapter, whatever it does."""
    items: list[Item] = []
    most = most_items(file.size)

    def call(clock: Clock) -> str:
        for item in adapter.read(file, reading):
            clock.touch()
            if not isinstance(item, _KINDS):
                return f"yielded {_short(repr(item))}, no entry, problem or tally"
            if len(items) == most:
                return f"yielded more than {most} values for {file.size} bytes"
            items.append(item)
        return ""

    outcome = contained(call, READ_SILENCE_S)
    printed = _short(outcome.printed)
    return Outcome(items, _told(outcome), outcome.value or "", printed, outcome.took_s)


def _told(outcome: Contained[Any]) -> str:
    """What kept an adapter from answering; empty where it did."""
    return f"raised {outcome.error}" if outcome.error and not outcome.stopped else outcome.error


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."
