"""Whether a rule does in a case what the case says."""

import re
from collections.abc import Iterator, Mapping
from math import isclose, isfinite
from typing import Any

from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules.rule import Rule
from tl_analyzer.testing.cases.case_file import Case
from tl_analyzer.testing.cases.week import picture_of

#: Numbers of a case and of a flag are the same when they differ by less than this part. [1]
_SAME = 1e-6

#: As Python writes what is no number.
_NO_NUMBER = re.compile(r"\b(?:nan|inf)\b")

#: Beginnings of words that no flag may use: it knows training, and neither bodies nor fates.
_BANNED = ("injur", "probab", "diagnos", "syndrome", "danger", "herniat")


def unlike(case: Case, rule: Rule, parameters: Parameters) -> Iterator[str]:
    """What a rule does otherwise than a case says.

    Parameters
    ----------
    case : mapping
        The case.
    rule : Rule
        The rule it is about.
    parameters : Parameters
        Every threshold.
    """
    raised = tuple(map(_raised_before, case.get("raised", [])))
    flag = rule.judge(picture_of(case), parameters, raised)
    if "fires" not in case:
        if flag is not None:
            yield f"fired ({flag.severity}: {_facts(flag)}) and should be silent"
    elif flag is None:
        yield f"stayed silent and should be {case['fires']}"
    else:
        yield from _of_flag(case, flag)
        yield from _unfit(flag)


def _of_flag(case: Case, flag: Flag) -> Iterator[str]:
    first = flag.because[0]
    named = {label for fact in flag.because for label in fact.sessions}
    if flag.severity != case["fires"]:
        yield f"is {flag.severity} and should be {case['fires']}"
    if flag.confidence != case.get("confidence", flag.confidence):
        yield f"its confidence is {flag.confidence} and should be {case['confidence']}"
    for key, found in (("value", first.value), ("threshold", first.threshold)):
        if key in case and (found is None or not isclose(found, case[key], rel_tol=_SAME)):
            yield f"its {key} is {found} and should be {case[key]}"
    for key, text in (("measure", first.measure), ("clears", flag.clears_when)):
        if case.get(key, "") not in text:
            yield f"its {key} says {text!r}, without {case[key]!r}"
    if missing := [label for label in case.get("sessions", []) if label not in named]:
        yield f"names the sessions {sorted(named)} and not {missing[0]!r}"


def _unfit(flag: Flag) -> Iterator[str]:
    """What no reader could use."""
    for fact in flag.because:
        if not all(isfinite(x) for x in (fact.value, fact.low, fact.high) if x is not None):
            yield f"{fact.measure!r} is no finite number"
        if not fact.unit.strip():
            yield f"{fact.measure!r} has no unit"
    words = flag.clears_when
    if _NO_NUMBER.search(words):
        yield f"what clears it is no number: {words!r}"
    said = " ".join((words, *(fact.measure for fact in flag.because))).casefold()
    for banned in (each for each in _BANNED if each in said):
        yield f"says {banned!r}, which no training log can know"
    if not words[:1].isupper() or not words.endswith("."):
        yield f"what clears it is no sentence: {words!r}"


def _facts(flag: Flag) -> str:
    return ", ".join(f"{fact.measure} {fact.value:g} {fact.unit}" for fact in flag.because)


def _raised_before(row: Mapping[str, Any]) -> Flag:
    """A flag of another rule, for the rules that look at flags."""
    return Flag(
        code=row["code"],
        name=row.get("name", "earlier-flag"),
        severity=Severity(row.get("severity", "amber")),
        confidence=Confidence(row.get("confidence", "medium")),
        channel=Channel(row.get("channel", "hinge")),
        because=tuple(
            Evidence(when=at, measure="it", value=1.0, unit="1", sessions=(at,))
            for at in row.get("at", ["2026-W46"])
        ),
        clears_when="Later.",
        references=(),
    )
