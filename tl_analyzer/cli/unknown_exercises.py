"""Exercises of a log that were not recognised: how much they are, and what comes nearest."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import extractOne

from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.movement.rules import load_tables

#: Likeness from which a name is offered as the nearest one. It is never applied by itself. [%]
_LIKENESS = 60


@dataclass(frozen=True, slots=True)
class UnknownExercise:
    """A name that was not recognised.

    Attributes
    ----------
    name : str
        As written in the log.
    sets : int
        Sets of it. [1]
    share_of_sets : float
        Share of all sets. [1]
    load_kg : float
        Sum of weight times repetitions. [kg]
    share_of_load : float
        Share of that sum over all exercises. [1]
    nearest : str
        A known name that is spelled alike; empty if none is. It may mean something else.
    """

    name: str
    sets: int
    share_of_sets: float
    load_kg: float
    share_of_load: float
    nearest: str


def unknown_exercises(log: Log, recogniser: Recogniser) -> tuple[UnknownExercise, ...]:
    """List the exercises of a log that were not recognised, the most frequent first."""
    sets: dict[str, int] = defaultdict(int)
    load: dict[str, float] = defaultdict(float)
    for session in log.strength:
        for one in session.sets:
            name = one.exercise.strip()
            sets[name] += 1
            load[name] += one.weight.kg * (one.reps or 0) if one.weight else 0.0
    return unknown_of(sets, load, recogniser)


def unknown_of(
    sets: Mapping[str, int], load: Mapping[str, float], recogniser: Recogniser
) -> tuple[UnknownExercise, ...]:
    """List the names that were not recognised, the most frequent first.

    Parameters
    ----------
    sets : mapping of str to int
        Sets by name. [1]
    load : mapping of str to float
        Sum of weight times repetitions by name, where it is known. [kg]
    recogniser : Recogniser
        How names are understood.
    """
    known = {name for name in sets if recogniser.recognise(name).recognised}
    names = sorted(known) + _vocabulary()
    all_sets, all_load = sum(sets.values()), sum(load.values())
    found = [
        UnknownExercise(
            name=name,
            sets=count,
            share_of_sets=count / all_sets,
            load_kg=load.get(name, 0.0),
            share_of_load=load.get(name, 0.0) / all_load if all_load else 0.0,
            nearest=_nearest(name, names),
        )
        for name, count in sets.items()
        if name not in known
    ]
    return tuple(sorted(found, key=lambda one: (-one.sets, -one.load_kg, one.name)))


def _vocabulary() -> list[str]:
    """Names of the standard lifts."""
    lifts = dict.fromkeys(rule.result for rule in load_tables().columns["lift"])
    return [lift.replace("_", " ") for lift in lifts]


def _nearest(name: str, names: list[str]) -> str:
    hit = extractOne(
        name, names, scorer=token_sort_ratio, processor=str.casefold, score_cutoff=_LIKENESS
    )
    return hit[0] if hit else ""
