"""What is shipped comes in by everybody's doors, and a report never goes without it."""

import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

import tl_analyzer.plugins.shipped as shipping
from tl_analyzer.plugins.choice import ONLY
from tl_analyzer.plugins.group import ADVICE, FORMATS, LEXICONS, RULES, Group
from tl_analyzer.plugins.loading import entries
from tl_analyzer.plugins.rule_books import RuleBook
from tl_analyzer.plugins.shipped import shipped
from tl_analyzer.plugins.sourced_books import shipped_rule_book
from tl_analyzer.remedy import RemediableError
from tl_analyzer.rules.catalogue import RULES as LISTED
from tl_analyzer.rules.catalogue import rules_in_use


@pytest.mark.parametrize("group", [RULES, LEXICONS, ADVICE, FORMATS], ids=lambda g: g.kind)
def test_every_door_holds_what_is_shipped(group: Group) -> None:
    assert any(e.dist is not None and e.dist.name == "tl-analyzer" for e in entries(group))


def test_rules_are_those_of_the_door() -> None:
    assert shipped_rule_book().rules == LISTED
    assert rules_in_use()[: len(LISTED)] == LISTED


def test_no_setting_leaves_the_rules_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ONLY, "somebody-else")
    assert shipped(RULES, lambda held: held()).rules == LISTED


def test_a_strangers_rules_never_stand_for_those_that_are_shipped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = ModuleType("strange_rules")
    vars(module)["BOOK"] = lambda: RuleBook(contract=1, rules=())
    monkeypatch.setitem(sys.modules, "strange_rules", module)
    strange = EntryPoint("aaa", "strange_rules:BOOK", RULES.name)
    monkeypatch.setattr(shipping, "entries", lambda group: (strange, *entries(group)))
    assert shipped(RULES, lambda held: held()).rules == LISTED


def test_an_installation_without_its_rules_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipping, "entries", lambda group: ())
    with pytest.raises(RemediableError, match="lacks the rule book of tl-analyzer") as why:
        shipped(RULES, lambda held: held())
    assert "pip install" in why.value.remedy
