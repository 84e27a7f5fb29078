"""Answers for which no log is read: who may be asked about, rules, names of exercises."""

from urllib.parse import quote

import tl_analyzer as tl
from tl_mcp.answers import (
    AthleteNamed,
    AthletesAnswer,
    ExercisesAnswer,
    ExplainAnswer,
    RuleNamed,
    RulesAnswer,
    Understood,
)
from tl_mcp.doors import Doors

_GENERAL = "General: no athlete's log was read for this answer."
_AS_NAMED = "as named with each number"

#: What a movement may load, as `Movement` names it.
_LOADS = ("tl_hinge", "tl_overhead", "tl_rotation", "tl_flexion_loaded", "axial")


def athletes_answer(doors: Doors) -> AthletesAnswer:
    """Who may be asked about."""
    ids = doors.ids()
    named = (
        AthleteNamed(id=each, report=f"tl://report/{quote(each, safe='')}/last") for each in ids
    )
    return AthletesAnswer(
        notice=tl.NOT_A_DIAGNOSIS,
        units={"athletes": "ids"},
        coverage=f"Athletes who may be asked about: {len(ids)}. {_GENERAL}",
        athletes=tuple(named),
    )


def explain_answer(subject: str) -> ExplainAnswer:
    """A rule or an exercise in words."""
    return ExplainAnswer(
        notice=tl.NOT_A_DIAGNOSIS,
        units={"page": _AS_NAMED},
        coverage=_GENERAL,
        subject=subject,
        page=tl.explain(subject),
    )


def rules_answer() -> RulesAnswer:
    """Every rule by code."""
    rules = (
        RuleNamed(
            code=rule.code, name=rule.name, channel=rule.channel, page=f"tl://rule/{rule.code}"
        )
        for rule in tl.rules_in_use()
    )
    return RulesAnswer(
        notice=tl.NOT_A_DIAGNOSIS,
        units={"page": _AS_NAMED},
        coverage=_GENERAL,
        rules=tuple(rules),
    )


def exercises_answer(names: list[str]) -> ExercisesAnswer:
    """How exercise names are understood."""
    found = tuple(
        Understood(
            name=movement.name,
            recognised=movement.recognised,
            pattern=movement.pattern.value,
            loads=tuple(load for load in _LOADS if getattr(movement, load)),
            confidence=movement.confidence,
            why=movement.via,
        )
        for movement in tl.recognise(names)
    )
    known = sum(each.recognised for each in found)
    return ExercisesAnswer(
        notice=tl.NOT_A_DIAGNOSIS,
        units={"confidence": "share, 0 to 1"},
        coverage=f"{known} of {len(found)} names recognised. {_GENERAL}",
        exercises=found,
    )
