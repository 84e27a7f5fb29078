"""Sets of strength training, as a watch records them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tl_analyzer.log import StrengthSet, UnitBasis, Weight, WeightUnit, When
from tl_fit.clock import utc
from tl_fit.exercises import Exercise, Exercises
from tl_fit.limits import MOST_REPS
from tl_fit.message import Message, Part
from tl_fit.outing import Outing

_ACTIVE, _REST = "active", "rest"
_LIFTING = "strength_training"


@dataclass(frozen=True)
class WatchSet:
    """A set message.

    Attributes
    ----------
    row : int
        Number of the message in the file.
    kind : str
        ``active``, ``rest``, or the number of a kind without a name.
    start_s, end_s : int or None
        When it began and ended [FIT time, s].
    duration_s : float or None
        How long it took [s].
    reps : int or None
        Repetitions as the watch counted them; None where it counted none. [1]
    weight_kg : float or None
        Weight [kg]; None for body weight.
    exercise : Exercise
        What it is taken for.
    """

    row: int
    kind: str
    start_s: int | None
    end_s: int | None
    duration_s: float | None
    reps: int | None
    weight_kg: float | None
    exercise: Exercise

    @property
    def active(self) -> bool:
        """Whether something was done, as opposed to a rest."""
        return self.kind == _ACTIVE

    @property
    def rest(self) -> bool:
        """Whether it is a rest between two sets."""
        return self.kind == _REST

    @property
    def believable(self) -> bool:
        """Whether anybody can have done that many repetitions."""
        return self.reps is None or self.reps <= MOST_REPS

    def performed(self, zone: str) -> StrengthSet:
        """The set, as a set of the log."""
        weight = None
        if self.weight_kg is not None:
            weight = Weight(value=self.weight_kg, unit=WeightUnit.KG, basis=UnitBasis.STATED)
        return StrengthSet(
            exercise=self.exercise.name,
            row=self.row,
            weight=weight,
            reps=self.reps,
            duration_s=self.duration_s,
            start=None if self.start_s is None else When(utc=utc(self.start_s), zone=zone),
            note=self.exercise.note,
        )


def watch_sets(part: Part) -> list[WatchSet]:
    """All sets of a file, in file order."""
    exercises = Exercises(part)
    return [_watch_set(message, exercises) for message in part.named("set")]


def _watch_set(message: Message, exercises: Exercises) -> WatchSet:
    start_s, end_s = message.instant("start_time"), message.instant("timestamp")
    duration_s = message.amount("duration")
    if start_s is None and end_s is not None and duration_s is not None:
        start_s = round(end_s - duration_s)
    if end_s is None and start_s is not None and duration_s is not None:
        end_s = round(start_s + duration_s)
    return WatchSet(
        row=message.row,
        kind=str(message.fields.get("set_type", _ACTIVE)),
        start_s=start_s,
        end_s=end_s,
        duration_s=duration_s or None,
        reps=message.number("repetitions") or None,
        weight_kg=message.amount("weight") or None,
        exercise=exercises.of(message),
    )


def shared(sets: Sequence[WatchSet], found: Sequence[Outing]) -> list[list[WatchSet]]:
    """Share sets among outings: each belongs to the last outing that began before it.

    A set without a time goes to the strength training of the file, else to its first outing.
    """
    shares: list[list[WatchSet]] = [[] for _ in found]
    begun = [outing.begin_s for outing in found]
    lifting = next((i for i, outing in enumerate(found) if outing.label == _LIFTING), 0)
    for one in sets:
        before = [
            (begin_s, index)
            for index, begin_s in enumerate(begun)
            if begin_s is not None and one.start_s is not None and begin_s <= one.start_s
        ]
        if before:
            shares[max(before)[1]].append(one)
        else:
            shares[lifting if one.start_s is None else 0].append(one)
    return shares


def prove_lifting(sets: Sequence[WatchSet], outing: Outing) -> bool:
    """Whether sets are strength work: yoga has sets too, but neither repetitions nor weights."""
    if outing.is_ride:
        return False
    counted = any(one.active and (one.reps or one.weight_kg) for one in sets)
    named = any(one.active and one.exercise.known for one in sets)
    return counted or (named and outing.label == _LIFTING)
