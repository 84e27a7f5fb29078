"""One finding of ``tl doctor``."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether something has to be done."""

    OK = "ok"
    #: Works, and could be better, or is simply not there.
    NOTE = "note"
    #: Does not work, or lets others read what is private.
    MEND = "mend"


@dataclass(frozen=True, slots=True)
class Fact:
    """One finding.

    Attributes
    ----------
    name : str
        What it is about.
    told : str
        What was found.
    state : State
        Whether something has to be done.
    remedy : str
        What to do; empty where nothing has to be done.
    """

    name: str
    told: str
    state: State = State.OK
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Findings that belong together."""

    title: str
    facts: tuple[Fact, ...]
