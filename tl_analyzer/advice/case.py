"""A flag that asks for an answer, with the entries that may answer it for this athlete."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tl_analyzer.advice.catalogue import Answer, Catalogue
from tl_analyzer.advice.effect import Effect, effect
from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.advice.situation import Situation
from tl_analyzer.advice.trial import Trial
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.load.picture import Picture
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


class Case(NamedTuple):
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
    effects : mapping of str to Effect
        What each change or break would have removed of what the flag measures, by its key, as far
        as the load model can tell.
    told : mapping of str to Effect
        Those of the effects that are large enough to speak for an entry.
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
    effects: Mapping[str, Effect]
    told: Mapping[str, Effect]
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
    flags: Iterable[Flag],
    book: Catalogue,
    athlete: Situation,
    picture: Picture,
    parameters: Parameters,
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
    speaks = parameters.number("advice.told_share")
    found = []
    for flag in asking:
        answer = book.answers[flag.code]
        admitted = [
            entry
            for entry in book.choices(flag.code)
            if athlete.admits(entry) and (entry.before_examination or not gentle)
        ]
        effects = _effects(admitted, flag, answer, picture, parameters)
        least = parameters.number("advice.least_share")
        worth = [e for e in admitted if e.key not in effects or effects[e.key].share >= least]
        best_first = _best_first(worth, effects, athlete)
        found.append(
            Case(
                flag=flag,
                needed=tuple(e for e in best_first if e.purpose in answer.needs),
                changes=tuple(e for e in best_first if e.purpose is Purpose.LOAD),
                further=tuple(e for e in best_first if e.purpose is not Purpose.LOAD),
                effects=effects,
                told={key: one for key, one in effects.items() if one.share >= speaks},
                quota=quotas[flag.severity],
                most_changes=changes[flag.severity],
                examine_first=answer.examine_first,
            )
        )
    return tuple(found)


def branch_rank(entry: Exercise, branch: HingePattern) -> tuple[bool, int]:
    """Place of an exercise in the athlete's branch, smallest first."""
    return not entry.begins_branch(branch), purpose_rank(entry.purpose, branch)


def purpose_rank(purpose: Purpose, branch: HingePattern) -> int:
    """Place of a kind of work in the athlete's branch, smallest first."""
    order = BRANCH_ORDER[branch]
    return order.index(purpose) if purpose in order else len(order)


def _effects(
    admitted: Iterable[Exercise],
    flag: Flag,
    answer: Answer,
    picture: Picture,
    parameters: Parameters,
) -> dict[str, Effect]:
    tried = {
        entry.key: effect(Trial(entry, flag, picture, parameters), answer.exposure)
        for entry in admitted
        if entry.is_measure
    }
    return {key: found for key, found in tried.items() if found is not None}


def _best_first(
    worth: Sequence[Exercise], effects: Mapping[str, Effect], athlete: Situation
) -> tuple[Exercise, ...]:
    """Reorder for the athlete: exercises by branch, changes and breaks by what they remove.

    Each kind keeps its places among the others. What removes equally much, and what the model
    cannot tell, stays in the order of the catalogue, the latter behind.
    """
    exercises = iter(
        sorted(
            (entry for entry in worth if not entry.is_measure),
            key=lambda entry: (athlete.outgrown(entry), branch_rank(entry, athlete.branch)),
        )
    )
    measures = iter(
        sorted(
            (entry for entry in worth if entry.is_measure),
            key=lambda entry: (athlete.outgrown(entry), -_share(entry, effects)),
        )
    )
    return tuple(next(measures) if entry.is_measure else next(exercises) for entry in worth)


def _share(entry: Exercise, effects: Mapping[str, Effect]) -> float:
    return effects[entry.key].share if entry.key in effects else 0.0


@lru_cache
def _by_severity(key: str, parameters: Parameters) -> Mapping[Severity, int]:
    value = parameters[key].value
    if not isinstance(value, tuple) or len(value) != len(Severity):
        raise ParameterError(f"{key} needs one number for each severity")
    return {severity: int(number) for severity, number in zip(Severity, value, strict=True)}
