"""Workouts as the interface of Hevy gives them: pages, lists or a single workout, in JSON."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally, WeightUnit
from tl_analyzer.parsing.json_text import scalar_text
from tl_strength.dialect import Role
from tl_strength.expansion import Expansion, SetCells
from tl_strength.json_workouts import has_keys, objects, read_workouts
from tl_strength.limits import limits
from tl_strength.sources import source_dialect

_KEYS = frozenset({"exercises", "sets", "start_time", "weight_kg"})
_NAMES = {
    Role.DATE: "start_time",
    Role.END: "end_time",
    Role.EXERCISE: "title",
    Role.TAG: "type",
    Role.WEIGHT: "weight_kg",
    Role.REPS: "reps",
    Role.RPE: "rpe",
    Role.DISTANCE: "distance_meters",
    Role.SECONDS: "duration_seconds",
}
_OF_SET = (Role.TAG, Role.REPS, Role.RPE, Role.DISTANCE, Role.SECONDS, Role.WEIGHT)


class HevyJsonAdapter:
    """Workouts of Hevy as JSON."""

    name: ClassVar[str] = "hevy-json"
    recognised: ClassVar[str] = "JSON of the Hevy interface (workouts with exercises and sets)"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the head holds a workout with exercises, sets and loads in kilograms."""
        return has_keys(file.head, _KEYS)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield workouts in the order of time, problems, and the account of all sets."""
        yield from read_workouts(self, file, reading, expand)


def expand(document: object) -> Iterator[Expansion]:
    """Yield each set of a document, and each workout without sets, by its number in it."""
    numbers = count(1)
    seen: set[str] = set()
    for workout in _workouts(document):
        name = scalar_text(workout.get("id"))
        again = name in seen
        seen.update([name] if name else [])
        for expansion in _sets(workout, name, numbers):
            if again:
                yield Expansion(line=expansion.line, aside="exported again")
            else:
                yield expansion


def _workouts(document: object) -> list[dict[str, object]]:
    """Workouts in a page, in several, in a list, in events, or one alone."""
    if isinstance(document, list):
        return [workout for part in document for workout in _workouts(part)]
    if not isinstance(document, dict):
        return []
    if "exercises" in document:
        return [document]
    if "workout" in document:
        return objects([document["workout"]])
    parts = [*objects(document.get("workouts")), *objects(document.get("events"))]
    return [one for part in parts for one in (objects([part.get("workout")]) or [part])]


def _sets(workout: dict[str, object], name: str, numbers: Iterator[int]) -> Iterator[Expansion]:
    date = scalar_text(workout.get("start_time"))
    shared = {
        Role.WORKOUT: name,
        Role.TITLE: scalar_text(workout.get("title")),
        Role.END: scalar_text(workout.get("end_time")),
    }
    found = False
    for exercise in objects(workout.get("exercises")):
        of_exercise = {
            **shared,
            Role.EXERCISE: scalar_text(exercise.get("title")),
            Role.NOTE: scalar_text(exercise.get("notes")),
        }
        for one in objects(exercise.get("sets")):
            found = True
            sets = (SetCells({**of_exercise, **_cells(one)}, _NAMES),)
            yield Expansion(line=next(numbers), date=date, sets=sets)
    if not found:
        yield _without_sets(next(numbers), date, shared[Role.END])


def _without_sets(number: int, date: str, end: str) -> Expansion:
    """A workout known by its time, or set aside if it has none."""
    if not date:
        return Expansion(line=number, aside="workout without sets")
    sport = source_dialect(HevyJsonAdapter.name).sport
    return Expansion(line=number, date=date, sport=sport, lasted_s=_seconds_between(date, end))


def _seconds_between(date: str, end: str) -> float | None:
    """From start to end [s], where both are known and can be those of a workout."""
    try:
        lasted = (datetime.fromisoformat(end) - datetime.fromisoformat(date)).total_seconds()
    except (ValueError, TypeError):
        return None
    return lasted if 0.0 <= lasted <= limits().workout.duration_s else None


def _cells(one: dict[str, object]) -> dict[Role, str]:
    cells = {role: scalar_text(one.get(_NAMES[role])) for role in _OF_SET}
    # Older texts of the interface call it so.
    cells[Role.TAG] = cells[Role.TAG] or scalar_text(one.get("set_type"))
    cells[Role.WEIGHT_UNIT] = WeightUnit.KG.value
    cells[Role.DISTANCE_UNIT] = "m"
    return cells
