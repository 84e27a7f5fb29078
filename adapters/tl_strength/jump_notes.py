"""What is said of loads that jump by the factor between the units."""

from collections.abc import Iterable, Iterator
from itertools import islice

from tl_analyzer.log import KG_PER_LB, Problem, ProblemKind, StrengthSession
from tl_analyzer.parsing.bounds import echo
from tl_strength.limits import limits
from tl_strength.unit_jump import Jump, unit_jumps


def jump_notes(sessions: Iterable[StrengthSession], file: str) -> Iterator[Problem]:
    """Yield one note for each day at which the unit of a file seems to change.

    Parameters
    ----------
    sessions : iterable of StrengthSession
        The workouts of the file, in the order of time.
    file : str
        Name of the file.
    """
    for jump in islice(unit_jumps(sessions), limits().file.labels):
        yield _note(jump, file)


def _note(jump: Jump, file: str) -> Problem:
    most = limits().file.exercises_named
    levels = ", ".join(
        f"{echo(step.exercise.strip())} {step.before:.4g} -> {step.after:.4g} kg"
        for step in jump.steps[:most]
    )
    more = f" and {len(jump.steps) - most} more" if len(jump.steps) > most else ""
    heavy, light = ("from then on", "before") if jump.up else ("before", "from then on")
    factor = 1.0 / KG_PER_LB
    sign = "x" if jump.up else "/"
    return Problem(
        file=file,
        kind=ProblemKind.NOTE,
        code="unit-jump",
        found=f"loads that jump by about {sign}{factor:.2f} on {jump.day}: {levels}{more}",
        expected="one unit throughout the history",
        hint=(
            f"Either the loads {heavy} are pounds taken for kilograms or those {light} kilograms "
            "taken for pounds, as when one app imports the log of another. They were read as "
            "they stand: correct those weeks in the app and export again."
        ),
    )
