"""The movements of the screen, one after the other, with what was seen of each."""

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import click

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.self_screen import Measure, SelfScreen, Step
from tl_analyzer.cli.dialogue import SKIP, Dialogue, MisreadError, Question, one_of, or_skip
from tl_analyzer.report.wording import number

#: Sides that are more tender than the other one.
_SIDES = ("left", "right")


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen.

    Attributes
    ----------
    answers : mapping of str to str
        The answer of each step by its key.
    degrees : float or None
        Measured extension of the upper back. [deg]
    fingers : float or None
        Distance of the thumbs from the wall. [finger widths]
    tender_side : str
        Side of the tender crest point; empty for neither or both.
    """

    answers: Mapping[str, str]
    degrees: float | None
    fingers: float | None
    tender_side: str


def go_through(
    dialogue: Dialogue, screen: SelfScreen, measured: float | None, *, countdown: bool
) -> Seen:
    """Ask all steps.

    Parameters
    ----------
    dialogue : Dialogue
        Who is asked.
    screen : SelfScreen
        The steps.
    measured : float or None
        Extension that the profile states. [deg]
    countdown : bool
        Whether the seconds of each step are counted down.
    """
    (check,) = catalogue().self_checks()
    crest = screen.crest.model_copy(update={"how": (check.cues[0],)})
    steps = (*screen.steps, crest)
    answers: dict[str, str] = {}
    fingers, degrees = None, measured
    for place, step in enumerate(steps, start=1):
        dialogue.heading(f"{place} of {len(steps)}  {step.title}, about {step.seconds} s")
        for line in step.how:
            dialogue.say(line, indent=2)
        if countdown:
            _count_down(step.seconds)
        answers[step.key] = _ask_step(dialogue, step)
        if step.key == "wall":
            fingers = _ask_number(dialogue, screen.fingers, None)
            degrees = _ask_number(dialogue, screen.degrees, measured)
    side = answers.pop(crest.key)
    return Seen(
        answers=answers,
        degrees=degrees,
        fingers=fingers,
        tender_side=side if side in _SIDES else "",
    )


def _ask_step(dialogue: Dialogue, step: Step) -> str:
    for place, (key, words) in enumerate(step.answers.items(), start=1):
        dialogue.say(words, indent=2, beside=f"{place}  {key:<7}")
    keys = {key: key for key in step.answers}
    return dialogue.ask(Question(step.asked, step.default, one_of(keys), step.more))


def _ask_number(dialogue: Dialogue, measure: Measure, known: float | None) -> float | None:
    default = SKIP if known is None else number(known)
    return dialogue.ask(Question(measure.asked, default, or_skip(_within(measure)), measure.more))


def _within(measure: Measure) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = -1.0
        if not measure.least <= value <= measure.most:
            raise MisreadError(
                f"Give a number from {number(measure.least)} to {number(measure.most)}"
                f" {measure.unit}, or {SKIP}."
            )
        return value

    return read


def _count_down(seconds: int) -> None:
    """Count on one line of the terminal; nowhere else."""
    if not sys.stderr.isatty():
        return
    for left in range(seconds, 0, -1):
        click.echo(f"\r  {left:>2} s ", nl=False, err=True)
        time.sleep(1)
    click.echo("\r        \r", nl=False, err=True)
