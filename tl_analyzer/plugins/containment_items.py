"""What a foreign adapter yields, looked at before anything is built on it."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import cast, get_args

from pydantic import ValidationError

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Entry, PostureInterval, Problem, Tally

Item = Entry | Problem | Tally

#: Values that any file may yield, and how many more for each of its bytes. The shortest row takes
#: two bytes; a repeated event of a calendar yields thousands. [1], [1/byte]
MOST_ITEMS, MOST_ITEMS_PER_BYTE = 50_000, 1


def most_items(size: int) -> int:
    """Most values that a file may yield; more are taken for endless.

    Parameters
    ----------
    size : int
        Its length. [bytes]
    """
    return MOST_ITEMS + MOST_ITEMS_PER_BYTE * size


@dataclass
class Account:
    """What was yielded for one file, and what was wrong with it.

    Attributes
    ----------
    file : SourceFile
        The file.
    adapter : str
        Name of the adapter.
    taken : int
        Values so far, of any kind.
    wrong : Counter of str
        What was left out, in words, and how often.
    tallies : int
        Accounts so far.
    """

    file: SourceFile
    adapter: str
    taken: int = 0
    tallies: int = 0
    wrong: Counter[str] = field(default_factory=Counter)

    def sound(self, value: object) -> Item | None:
        """Return the value if it may enter the log; else note what is wrong with it."""
        self.taken += 1
        if isinstance(value, Tally):
            return self._tally(value)
        if isinstance(value, Problem):
            whole = _validated(value)
            if isinstance(whole, Problem):
                return whole.model_copy(update={"file": self.file.name})
        elif isinstance(value, _entry_types()):
            whole = _validated(cast(Entry, value))
            if whole is not None and not isinstance(whole, Problem | Tally):
                return self._own(whole)
        self.wrong[f"of type {type(value).__name__[:60]}"] += 1
        return None

    def _own(self, entry: Entry) -> Entry | None:
        source = entry.provenance
        mine = (self.adapter, self.file.name, self.file.digest)
        if (source.adapter, source.file, source.digest) == mine:
            return entry
        self.wrong["said to come from another file or adapter"] += 1
        return None

    def _tally(self, tally: Tally) -> Tally | None:
        self.tallies += 1
        whole = _validated(tally)
        if not isinstance(whole, Tally) or self.tallies > 1:
            self.wrong["of type Tally beside the first" if whole else "of type Tally"] += 1
            return None
        return whole.model_copy(update={"file": self.file.name, "adapter": self.adapter})

    def faults(self, *, ended: bool) -> str:
        """Say in one line what was wrong; empty if nothing was.

        Parameters
        ----------
        ended : bool
            Whether the adapter came to its end, and with it to its account.
        """
        said = [
            f"{count} {'value' if count == 1 else 'values'} {what}"
            for what, count in self.wrong.most_common(3)
        ]
        if ended and not self.tallies:
            said.append("no account of the rows")
        return "; ".join(said)


@cache
def _entry_types() -> tuple[type, ...]:
    return get_args(get_args(Entry)[0])


def _validated(value: Item) -> Item | None:
    """A value that is what it says: some are built without being checked."""
    # Intervals come by the million, and hold nothing that is nested but where they come from.
    held = (
        value.__dict__ if isinstance(value, PostureInterval) else value.model_dump(warnings=False)
    )
    try:
        return type(value).model_validate(held)
    except (ValidationError, ValueError, TypeError, AttributeError):
        return None
