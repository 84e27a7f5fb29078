"""The sets of a session in a few lines."""

from collections.abc import Iterator
from itertools import groupby

from tl_analyzer.log import SetType, StrengthSession, StrengthSet
from tl_goldencheetah.writing.plain_text import plain_line

#: Characters of a name or note, and lines of a summary, that are kept.
LONGEST_TEXT = 120
MOST_LINES = 60

_KIND = {SetType.WARMUP: "warm-up", SetType.DROP: "drop", SetType.FAILURE: "to failure"}
_SECONDS_A_MINUTE = 60


def summary(session: StrengthSession) -> tuple[str, ...]:
    """One line an exercise, in the order performed: weights as written, repetitions, ratings."""
    lines = [
        f"{plain_line(exercise, LONGEST_TEXT)}: {', '.join(_together(sets))}"
        for exercise, sets in groupby(session.sets, key=lambda each: each.exercise)
    ]
    lines += [
        f"{plain_line(each.exercise, LONGEST_TEXT)}, note: {plain_line(each.note, LONGEST_TEXT)}"
        for each in session.sets
        if each.note.strip()
    ]
    left = len(lines) - MOST_LINES
    return tuple(lines) if left <= 0 else (*lines[:MOST_LINES], f"and {left} lines more")


def _together(sets: Iterator[StrengthSet]) -> Iterator[str]:
    """Sets done alike, one after the other, are counted."""
    for words, alike in groupby(map(_words, sets)):
        count = sum(1 for _ in alike)
        yield words if count == 1 else f"{count} x ({words})"


def _words(each: StrengthSet) -> str:
    parts = []
    if each.weight is not None:
        parts.append(f"{each.weight.value:g} {each.weight.unit}")
    if each.reps is not None:
        parts.append(f"{each.reps} reps")
    if each.duration_s:
        minutes, seconds = divmod(round(each.duration_s), _SECONDS_A_MINUTE)
        parts.append(f"{minutes}:{seconds:02d} min")
    if each.distance_m:
        parts.append(f"{each.distance_m:g} m")
    if each.rpe is not None:
        parts.append(f"RPE {each.rpe:g}")
    if each.set_type in _KIND:
        parts.append(_KIND[each.set_type])
    return " ".join(parts) or "1 set"
