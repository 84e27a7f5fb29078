"""What comes of asking an adapter, whatever it does instead of answering."""

import io
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import get_args

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally
from tl_analyzer.plugins.containment import described
from tl_analyzer.plugins.raised_at import raised_at

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
        What it raised; empty as it should be.
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
    try:
        said: object = adapter.recognises(file)
    except (Exception, SystemExit) as why:
        return f"raised {described(why)}{raised_at(why)}"
    return said if isinstance(said, bool) else f"said {_short(repr(said))}, not True or False"


def read(adapter: Adapter, file: SourceFile, reading: Reading) -> Outcome:
    """Read a file with an adapter, whatever it does."""
    items: list[Item] = []
    raised = strange = ""
    begun = time.perf_counter()
    with redirect_stdout(io.StringIO()) as printed:
        # A stranger's adapter may raise anything.
        try:
            for item in adapter.read(file, reading):
                if not isinstance(item, _KINDS):
                    strange = f"yielded {_short(repr(item))}, no entry, problem or tally"
                    break
                items.append(item)
        except (Exception, SystemExit) as why:
            raised = f"raised {described(why)}{raised_at(why)}"
    took = time.perf_counter() - begun
    return Outcome(items, raised, strange, _short(printed.getvalue()), took)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."
