"""What a watch takes an exercise for: names behind the numbers of the FIT profile.

A category is not enough: of the profile, ``chop`` holds a hip hinge and ``shoulder_press`` a front
squat. So the name of the exercise within its category counts, and the category stands in only
where nothing else is known. fitdecode does not resolve that name; its tables hold it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from fitdecode import profile

from tl_fit.message import Message, Part

#: Both mean that the watch does not know. (65535 is "no value" in the format.)
_NOT_KNOWN = frozenset({65534, 65535, None})

#: Categories that are a piece of gear: without it their exercises are "push", "flip", "circle".
_GEAR = frozenset({"battle_rope", "ladder", "sandbag", "sled", "suspension", "tire"})

#: The exercise of a set of which the watch knows nothing; no name of an exercise resembles it.
UNKNOWN = "Unknown (Garmin)"


class Guess(NamedTuple):
    """One guess of the watch: numbers of a category and of an exercise in it."""

    category: int | None
    exercise: int | None


@dataclass(frozen=True)
class Exercise:
    """What a set is taken for.

    Attributes
    ----------
    name : str
        Name of the exercise.
    note : str
        What else the watch said: other guesses, and numbers nobody has a name for.
    known : bool
        Whether the watch, or the plan it followed, names it at all.
    """

    name: str
    note: str
    known: bool


def guesses(message: Message, category: str, exercise: str) -> tuple[Guess, ...]:
    """The guesses of a message, most likely first, without those that say nothing.

    Parameters
    ----------
    message : Message
        A set, a step of a workout, or the title of an exercise.
    category, exercise : str
        Names of its fields.
    """
    both = zip_longest(message.codes.get(category, ()), message.codes.get(exercise, ()))
    found = (Guess(c, None if e in _NOT_KNOWN else e) for c, e in both)
    return tuple(guess for guess in found if guess != Guess(None, None))


class Exercises:
    """Names the exercises of one file, with the titles that the file gives to its own.

    Parameters
    ----------
    part : Part
        The FIT file.
    """

    def __init__(self, part: Part) -> None:
        titled = [(m, t) for m in part.named("exercise_title") if (t := m.word("wkt_step_name"))]
        self._titles = {
            guess: title
            for message, title in titled
            for guess in guesses(message, "exercise_category", "exercise_name")[:1]
        }
        steps = part.named("workout_step")
        self._steps = {
            message.number("message_index"): self._titles.get(guess, "")
            for message in steps
            for guess in guesses(message, "exercise_category", "exercise_name")[:1]
        }
        if not steps:
            # Without the plan itself, the titles are numbered like its steps.
            self._steps = {message.number("message_index"): title for message, title in titled}

    def of(self, message: Message) -> Exercise:
        """What a set is taken for; what nobody has a name for keeps its numbers."""
        guessed = guesses(message, "category", "category_subtype")
        step = message.number("wkt_step_index")
        title = "" if step is None else self._steps.get(step, "")
        chosen = next((guess for guess in guessed if self._exact(guess) or _kind(guess)), None)
        name = (self._exact(chosen) or title or _kind(chosen)) if chosen else title
        known = bool(name)
        if not known:
            chosen = next((guess for guess in guessed if guess.category not in _NOT_KNOWN), None)
            name = _numbered(chosen) if chosen else UNKNOWN
        return Exercise(name, self._note(guessed, chosen, name), known)

    def _exact(self, guess: Guess) -> str:
        """The exercise, by the profile or by the title that the file gives it."""
        return _exercise(guess) or self._titles.get(guess, "")

    def _note(self, guessed: tuple[Guess, ...], chosen: Guess | None, name: str) -> str:
        said = []
        if chosen and chosen.exercise is not None and name == _kind(chosen) != self._exact(chosen):
            said.append(f"exercise {chosen.exercise} of this kind has no public name")
        others = [
            self._exact(guess) or _kind(guess) or _numbered(guess)
            for guess in guessed
            if guess != chosen and guess.category not in _NOT_KNOWN
        ]
        if others:
            said.append(f"the watch also guessed: {', '.join(dict.fromkeys(others))}")
        return "; ".join(said)


@cache
def _names(kind: str) -> Mapping[int, str]:
    """An enumeration of the FIT profile; empty where it has none of this name."""
    known = profile.FIELD_TYPES.get(kind)
    return known.enum if known is not None and known.enum else {}


def _category(guess: Guess) -> str:
    if guess.category in _NOT_KNOWN:
        return ""
    return _names("exercise_category").get(guess.category or 0, "")


def _exercise(guess: Guess) -> str:
    """The name of the exercise in the profile; empty where it has none."""
    category = _category(guess)
    if not category or guess.exercise is None:
        return ""
    name = _names(f"{category}_exercise_name").get(guess.exercise, "")
    bare = name and category in _GEAR and category not in name
    return _readable(f"{category}_{name}" if bare else name)


def _kind(guess: Guess) -> str:
    """The name of the category; empty where the profile has none."""
    return _readable(_category(guess))


def _numbered(guess: Guess) -> str:
    inside = "" if guess.exercise is None else f", exercise {guess.exercise}"
    return f"Unknown (Garmin category {guess.category}{inside})"


def _readable(name: str) -> str:
    """``barbell_deadlift`` as ``Barbell Deadlift``."""
    return " ".join(word.capitalize() for word in name.split("_") if word)
