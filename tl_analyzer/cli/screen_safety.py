"""The safety questions: how they are asked, and what a yes was said to."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tl_analyzer.advice.self_screen import SafetyQuestion
from tl_analyzer.cli.dialogue import Dialogue, MisreadError, Question
from tl_analyzer.nearest import nearest

_NONE = ("none", "no", "n", "0")
#: Somebody says yes without saying to what.
_SOME = ("yes", "y")
_GAP = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Stopped:
    """A yes to a safety question.

    Attributes
    ----------
    question : SafetyQuestion
        The question.
    signs : tuple of str
        What the yes was said to; empty where that was left open.
    """

    question: SafetyQuestion
    signs: tuple[str, ...]


def ask_safety(dialogue: Dialogue, questions: tuple[SafetyQuestion, ...]) -> Stopped | None:
    """Ask everything that could speak against the screen; None when nothing does."""
    for question in questions:
        dialogue.heading(question.asked)
        for number, words in enumerate(question.signs.values(), start=1):
            dialogue.say(words, indent=2, beside=f"{number:>2}  ")
        signs = _ask(dialogue, question)
        if signs is None:
            continue
        if not (question.unless and dialogue.confirmed_at_last(question.unless)):
            return Stopped(question, signs)
    return None


def _ask(dialogue: Dialogue, question: SafetyQuestion) -> tuple[str, ...] | None:
    known = tuple(question.signs)

    def read(text: str) -> tuple[str, ...] | None:
        return _signs(text, known)

    asked = "Numbers of those that apply, or none"
    signs = dialogue.ask(Question(asked, "none", read, question.more))
    if signs or signs is None or not dialogue.on_terminal:
        return signs
    # Whoever said yes is stopped in any case; this is for the diary alone.
    return dialogue.ask(Question("Which numbers", "leave open", _or_open(known))) or ()


def _or_open(known: tuple[str, ...]) -> Callable[[str], tuple[str, ...] | None]:
    def read(text: str) -> tuple[str, ...] | None:
        return () if text == "leave open" else _signs(text, known)

    return read


def _signs(text: str, known: tuple[str, ...]) -> tuple[str, ...] | None:
    """The signs of an answer; None for a no, empty for a yes that says no more."""
    typed = text.casefold()
    if typed in _NONE:
        return None
    if typed in _SOME:
        return ()
    return tuple(dict.fromkeys(_sign(word, known) for word in _GAP.split(typed) if word))


def _sign(word: str, known: tuple[str, ...]) -> str:
    if word.isascii() and word.isdecimal() and 1 <= int(word) <= len(known):
        return known[int(word) - 1]
    if word in known:
        return word
    near = nearest(word, known)
    guess = f"Did you mean {near}? " if near else ""
    raise MisreadError(f"{guess}Give numbers from 1 to {len(known)}, such as 1 3, or none.")
