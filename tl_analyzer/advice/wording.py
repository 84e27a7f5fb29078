"""The one sentence that says why an entry is in the plan."""

from collections.abc import Iterable
from datetime import date

from tl_analyzer.advice.day_words import moment_words
from tl_analyzer.advice.effect import Effect
from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.advice.numbers import counted, number
from tl_analyzer.advice.situation import Situation
from tl_analyzer.day_names import day_and_month
from tl_analyzer.finding import Evidence, Flag
from tl_analyzer.profile import HingePattern

_BRANCH_WORDS = {
    HingePattern.STIFF: "first choice for a stiff mid back, which regains extension first",
    HingePattern.HINGE: (
        "first choice for a junction that over-extends or is very mobile, where control comes first"
    ),
    HingePattern.UNKNOWN: "",
}


def why(
    entry: Exercise, flag: Flag, effect: Effect | None, athlete: Situation, examine_first: bool
) -> str:
    """Say what an entry does, what it answers, what it would have changed, and how it goes on."""
    parts = [f"{_capital(entry.reason)} ({measurement(flag.because[0])})"]
    if effect is not None:
        parts.append(effect.words)
    if entry.begins_branch(athlete.branch) and _BRANCH_WORDS[athlete.branch]:
        parts.append(_BRANCH_WORDS[athlete.branch])
    if athlete.waits_for_screen(entry):
        parts.append("kept at its first dose until the screen says which half is yours")
    elif athlete.done.days(entry):
        parts.append(_logged(entry, athlete))
    if examine_first:
        parts.append("the plan is kept gentle until the pain has been examined")
    return "; ".join(parts) + "."


def screen_reason(entry: Exercise, codes: Iterable[str]) -> str:
    """Say why the movement screen is offered."""
    return f"The plan for {', '.join(codes)} keeps both halves gentle: {entry.reason}."


def self_check_reason(entry: Exercise) -> str:
    """Say why a self-check is offered: the diary alone asks for it."""
    return f"{_capital(entry.reason)}."


def measurement(evidence: Evidence) -> str:
    """Write a measurement as `why` quotes it in brackets."""
    value = number(evidence.value)
    said = value if evidence.unit in ("", "1") else counted(value, evidence.unit)
    mark = f", mark {number(evidence.threshold)}" if evidence.threshold is not None else ""
    return f"{evidence.measure}: {said}{mark}; {moment_words(evidence.when)}"


def _logged(entry: Exercise, athlete: Situation) -> str:
    """Say how much of it was logged, and what that means for the dose."""
    days = athlete.done.days(entry)
    if athlete.paused(entry):
        last = day_and_month(date.fromordinal(max(days)))
        lower = ", so it begins one step lower" if athlete.earned(entry) else ""
        return f"last logged on {last}{lower}"
    logged = f"logged on {len(days)} {'day' if len(days) == 1 else 'days'} lately"
    if athlete.held_back(entry):
        return f"{logged}, and the dose stays as it is while pain is rising"
    if athlete.step(entry):
        return f"{logged}, so the dose moves on"
    return f"{logged}, which counts towards the next step"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
