"""What is said once a file of units that hold several sets."""

from collections.abc import Iterable, Iterator

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_strength.draft import Draft
from tl_strength.expansion import Assumption, Expansion
from tl_strength.limits import limits

_UNDONE = Assumption(
    "sets-not-done",
    "sets without a repetition in workouts that were done",
    "repetitions",
    "They were left out; a try that failed is no repetition.",
)
_WITHOUT_SETS = Assumption(
    "workouts-without-sets",
    "workouts of which the movements are not known",
    "sets with repetitions and loads",
    "They count as training on their day, without any load; a duration is known only where they "
    "were timed.",
)


class UnitNotes:
    """Collects where each thing was found, and says it once.

    Parameters
    ----------
    file : str
        Name of the file, for problems.
    """

    def __init__(self, file: str):
        self._file = file
        self._lines: dict[Assumption, list[int]] = {}

    def take(self, unit: Expansion, *, without_sets: bool) -> None:
        """Take what there is to say of a unit that entered the log."""
        for assumption in unit.assumed:
            self._add(assumption, unit.line)
        for _ in range(unit.undone):
            self._add(_UNDONE, unit.line)
        if without_sets:
            self._add(_WITHOUT_SETS, unit.line)

    def problems(self, drafts: Iterable[Draft]) -> Iterator[Problem]:
        """Yield the notes of the file, those on types of sets with them."""
        strange: dict[str, list[int]] = {}
        for draft in drafts:
            known = draft.strange_tag in strange or len(strange) < limits().file.labels
            if draft.strange_tag and known:
                strange.setdefault(draft.strange_tag, []).append(draft.line)
        for assumption, lines in self._lines.items():
            yield self._note(assumption, lines)
        for tag, lines in strange.items():
            said = Assumption(
                "row-label-unknown",
                f"sets of the type {echo(tag)}",
                "a type of set that is known",
                "They were read as working sets.",
            )
            yield self._note(said, lines)

    def _add(self, assumption: Assumption, line: int) -> None:
        self._lines.setdefault(assumption, []).append(line)

    def _note(self, assumption: Assumption, lines: list[int]) -> Problem:
        return Problem(
            file=self._file,
            line=min(lines),
            kind=ProblemKind.NOTE,
            code=assumption.code,
            found=f"{assumption.found}: {len(lines)}",
            expected=assumption.expected,
            hint=assumption.hint,
        )
