"""A flag that asks for an answer, with the entries that may answer it for this athlete."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tl_analyzer.advice.catalogue import Catalogue
from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.advice.situation import Situation
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.parameters import ParameterError, Parameters
from tl_analyzer.profile import HingePattern

#: Which work comes first in each branch; purposes that are not named follow.
BRANCH_ORDER: dict[HingePattern, tuple[Purpose, ...]] = {
    HingePattern.STIFF: (Purpose.MOBILITY, Purpose.PATTERN, Purpose.STABILITY),
    HingePattern.HINGE: (
        Purpose.BREATHING,
        Purpose.STABILITY,
        Purpose.PATTERN,
        Purpose.HIP,
        Purpose.MOBILITY,
    ),
    HingePattern.UNKNOWN: (),
}


@dataclass(frozen=True)
class Case:
    """One flag to answer.

    Attributes
    ----------
    flag : Flag
        The flag.
    needed : tuple of Exercise
        The plan has to hold one of these, best first.
    changes : tuple of Exercise
        Changes of load that would clear the flag, best first.
    further : tuple of Exercise
        Breaks, positions and exercises, best first.
    quota : int
        Entries that this flag may claim in all; more only where other flags share them. [1]
    most_changes : int
        Changes of load among them. [1]
    examine_first : bool
        Whether the pain behind the flag has to be examined before it is exercised.
    """

    flag: Flag
    needed: tuple[Exercise, ...]
    changes: tuple[Exercise, ...]
    further: tuple[Exercise, ...]
    quota: int
    most_changes: int
    examine_first: bool

    def is_answered_by(self, entry: Exercise) -> bool:
        """Whether an entry answers the flag for this athlete."""
        return any(entry.key == other.key for other in self.entries)

    @property
    def entries(self) -> tuple[Exercise, ...]:
        """Every entry that answers the flag for this athlete."""
        return self.changes + self.further


def cases(
    flags: Iterable[Flag], book: Catalogue, athlete: Situation, parameters: Parameters
) -> tuple[Case, ...]:
    """Flags that ask for an answer, most severe first.

    A flag without an answer in the catalogue (those about the data) and a flag too mild for
    one make no case. While one flag asks for an examination, every case is limited to entries
    that may come before it.
    """
    quotas = _by_severity("advice.items_by_severity", parameters)
    changes = _by_severity("advice.changes_by_severity", parameters)
    ordered = sorted(flags, key=lambda flag: (-flag.severity.rank, flag.code))
    asking = [f for f in ordered if f.code in book.answers and quotas[f.severity] > 0]
    gentle = any(book.answers[flag.code].examine_first for flag in asking)
    return tuple(
        _case(flag, book, athlete, gentle, quotas[flag.severity], changes[flag.severity])
        for flag in asking
    )


def branch_rank(entry: Exercise, branch: HingePattern) -> tuple[bool, int]:
    """Place of an exercise in the athlete's branch, smallest first."""
    return not entry.begins_branch(branch), purpose_rank(entry.purpose, branch)


def purpose_rank(purpose: Purpose, branch: HingePattern) -> int:
    """Place of a kind of work in the athlete's branch, smallest first."""
    order = BRANCH_ORDER[branch]
    return order.index(purpose) if purpose in order else len(order)


def _case(
    flag: Flag,
    book: Catalogue,
    athlete: Situation,
    gentle: bool,
    quota: int,
    most_changes: int,
) -> Case:
    answer = book.answers[flag.code]
    admitted = [
        entry
        for entry in book.choices(flag.code)
        if athlete.admits(entry) and (entry.before_examination or not gentle)
    ]
    best_first = _best_first(admitted, athlete)
    return Case(
        flag=flag,
        needed=tuple(e for e in best_first if e.purpose in answer.needs),
        changes=tuple(e for e in best_first if e.purpose is Purpose.LOAD),
        further=tuple(e for e in best_first if e.purpose is not Purpose.LOAD),
        quota=quota,
        most_changes=most_changes,
        examine_first=answer.examine_first,
    )


def _best_first(admitted: Sequence[Exercise], athlete: Situation) -> tuple[Exercise, ...]:
    """Reorder the exercises for the athlete; breaks and changes keep their places among them."""
    exercises = iter(
        sorted(
            (entry for entry in admitted if not entry.is_measure),
            key=lambda entry: (athlete.outgrown(entry), branch_rank(entry, athlete.branch)),
        )
    )
    return tuple(entry if entry.is_measure else next(exercises) for entry in admitted)


def _by_severity(key: str, parameters: Parameters) -> dict[Severity, int]:
    value = parameters[key].value
    if not isinstance(value, tuple) or len(value) != len(Severity):
        raise ParameterError(f"{key} needs one number for each severity")
    return {severity: int(number) for severity, number in zip(Severity, value, strict=True)}
