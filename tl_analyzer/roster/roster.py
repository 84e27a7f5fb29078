"""The roster as a value: who it is about, and who comes first."""

from collections import Counter
from collections.abc import Iterable

from tl_analyzer.finding import Severity
from tl_analyzer.log.value import Value
from tl_analyzer.roster.roster_line import RosterLine

#: Who is sent to care comes before all others.
_REFERRED = ("emergency", "clinician")
#: Flags below this do not stand out.
_STANDS_OUT = Severity.WATCH


class Roster(Value):
    """All athletes' weeks, most urgent first.

    Attributes
    ----------
    as_of : str
        The moment it was made.
    lines : tuple of RosterLine
        One for each athlete.
    """

    schema_version: str = "1.0"
    as_of: str
    lines: tuple[RosterLine, ...]

    def counted(self) -> dict[str, int]:
        """How many athletes there are at each level, most urgent first."""
        counts = Counter(level(line) for line in self.lines)
        return {name: counts[name] for name in LEVELS if counts[name]}


#: What is said of an athlete, most urgent first.
LEVELS = (*_REFERRED, "red", "amber", "watch", "nothing", "no data", "not read")


def level(line: RosterLine) -> str:
    """The level of an athlete, one of `LEVELS`."""
    if line.error:
        return "not read"
    if line.referral is not None:
        return line.referral
    if line.severity is not None and line.severity.rank >= _STANDS_OUT.rank:
        return line.severity.value
    return "nothing" if line.days_with_data else "no data"


def roster(lines: Iterable[RosterLine], as_of: str) -> Roster:
    """Put athletes in order: referred, then by level, then who has most that is new or worse."""
    return Roster(as_of=as_of, lines=tuple(sorted(lines, key=_urgency)))


def _urgency(line: RosterLine) -> tuple[object, ...]:
    """Sorts the most urgent first, and the same for the same lines in any order."""
    changed = Counter(flag.severity for flag in line.changed)
    all_ = Counter(flag.severity for flag in line.flags)
    return (
        LEVELS.index(level(line)),
        [-changed[severity] for severity in reversed(Severity)],
        [-all_[severity] for severity in reversed(Severity)],
        line.athlete.id,
    )
