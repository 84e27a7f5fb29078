"""The week in one sentence: what happened, in words for a phone, with one number."""

import re

import pytest

from tl_analyzer.finding import Channel, Evidence, Flag, Severity
from tl_analyzer.report.headline import headline, phrases
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.rules.catalogue import RULES
from tl_analyzer.rules.rule import Rule

#: A sentence that is taken in at a glance. [characters]
AT_A_GLANCE = 140

RAW = re.compile(r"TL\d|D >=|threshold|mark|u-min|points|\d{4}-|[{}]|\b1 (?:days|weeks)\b")

#: They speak of the state of the data, and of care, which has a box of its own.
SPOKEN_OF_ELSEWHERE = ("TL8", "TL9")

TALKING = [rule for rule in RULES if not rule.code.startswith(SPOKEN_OF_ELSEWHERE)]


def flag(
    code: str, severity: Severity = Severity.AMBER, value: float = 7.0, unit: str = "days"
) -> Flag:
    rule = next(rule for rule in RULES if rule.code == code)
    return Flag(
        code=code,
        name=rule.name,
        severity=severity,
        confidence="medium",
        channel=rule.channel,
        because=(
            Evidence(
                when="2026-11-11",
                measure="hinge repetitions at D >= 0.90 in one day",
                value=value,
                unit=unit,
                threshold=5.0,
            ),
        ),
        clears_when="Less of it.",
        references=(),
    )


def said(report: WeeklyReport, *flags: Flag) -> str:
    return headline(report, flags)


def test_only_data_and_care_are_said_elsewhere() -> None:
    assert set(phrases()) == {rule.code for rule in TALKING}


@pytest.mark.parametrize("rule", TALKING, ids=lambda rule: rule.code)
@pytest.mark.parametrize("value", [1.0, 7.25])
def test_every_rule_is_told_in_plain_words(report: WeeklyReport, rule: Rule, value: float) -> None:
    alone = said(report, flag(rule.code, value=value))
    beside = said(report, flag("TL102"), flag(rule.code, value=value))
    for told in (alone, beside):
        assert not RAW.search(told)
        assert len(told) < AT_A_GLANCE
        assert told.endswith(".") and ".." not in told
        assert told[0].isupper() or told[0].isdigit()


def test_the_most_severe_leads_and_another_kind_stands_beside_it(report: WeeklyReport) -> None:
    told = said(report, flag("TL102", Severity.RED, 9.0, "reps"), flag("TL104"), flag("TL302"))
    assert told == (
        "9 near-maximal pulls on Wed 11 Nov; also a ride straight from the desk on Wed 11 Nov"
        " and 1 more flag."
    )
    assert said(report, flag("TL101")) == "Hinging (deadlifts and the like) 1.9 x usual."


def test_of_one_kind_alone_the_next_stands_beside_it(report: WeeklyReport) -> None:
    assert said(report, flag("TL101"), flag("TL102")) == (
        "Hinging (deadlifts and the like) 1.9 x usual; also near-maximal pulls on Wed 11 Nov."
    )


def test_symptoms_that_stand_first_are_named_first(report: WeeklyReport) -> None:
    told = said(report, flag("TL701"), flag("TL702"), flag("TL302"))
    assert told.startswith("Pain on one side that should be examined (felt on 7 days); also a ride")
    assert told.endswith(" and 1 more flag.")
    assert said(report, flag("TL101", Severity.RED), flag("TL702")).startswith("Hinging")


def test_what_combines_others_leads_only_alone(report: WeeklyReport) -> None:
    both = said(report, flag("TL503", Severity.RED), flag("TL102"))
    assert both == "7 near-maximal pulls on Wed 11 Nov; also 1 more flag."
    assert said(report, flag("TL503")).startswith("Two different loads on the back")


def test_a_number_that_is_a_bound_is_said_as_one(report: WeeklyReport) -> None:
    long = flag("TL301", value=240.0, unit="min")
    bound = long.because[0].model_copy(update={"high": 240.0})
    assert said(report, long).startswith("240 min bent over the bars")
    assert said(report, long.model_copy(update={"because": (bound,)})).startswith("Up to 240 min")


def test_a_usual_of_nothing_is_no_number(report: WeeklyReport) -> None:
    hinge = report.channels.hinge.model_copy(update={"usual": 0.0})
    none = report.channels.model_copy(update={"hinge": hinge})
    after = said(report.model_copy(update={"channels": none}), flag("TL101"))
    assert after == "Hinging (deadlifts and the like) after weeks without any."


def test_a_week_that_is_not_over_says_up_to_when(report: WeeklyReport) -> None:
    thursday = report.model_copy(update={"as_of": "2026-11-12T12:00:00+01:00"})
    assert said(thursday, flag("TL102")).startswith(
        "So far, up to Thu 12 Nov 12:00: 7 near-maximal pulls"
    )
    assert said(thursday) == (
        "So far, up to Thu 12 Nov 12:00: nothing stands out this week against your own usual."
    )
    assert said(report).startswith("Nothing stands out")


def test_a_referral_says_it_all(emergency: WeeklyReport) -> None:
    assert emergency.referral is not None
    early = emergency.model_copy(update={"as_of": "2026-11-12T12:00:00+01:00"})
    assert said(early, flag("TL102")) == emergency.referral.message


def test_a_flag_to_watch_makes_no_headline(report: WeeklyReport) -> None:
    assert flag("TL601").channel is Channel.DATA
    assert said(report, flag("TL601", Severity.WATCH)).startswith("Nothing stands out")
