"""What was assumed of weights that are no plain loads, said once a file."""

from collections import Counter
from collections.abc import Iterable, Iterator

from tl_analyzer.log import LoadMeaning, Problem, ProblemKind, StrengthSession
from tl_analyzer.parsing.bounds import echo
from tl_strength.limits import limits

#: What such weights are, and how they were read.
_WORDS = {
    LoadMeaning.INCLUDES_BODY_MASS: (
        "weights that keep to the level of the body",
        "They were read as body mass together with what was added to it.",
    ),
    LoadMeaning.ASSISTANCE: (
        "weights of exercises with assistance",
        "They were read as help that is taken off the body, not as loads.",
    ),
    LoadMeaning.PER_HAND: (
        "weights that the log counts for each hand",
        "They were read as the weight of one of two implements.",
    ),
    LoadMeaning.BOTH_HANDS: (
        "weights that a note calls those of both hands",
        "They were read as the sum of two implements.",
    ),
}


def meaning_notes(sessions: Iterable[StrengthSession], file: str) -> Iterator[Problem]:
    """Yield one note for each kind of weight that is no plain load.

    Parameters
    ----------
    sessions : iterable of StrengthSession
        The workouts of the file.
    file : str
        Name of the file.
    """
    held: dict[LoadMeaning, Counter[str]] = {}
    first: dict[LoadMeaning, int] = {}
    for session in sessions:
        for each in session.sets:
            if each.meaning in _WORDS:
                held.setdefault(each.meaning, Counter())[each.exercise.strip()] += 1
                first[each.meaning] = min(each.row, first.get(each.meaning, each.row))
    for meaning, (what, assumed) in _WORDS.items():
        if meaning in held:
            yield Problem(
                file=file,
                line=first[meaning],
                kind=ProblemKind.NOTE,
                code="load-meaning",
                found=f"{what}: {_named(held[meaning])}; sets: {held[meaning].total()}",
                expected="weights of which the log says what they stand for",
                hint=f"{assumed} Check it against one set you remember.",
            )


def _named(exercises: Counter[str]) -> str:
    """Name the exercises with most sets, and count the others."""
    most = limits().file.exercises_named
    ranked = sorted(exercises, key=lambda name: (-exercises[name], name))
    named = ", ".join(echo(name) for name in ranked[:most])
    return named if len(ranked) <= most else f"{named} and {len(ranked) - most} more"
