"""One parameter at a time to the ends of its range, and the verdicts that follow.

Only what a parameter can reach is computed again: one that neither the load model nor a rule has
read cannot change anything, one that only rules have read leaves the picture of the week as it is,
and the coefficient of a lift matters only to those who do it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from studies.sensitivity.logs import AthleteLog
from tl_analyzer.finding import Severity
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import Week
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameter, Parameters
from tl_analyzer.rules.catalogue import judge

#: What may move: coefficients and thresholds. The doubts of the ranges move no verdict.
MOVED = ("exposure.", "flexion.", "hinge.", "history.", "overhead.", "rules.")

#: Tables with one coefficient a lift; what is no lift's own is called other.
BY_LIFT = (
    "hinge.body_mass_share.",
    "hinge.demand.",
    "overhead.body_mass_share.",
    "overhead.elevation.",
)
OTHER = "other_"

#: Ranges only lower confidence, which is not counted; so few draws will do.
DRAWS = "uncertainty.draws"
FEW = 2

#: A report is made in the morning after the week.
REPORTED_AFTER = timedelta(hours=8)

Verdicts = Mapping[str, Severity]


class Bound(StrEnum):
    """The ends of a range."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, order=True)
class Move:
    """One parameter at one end of its range."""

    key: str
    bound: Bound


@dataclass(frozen=True)
class Watched(Parameters):
    """Parameters that remember which of them were read.

    Equal to none but itself: what others derived from equal parameters was read by them.
    """

    read: set[str] = field(default_factory=set)

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __getitem__(self, key: str) -> Parameter:
        """Return the parameter itself, and remember that it was asked for."""
        self.read.add(key)
        return super().__getitem__(key)

    def under(self, prefix: str) -> Mapping[str, Parameter]:
        """Return parameters below a prefix, and remember all of them."""
        found = super().under(prefix)
        self.read.update(parameter.key for parameter in found.values())
        return found


@dataclass(frozen=True)
class JudgedWeek:
    """One week at the default parameters and after every move.

    Attributes
    ----------
    default : mapping of str to Severity
        Flags by code.
    moved : mapping of Move to mapping
        The same after each move that changes anything.
    """

    default: Verdicts
    moved: Mapping[Move, Verdicts]


def ranged(parameters: Parameters) -> list[Parameter]:
    """Return the parameters that are moved, in the order of their files."""
    return [
        p
        for p in parameters
        if p.key.startswith(MOVED) and any(end not in (None, p.value) for end in (p.low, p.high))
    ]


def judged(
    athlete: AthleteLog, week: Week, parameters: Parameters, recogniser: Recogniser
) -> JudgedWeek:
    """Judge one week at the defaults, then with one parameter after the other moved."""
    few = replace(parameters[DRAWS], value=FEW)
    parameters = replace(parameters, entries={**parameters.entries, DRAWS: few})
    as_of = datetime.fromtimestamp(week.end, UTC) + REPORTED_AFTER

    def picture(chosen: Parameters) -> Picture:
        return picture_of(athlete.log, athlete.profile, week, as_of, chosen, recogniser)

    model, rules = Watched(parameters.entries), Watched(parameters.entries)
    usual = picture(model)
    default = _verdicts(usual, rules)
    lifts = {movement.lift for movement in usual.sets.movements}
    moved = {}
    for move, changed in _moves(parameters, ranged(parameters)):
        if move.key in model.read and _concerns(move.key, lifts):
            moved[move] = _verdicts(picture(changed), changed)
        elif move.key in rules.read:
            moved[move] = _verdicts(usual, changed)
    return JudgedWeek(default, {m: v for m, v in moved.items() if v != default})


def _moves(parameters: Parameters, keys: Iterable[Parameter]) -> Iterator[tuple[Move, Parameters]]:
    for parameter in keys:
        for bound, value in ((Bound.LOW, parameter.low), (Bound.HIGH, parameter.high)):
            if value is not None and value != parameter.value:
                entry = replace(parameter, value=value)
                entries = {**parameters.entries, parameter.key: entry}
                yield Move(parameter.key, bound), replace(parameters, entries=entries)


def _concerns(key: str, lifts: set[str]) -> bool:
    """Whether a coefficient can matter to somebody who does these lifts."""
    if not key.startswith(BY_LIFT):
        return True
    lift = key.rpartition(".")[2]
    return lift in lifts or lift.startswith(OTHER)


def _verdicts(picture: Picture, parameters: Parameters) -> Verdicts:
    return {flag.code: flag.severity for flag in judge(picture, parameters)}
