"""The roster as a value: who it is about, and who comes first."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from tl_analyzer.finding import Severity
from tl_analyzer.log.value import Value
from tl_analyzer.roster.outcomes import Outcomes
from tl_analyzer.roster.roster_line import LEVELS, RosterLine

SCHEMA_VERSION = "1.1"


class Roster(Value):
    """All athletes' weeks, most urgent first.

    Attributes
    ----------
    as_of : str
        The moment it was made.
    title : str
        What it is about: the group that was asked for; empty for all.
    groups : tuple of str
        Every group of its athletes, in the order of the roster file, then by name.
    lines : tuple of RosterLine
        One for each athlete.
    outcomes : Outcomes or None
        What the check-ins of all of them add up to, where that is asked for.
    """

    schema_version: Annotated[str, Field(pattern=r"^1\.\d+$")] = SCHEMA_VERSION
    as_of: str
    title: str = ""
    groups: tuple[str, ...] = ()
    lines: tuple[RosterLine, ...]
    outcomes: Outcomes | None = None

    def counted(self) -> dict[str, int]:
        """How many athletes there are at each level, most urgent first."""
        counts = Counter(line.level for line in self.lines)
        return {name: counts[name] for name in LEVELS if counts[name]}

    def weeks(self) -> tuple[str, ...]:
        """The ISO weeks that it is about: mostly one, two where zones differ."""
        return tuple(sorted({line.week for line in self.lines if line.week}))

    def running(self) -> bool:
        """Whether the week is not over yet, for any of them."""
        return any(line.so_far for line in self.lines)


def roster(
    lines: Iterable[RosterLine],
    as_of: str,
    title: str = "",
    groups: Iterable[str] = (),
    outcomes: Outcomes | None = None,
) -> Roster:
    """Put athletes in order: referred, then by level, then who has most that is new or worse.

    Parameters
    ----------
    lines : iterable of RosterLine
        One for each athlete.
    as_of : str
        The moment it is made.
    title : str
        The group that was asked for.
    groups : iterable of str
        Groups in the order in which they are to stand; those of the lines follow by name.
    outcomes : Outcomes, optional
        What the check-ins add up to.
    """
    ordered = tuple(sorted(_told_apart(tuple(lines)), key=_urgency))
    found = sorted({group for line in ordered for group in line.groups})
    stand = tuple(group for group in dict.fromkeys((*groups, *found)) if group in found)
    return Roster(as_of=as_of, title=title, groups=stand, lines=ordered, outcomes=outcomes)


def _told_apart(lines: tuple[RosterLine, ...]) -> Iterable[RosterLine]:
    """Say it where two athletes go by one id."""
    places: dict[str, list[str]] = {}
    for line in lines:
        places.setdefault(line.athlete.id, []).append(line.place)
    for line in lines:
        same = sorted(places[line.athlete.id])
        if len(same) == 1:
            yield line
            continue
        # Which of them a line is has to come first: long remarks are cut.
        here = f"This is folder {line.place}; " if line.place else ""
        told = f"{here}{len(same)} athletes here go by this id: {', '.join(same)}."
        yield line.model_copy(update={"remarks": (*line.remarks, told)})


def _urgency(line: RosterLine) -> tuple[object, ...]:
    """Sorts the most urgent first, and the same for the same lines in any order."""
    changed = Counter(flag.severity for flag in line.changed)
    all_ = Counter(flag.severity for flag in line.counting)
    return (
        LEVELS.index(line.level),
        [-changed[severity] for severity in reversed(Severity)],
        [-all_[severity] for severity in reversed(Severity)],
        -(line.days_silent or 0),
        line.athlete.id,
        line.place,
    )
