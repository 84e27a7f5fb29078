"""What holds for every rule: its file, its rationale, its parameters, its cases."""

import ast
import inspect
import re
import tomllib
from pathlib import Path
from sys import modules
from types import ModuleType

import pytest

from tl_analyzer.parameters import Parameters
from tl_analyzer.reference import references
from tl_analyzer.rules.catalogue import RULES
from tl_analyzer.rules.rule import Rule

CASES = Path(__file__).parent / "cases"

CONTRACT = {
    "TL101": "hinge-dose-above-usual",
    "TL102": "near-maximal-hinge-day",
    "TL103": "heavy-hinge-after-layoff",
    "TL104": "heavy-hinge-back-to-back",
    "TL105": "ballistic-hinge-volume",
    "TL201": "overhead-dose-above-usual",
    "TL202": "overhead-on-a-stiff-thorax",
    "TL301": "long-unbroken-flexed-riding",
    "TL302": "flexed-ride-straight-from-the-desk",
    "TL303": "flexed-time-above-usual",
    "TL304": "high-weekly-distance",
    "TL305": "desk-without-breaks",
    "TL401": "desk-straight-into-heavy-lifting",
    "TL402": "heavy-hinge-after-long-ride",
    "TL403": "heavy-hinge-soon-after-waking",
    "TL501": "rotation-volume-above-usual",
    "TL502": "loaded-flexion-volume-above-usual",
    "TL503": "two-channels-within-48-h",
    "TL601": "no-supporting-work-logged",
    "TL701": "referred-pain-pattern",
    "TL702": "pain-rises-with-load",
    "TL703": "pain-persists",
    "TL801": "unit-not-stated",
    "TL802": "exercises-not-recognised",
    "TL803": "history-too-short",
    "TL804": "desk-time-assumed",
    "TL805": "riding-position-assumed",
    "TL806": "input-incomplete",
    "TL901": "emergency-signs",
    "TL902": "see-a-clinician-first",
}

#: Numbers that are no thresholds: counting, twice, per cent, seconds in minutes and hours.
HARMLESS = {0, 1, 2, 60, 100, 3600}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def module_of(rule: Rule) -> ModuleType:
    return modules[rule.check.__module__]


def tree_of(rule: Rule) -> ast.Module:
    return ast.parse(inspect.getsource(module_of(rule)))


def test_every_rule_of_the_contract_exists_once() -> None:
    assert {rule.code: rule.name for rule in RULES} == CONTRACT
    assert len(RULES) == len(CONTRACT)


@every_rule
def test_its_file_is_called_after_it(rule: Rule) -> None:
    file = Path(inspect.getfile(module_of(rule))).stem
    assert file == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


@every_rule
def test_its_rationale_answers_a_sceptic(rule: Rule) -> None:
    text = rule.rationale
    assert len(text) > 200
    assert "ires" in text and "How weak this is" in text
    assert "What would change the verdict" in text or "What ends it" in text
    cited = set(re.findall(r"\[([a-z0-9_]+)\]_", text))
    assert cited <= set(references())


@every_rule
def test_it_reads_exactly_the_parameters_it_declares(rule: Rule) -> None:
    read = {
        node.args[0].value
        for node in ast.walk(tree_of(rule))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "number"
        and isinstance(node.args[0], ast.Constant)
    }
    assert read == set(rule.parameters)


@every_rule
def test_its_thresholds_are_its_own(rule: Rule, parameters: Parameters) -> None:
    own = {f"rules.{rule.code.lower()}.{k}" for k in parameters.under(f"rules.{rule.code.lower()}")}
    assert own == {key for key in rule.parameters if key.startswith("rules.")}


@every_rule
def test_it_holds_no_number_of_its_own(rule: Rule) -> None:
    numbers = {
        node.value
        for node in ast.walk(tree_of(rule))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
    }
    assert numbers <= HARMLESS


@every_rule
def test_it_has_a_firing_and_a_silent_case(rule: Rule) -> None:
    text = (CASES / f"{rule.code.lower()}.toml").read_text(encoding="utf-8")
    cases = tomllib.loads(text)["case"]
    assert any("fires" in case for case in cases)
    assert any("fires" not in case for case in cases)
    assert len({case["says"] for case in cases}) == len(cases)


def test_no_case_file_without_a_rule() -> None:
    assert {file.stem.upper() for file in CASES.glob("*.toml")} == set(CONTRACT)


def test_every_threshold_says_where_it_comes_from(parameters: Parameters) -> None:
    for parameter in parameters.under("rules").values():
        assert parameter.reference in references(), parameter.key
        assert parameter.note, parameter.key
        assert parameter.unit, parameter.key
        assert isinstance(parameter.value, int | float)
        low = parameter.value if parameter.low is None else parameter.low
        high = parameter.value if parameter.high is None else parameter.high
        assert low <= parameter.value <= high, parameter.key


def test_no_threshold_belongs_to_no_rule(parameters: Parameters) -> None:
    codes = {key.split(".")[0].upper() for key in parameters.under("rules")}
    assert codes <= set(CONTRACT)
