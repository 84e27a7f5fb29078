"""Which sessions and instants the evidence of a flag names."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Self

from tl_analyzer.finding import Flag
from tl_analyzer.report.drawn_stretches import Stretch

#: Evidence states instants to the minute. [s]
_STATED_TO_S = 60.0


class Marks(NamedTuple):
    """What one flag names.

    Attributes
    ----------
    code : str
        Code of the flag.
    sessions : frozenset of str
        Labels of sessions.
    instants : tuple of float
        Instants of facts that name no session. [s]
    """

    code: str
    sessions: frozenset[str]
    instants: tuple[float, ...]

    @classmethod
    def of(cls, flag: Flag) -> Self:
        """Collect what the evidence of a flag names."""
        return cls(
            flag.code,
            frozenset(session for fact in flag.because for session in fact.sessions),
            tuple(
                datetime.fromisoformat(fact.when).timestamp()
                for fact in flag.because
                if not fact.sessions and "T" in fact.when
            ),
        )

    def on(self, stretch: Stretch) -> bool:
        """Whether they name a stretch, by its session or by an instant within it."""
        if stretch.session in self.sessions:
            return True
        return any(stretch.start - _STATED_TO_S < t < stretch.end for t in self.instants)


def marked(stretch: Stretch, marks: Iterable[Marks]) -> tuple[str, ...]:
    """Codes of the flags that name a stretch."""
    return tuple(each.code for each in marks if each.on(stretch))
