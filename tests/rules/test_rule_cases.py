"""Every rule against its cases: what fires, how urgent, with which evidence, and what clears it."""

from pathlib import Path

import pytest

from tl_analyzer.parameters import Parameters
from tl_analyzer.rules.catalogue import RULES
from tl_analyzer.testing.cases.case_file import Case, cases_in
from tl_analyzer.testing.cases.verdict import unlike

CASES = [
    (file.stem.upper(), case)
    for file in sorted(Path(__file__).parent.glob("cases/*.toml"))
    for case in cases_in(file)
]


@pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{c}: {case['says']}" for c, case in CASES])
def test_the_case_holds(code: str, case: Case, parameters: Parameters) -> None:
    rule = next(rule for rule in RULES if rule.code == code)
    assert list(unlike(case, rule, parameters)) == []
