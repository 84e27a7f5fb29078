"""Every rule against its cases: what fires, how urgent, with which evidence, and what clears it."""

import tomllib
from collections.abc import Callable, Mapping
from math import isfinite
from pathlib import Path
from typing import Any

import pytest

from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules.catalogue import RULES

Case = Mapping[str, Any]

CASES = [
    {"rule": file.stem.upper(), **case}
    for file in sorted(Path(__file__).parent.glob("cases/*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]


def raised_before(row: Mapping[str, Any]) -> Flag:
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['says']}")
def test_the_case_holds(
    case: Case,
    parameters: Parameters,
    a_picture: Callable[[Case], Picture],
) -> None:
    rule = next(rule for rule in RULES if rule.code == case["rule"])
    raised = tuple(map(raised_before, case.get("raised", [])))
    flag = rule.judge(a_picture(case), parameters, raised)
    if "fires" not in case:
        assert flag is None
        return
    assert flag is not None
    assert flag.severity == case["fires"]
    first = flag.because[0]
    if "value" in case:
        assert first.value == pytest.approx(case["value"])
    if "threshold" in case:
        assert first.threshold == pytest.approx(case["threshold"])
    if "sessions" in case:
        named = {label for fact in flag.because for label in fact.sessions}
        assert set(case["sessions"]) <= named
    assert case.get("measure", "") in first.measure
    assert case.get("clears", "") in flag.clears_when
    assert flag.confidence == case.get("confidence", flag.confidence)
    for fact in flag.because:
        assert all(isfinite(x) for x in (fact.value, fact.low, fact.high) if x is not None)
    assert "nan" not in flag.clears_when and "inf " not in flag.clears_when
