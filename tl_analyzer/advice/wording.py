"""The one sentence that says why an entry is in the plan."""

from collections.abc import Iterable

from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.advice.situation import Situation
from tl_analyzer.finding import Evidence, Flag
from tl_analyzer.profile import HingePattern

_BRANCH_WORDS = {
    HingePattern.STIFF: "first choice for a stiff mid back",
    HingePattern.HINGE: "first choice for a junction that over-extends",
    HingePattern.UNKNOWN: "",
}


def why(entry: Exercise, flag: Flag, athlete: Situation, examine_first: bool) -> str:
    """Say what an entry does and which measurement it answers."""
    parts = [f"{entry.reason[:1].upper()}{entry.reason[1:]} ({_fact(flag.because[0])})"]
    if entry.begins_branch(athlete.branch) and _BRANCH_WORDS[athlete.branch]:
        parts.append(_BRANCH_WORDS[athlete.branch])
    days = athlete.days_logged(entry)
    if days:
        step = (
            "so the dose moves on" if athlete.step(entry) else "which counts towards the next step"
        )
        parts.append(f"logged on {days} {'day' if days == 1 else 'days'} lately, {step}")
    if examine_first:
        parts.append("kept gentle until the pain has been examined")
    return "; ".join(parts) + "."


def screen_reason(entry: Exercise, codes: Iterable[str]) -> str:
    """Say why the movement screen is offered."""
    return f"The plan for {', '.join(codes)} keeps both halves gentle: {entry.reason}."


def _fact(evidence: Evidence) -> str:
    unit = f" {evidence.unit}" if evidence.unit not in ("", "1") else ""
    limit = f", limit {_number(evidence.threshold)}" if evidence.threshold is not None else ""
    return f"{evidence.measure} {_number(evidence.value)}{unit}{limit}; {evidence.when}"


def _number(value: float) -> str:
    """Return a number with the digits a reader needs: whole from one hundred, three below."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
