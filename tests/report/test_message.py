"""The message to copy: short, calm, to somebody, without codes."""

import re

import pytest

from tl_analyzer.finding import Severity
from tl_analyzer.report.message import message, sentences
from tl_analyzer.report.weekly_report import AthleteLine, WeeklyReport
from tl_analyzer.rules.catalogue import RULES
from tl_analyzer.rules.rule import Rule

#: A message is read standing up. [characters]
READ_AT_ONCE = 900

CODE = re.compile(r"TL\d{3}")


def test_it_greets_tells_advises_and_asks(report: WeeklyReport) -> None:
    greeting, told, advice, question = message(report).strip().split("\n\n")
    assert greeting == "Hello Anna,"
    assert told.startswith("You went from the chair almost straight to your first heavy set")
    assert " on Thursday." in told
    assert advice.startswith("For this week:\n- Walk before the bar: 10 min easy walking.")
    assert question.endswith("?")


def test_what_is_only_to_be_watched_is_told_when_nothing_is_urgent(report: WeeklyReport) -> None:
    assert "no mobility or stability work" not in message(report)
    watched = tuple(flag for flag in report.flags if flag.code in ("TL601", "TL804"))
    calm = message(report.model_copy(update={"flags": watched}))
    assert "no mobility or stability work" in calm
    assert "nothing stands out" not in calm


def test_it_is_short_and_holds_no_code(report: WeeklyReport) -> None:
    written = message(report)
    assert len(written) < READ_AT_ONCE
    assert not re.search(r"TL\d|threshold|usual \d|\bu-min|D >=", written)


def test_the_coach_may_ask_something_else(report: WeeklyReport) -> None:
    written = message(report, ("Did you walk first?", "How was the bar?"))
    assert written.endswith("\n\nDid you walk first? How was the bar?\n")


def test_a_referral_leaves_room_for_nothing_else(emergency: WeeklyReport) -> None:
    written = message(emergency)
    assert "numbness where one sits on a saddle" in written
    assert "get emergency care now" in written
    assert "this report" not in written.lower()
    assert "exercise" not in written
    assert "For this week" not in written
    assert written.rstrip().endswith("seen.")


def test_signs_for_a_clinician_are_answered_with_what_to_do(emergency: WeeklyReport) -> None:
    assert emergency.referral is not None
    sent = emergency.referral.model_copy(update={"level": "clinician", "because": ("TL902",)})
    written = message(emergency.model_copy(update={"referral": sent}))
    assert "see a doctor before anything else" in written
    assert "this report" not in written.lower()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("severity", Severity)
def test_no_flag_brings_its_code_along(
    report: WeeklyReport, rule: Rule, severity: Severity
) -> None:
    flag = report.flags[0].model_copy(
        update={
            "code": rule.code,
            "name": rule.name,
            "channel": rule.channel,
            "severity": severity,
            "clears_when": f"Clear {rule.code}.",
        }
    )
    assert not CODE.search(message(report.model_copy(update={"flags": (flag,)})))


def test_a_week_that_is_not_over_is_told_as_such(report: WeeklyReport) -> None:
    thursday = {"as_of": "2026-11-12T12:00:00+01:00", "flags": (), "plan": ()}
    assert "your usual weeks so far;" in message(report.model_copy(update=thursday))


@pytest.mark.parametrize(
    ("days", "said"),
    [(5, "looks like your usual weeks"), (0, "no records of your week")],
)
def test_a_quiet_week_and_a_week_without_records(
    report: WeeklyReport, days: int, said: str
) -> None:
    coverage = report.coverage.model_copy(update={"days_with_data": days})
    quiet = report.model_copy(update={"flags": (), "plan": (), "coverage": coverage})
    assert said in message(quiet)
    assert "since" not in message(quiet)


@pytest.mark.parametrize("name", ["", "x\r\nBcc: all", "\u202e\x1b[2J", "🏋️ Anna", "n" * 300])
def test_any_name_is_one_harmless_greeting(report: WeeklyReport, name: str) -> None:
    named = report.model_copy(update={"athlete": AthleteLine(id="a", name=name)})
    first = message(named).splitlines()[0]
    assert first.startswith("Hello")
    assert first.endswith(",")
    assert first.isprintable()
    assert len(first) < 60


def test_every_rule_with_something_to_tell_has_a_sentence() -> None:
    silent = {rule.code for rule in RULES} - set(sentences())
    assert {code[:3] for code in silent} == {"TL8", "TL9"}
    assert set(sentences()) <= {rule.code for rule in RULES}
    for told in sentences().values():
        assert told.startswith(("You ", "Two ", "It ", "Your ", "I "))
        assert set(re.findall(r"\{(\w+)\}", told)) <= {"when"}
