"""The two-minute self-screen: its questions, and what the answers together mean.

Everything that is asked and decided is data (``self_screen.toml``); the signs are in the words of
`tl_analyzer.vocabulary`, the movements those that rule the screen out in the catalogue.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, Self

import tomli
from pydantic import Field, model_validator

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.log.value import Value
from tl_analyzer.parameters import Grade, Parameters
from tl_analyzer.profile import HingePattern
from tl_analyzer.vocabulary import CLINICIAN_SIGNS, EMERGENCY_SIGNS, SIGNS

SafetyLevel = Literal["emergency", "clinician", "movement"]

#: The answer of the table that is measured and not seen.
EXTENSION = "extension"
_LEVELS = ("low", "enough", "unknown")


class SafetyQuestion(Value):
    """A question that comes before every movement; a yes ends the screen.

    Attributes
    ----------
    level : str
        Which signs it is about.
    asked, title, then : str
        The question; the heading and the words that end the screen.
    unless : str
        What makes a yes harmless; empty where nothing does.
    more : str
        Why it is asked.
    reference : str
        Source.
    """

    level: SafetyLevel
    asked: str
    title: str
    then: str
    unless: str = ""
    more: str
    reference: str

    @property
    def signs(self) -> Mapping[str, str]:
        """The signs it asks for, in words."""
        if self.level == "emergency":
            return EMERGENCY_SIGNS
        if self.level == "clinician":
            return CLINICIAN_SIGNS
        (entry,) = catalogue().screens()
        return {sign: SIGNS[sign] for sign in entry.not_if if sign in SIGNS}


class Step(Value):
    """One movement and what is seen of it.

    Attributes
    ----------
    key, title : str
        Its name in the table, and for a reader.
    seconds : int
        Time it takes. [s]
    how : tuple of str
        How it is done.
    asked, more : str
        The question, and more about it.
    answers : dict of str to str
        What may be seen, in words.
    default : str
        The answer of whoever gives none.
    """

    key: str
    title: str
    seconds: Annotated[int, Field(gt=0, le=60)]
    how: tuple[str, ...]
    asked: str
    more: str
    answers: dict[str, str]
    default: str

    @model_validator(mode="after")
    def _default_is_an_answer(self) -> Self:
        if self.default not in self.answers:
            raise ValueError(f"{self.key}: the default {self.default!r} is no answer")
        return self


class Measure(Value):
    """A number that is asked for.

    Attributes
    ----------
    asked, more : str
        The question, and more about it.
    least, most : float
        What is believed. [unit]
    unit : str
        Its unit.
    """

    asked: str
    more: str
    least: float
    most: float
    unit: str


class Decision(Value):
    """A row of the table: what some answers together mean.

    Attributes
    ----------
    when : dict of str to tuple of str
        Answers of which one was given, by step; steps that are not named do not matter.
    pattern : HingePattern
        What they suggest.
    because : str
        Why, in half a sentence.
    reference : str
        Source, or ``assumption``.
    evidence : Grade
        How well that is known.
    """

    when: dict[str, tuple[str, ...]]
    pattern: HingePattern
    because: str
    reference: str
    evidence: Grade

    def fits(self, seen: Mapping[str, str]) -> bool:
        """Whether every answer the row names was given."""
        return all(seen[key] in answers for key, answers in self.when.items())


class SelfScreen(Value):
    """The whole screen: what is asked, in order, and the table.

    Attributes
    ----------
    safety : tuple of SafetyQuestion
        Asked first.
    steps : tuple of Step
        The movements.
    crest : Step
        The crest point, which is logged and decides nothing.
    fingers, degrees : Measure
        How far the arms stay from the wall; measured extension.
    meaning : dict of HingePattern to str
        What each pattern is in words.
    limits : str
        What the screen cannot tell.
    decisions : tuple of Decision
        The first that fits holds; the last fits always.
    """

    safety: tuple[SafetyQuestion, ...]
    steps: Annotated[tuple[Step, ...], Field(alias="step")]
    crest: Step
    fingers: Measure
    degrees: Measure
    meaning: dict[HingePattern, str]
    limits: str
    decisions: Annotated[tuple[Decision, ...], Field(alias="decision")]

    @model_validator(mode="after")
    def _every_word_is_known(self) -> Self:
        known = {step.key: set(step.answers) for step in self.steps} | {EXTENSION: set(_LEVELS)}
        for row in self.decisions:
            for key, answers in row.when.items():
                if not set(answers) <= known.get(key, set()):
                    raise ValueError(f"a decision names {key} = {answers}, which nobody answers")
        if self.decisions[-1].when:
            raise ValueError("the last decision has to fit always")
        return self

    def decide(self, seen: Mapping[str, str]) -> Decision:
        """What the answers together mean.

        Parameters
        ----------
        seen : mapping of str to str
            The answer of each step, and `EXTENSION`.
        """
        return next(row for row in self.decisions if row.fits(seen))


def extension_level(degrees: float | None, parameters: Parameters) -> str:
    """The measured extension [deg] in a word of the table, against the threshold of TL202."""
    if degrees is None:
        return "unknown"
    return "low" if degrees < parameters.number("rules.tl202.extension") else "enough"


def retest_day(today: date, parameters: Parameters) -> date:
    """When the screen is worth repeating."""
    return today + timedelta(weeks=parameters.number("advice.retest_weeks"))


@cache
def self_screen() -> SelfScreen:
    """The shipped screen."""
    text = files("tl_analyzer.advice").joinpath("self_screen.toml").read_text(encoding="utf-8")
    return SelfScreen.model_validate(tomli.loads(text))
