"""An adapter of another distribution, asked and read so that it harms nothing but its own files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.column_question import ColumnQuestion
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.plugins.containment import (
    READ_SILENCE_S,
    RECOGNISE_S,
    Outcome,
    contained,
    one_line,
)
from tl_analyzer.plugins.containment_clock import Clock
from tl_analyzer.plugins.containment_items import Account, Item, most_items

#: Values that are read at one go: to lead output aside and back takes as long as a few values. [1]
_BATCH = 500
#: An adapter that gave no answer in time so often is not asked again by this process. [1]
MOST_TIMEOUTS = 2
#: Longest answer that is repeated. [characters]
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What an adapter said about a file.

    Attributes
    ----------
    claimed : bool
        Whether the file is its own.
    problems : tuple of Problem
        What it did instead of saying so, or beside it.
    """

    claimed: bool
    problems: tuple[Problem, ...] = ()


@dataclass(eq=False)
class ContainedAdapter:
    """An adapter that keeps the promises of the contract for another one.

    Attributes
    ----------
    name, recognised, contract
        As the other one states them.
    origin : str
        Distribution and version of the other one.
    bare : object
        The other one.
    timeouts : int
        How often it gave no answer in time.
    """

    name: str
    recognised: str
    contract: int
    origin: str
    bare: Any = field(repr=False)
    timeouts: int = 0

    def answer(self, file: SourceFile) -> Answer:
        """Ask whether a file is its own."""
        if self.timeouts >= MOST_TIMEOUTS:
            found = f"no answer in time for {self.timeouts} files; it is not asked again"
            return Answer(False, (self._remark("slow", found),))
        outcome = contained(lambda _: _said(self.bare.recognises(file)), RECOGNISE_S)
        claimed = outcome.value
        problems = self._printed(outcome)
        if outcome.error:
            self.timeouts += outcome.stopped
            found = f"{outcome.error}, asked whether {file.name} is its own"
            problems = (self._remark("slow" if outcome.stopped else "failed", found), *problems)
        elif isinstance(claimed, str):
            found = f"the answer {claimed}, asked whether {file.name} is its own"
            problems = (self._remark("nonsense", found), *problems)
        return Answer(claimed is True, problems)

    def recognises(self, file: SourceFile) -> bool:
        """Whether a file is its own; no where it does not answer."""
        return self.answer(file).claimed

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Item]:
        """Yield what the file holds, and last what went wrong, if anything did."""
        account = Account(file, self.name)
        outcome: Outcome[Any] = contained(
            lambda _: iter(self.bare.read(file, reading)), READ_SILENCE_S
        )
        values: Any = outcome.value
        remarks = dict.fromkeys(self._printed(outcome))
        ended = False
        try:
            while not (ended or outcome.error):
                batch: list[Item] = []
                outcome = contained(_filling(batch, values, account), READ_SILENCE_S)
                ended = outcome.value is True
                remarks |= dict.fromkeys(self._printed(outcome))
                yield from batch
        finally:
            # It may want to tidy up when it is left early, and say so.
            if not ended:
                contained(lambda _: getattr(values, "close", str)(), RECOGNISE_S)
        yield from remarks
        if outcome.error:
            self.timeouts += outcome.stopped
            yield self._fault(file, "failed", outcome.error)
        if faults := account.faults(ended=ended):
            yield self._fault(file, "nonsense", faults)

    def _printed(self, outcome: Outcome[Any]) -> tuple[Problem, ...]:
        if not outcome.printed:
            return ()
        return (self._remark("printed", f"printed {outcome.printed!r} to standard output"),)

    def _remark(self, code: str, found: str) -> Problem:
        """Say something of the adapter that cost no file anything: it is told once."""
        return Problem(
            file=f"adapter {self.name}",
            found=one_line(found, 400),
            expected=f"an adapter that keeps the promises; it comes from {self.origin}",
            hint="Report it to its authors; all others work without it: tl --no-plugins.",
            kind=ProblemKind.NOTE,
            code=f"adapter-{code}",
        )

    def _fault(self, file: SourceFile, code: str, found: str) -> Problem:
        return Problem(
            file=file.name,
            found=found,
            expected=f"a file that adapter {self.name} ({self.origin}) can read to its end",
            hint="What was read before stays in the log. Report it to the authors of the adapter.",
            code=f"adapter-{code}",
        )


class ContainedAskingAdapter(ContainedAdapter):
    """One that also asks what columns mean."""

    def questions(self, file: SourceFile, reading: Reading) -> tuple[ColumnQuestion, ...]:
        """Say what is to be asked; nothing where it does not answer with questions."""
        outcome = contained(lambda _: tuple(self.bare.questions(file, reading)), RECOGNISE_S)
        asked = outcome.value or ()
        return asked if all(isinstance(each, ColumnQuestion) for each in asked) else ()


def _filling(
    batch: list[Item], values: Iterator[object], account: Account
) -> Callable[[Clock], bool]:
    """A call that reads the next values, and says whether those were the last."""

    def fill(clock: Clock) -> bool:
        most = most_items(account.file.size)
        for value in values:
            if account.taken >= most:
                raise EndlessError(f"more than {most} values of {account.file.size} bytes")
            if (item := account.sound(value)) is not None:
                batch.append(item)
            if len(batch) >= _BATCH:
                return False
            clock.touch()
        return True

    return fill


class EndlessError(Exception):
    """More values than a file of that size can hold."""


def _said(answer: object) -> bool | str:
    """An answer that is one, or what it is in words."""
    if answer is True or answer is False:
        return answer
    kind = type(answer).__name__
    plain = answer is None or isinstance(answer, str | int | float)
    return one_line(f"{answer!r} ({kind})" if plain else f"of type {kind}", _LONGEST)
