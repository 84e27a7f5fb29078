"""Workouts of Progression: its backup ``fws.json``."""

from collections.abc import Iterator
from itertools import count
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.json_text import scalar_text
from tl_strength.dialect import Role
from tl_strength.expansion import Expansion, SetCells
from tl_strength.json_workouts import has_keys, instant, objects, read_workouts

_KEYS = frozenset({"startTime", "activities", "performance", "completedSets"})
_NAMES = {
    Role.DATE: "startTime",
    Role.EXERCISE: "name",
    Role.WEIGHT: "weight",
    Role.REPS: "reps",
}
_MS = 1000.0


class ProgressionAdapter:
    """Workouts of Progression as JSON."""

    name: ClassVar[str] = "progression-json"
    recognised: ClassVar[str] = "fws.json of Progression (Android)"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the head holds a workout with activities and completed sets."""
        return has_keys(file.head, _KEYS)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield workouts in the order of time, problems, and the account of all sets."""
        yield from read_workouts(self, file, reading, expand)


def expand(document: object) -> Iterator[Expansion]:
    """Yield each completed set of a document by its number in it."""
    numbers = count(1)
    workouts = objects(document if isinstance(document, list) else [document])
    for place, workout in enumerate(workouts, start=1):
        date = _start(workout.get("startTime"))
        for activity in objects(workout.get("activities")):
            performance = activity.get("performance")
            held = performance if isinstance(performance, dict) else {}
            for one in objects(held.get("completedSets")):
                cells = {
                    Role.WORKOUT: str(place),
                    Role.TITLE: scalar_text(workout.get("name")),
                    Role.EXERCISE: scalar_text(activity.get("name")),
                    Role.WEIGHT: scalar_text(one.get("weight")),
                    Role.REPS: scalar_text(one.get("reps")),
                }
                yield Expansion(line=next(numbers), date=date, sets=(SetCells(cells, _NAMES),))


def _start(value: object) -> str:
    """The start as text in UTC; what is no time is left to the engine to refuse."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return instant(value / _MS) or scalar_text(value)
    return scalar_text(value)
