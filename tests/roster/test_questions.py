"""What a coach is told to ask: a question for every rule, the most urgent first, never many."""

import re
from datetime import date, timedelta

import pytest

from tests.command_line.conftest import AS_OF
from tl_analyzer.advice.referral import Referral
from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.report.weekly_report import (
    AthleteLine,
    ChannelReport,
    Channels,
    CoverageReport,
    WeeklyReport,
)
from tl_analyzer.roster.asks import Silence, asks_about_nothing, asks_of, questions
from tl_analyzer.roster.roster_line import RosterFlag
from tl_analyzer.rules.catalogue import RULES

SUNDAY = date(2026, 11, 15)
FRESH = Silence({"strength": SUNDAY, "rides": SUNDAY}, SUNDAY, 14)
STATES = {"never", "silent", "not-read"} | {
    f"{kind}-stopped" for kind in ("strength", "rides", "desk", "diary")
}


def flag(code: str, severity: Severity, when: str) -> Flag:
    evidence = Evidence(when=when, measure="something", value=1, unit="h")
    return Flag(
        code=code,
        name="any-name",
        severity=severity,
        confidence=Confidence.HIGH,
        channel=Channel.FLEXION,
        because=(evidence,),
        clears_when="less",
        references=(),
    )


def _coverage(days: int) -> CoverageReport:
    return CoverageReport(
        days_with_data=days,
        desk_hours_measured=0,
        desk_hours_assumed=0,
        rides=0,
        rides_with_measured_position=0,
        sets=0,
        sets_recognised=0,
        sets_recognised_share=None,
        unrecognised=(),
        weeks_of_history=20,
        history={},
        one_rep_max="",
        guessed_units=False,
        sources=(),
    )


def asked(
    *flags: tuple[str, Severity, str],
    referral: Referral | None = None,
    days: int = 5,
    silence: Silence = FRESH,
    seen: str = "",
    when: str = "2026-11-14T08:30+01:00",
) -> tuple[str, ...]:
    channel = ChannelReport(
        this_week=1, usual=1, unit="h", daily=(0,) * 7, range=(1, 1), trend=(1,), quality="measured"
    )
    report = WeeklyReport(
        athlete=AthleteLine(id="anna"),
        week="2026-W46",
        timezone="Europe/Berlin",
        as_of=AS_OF,
        headline="",
        coverage=_coverage(days),
        channels=Channels(hinge=channel, overhead=channel, flexion=channel, rotation=channel),
        flags=tuple(flag(code, severity, when) for code, severity, _ in flags),
        plan=(),
        referral=referral,
        diagnostics=(),
        parameter_version="1",
    )
    short = [
        RosterFlag.model_validate(
            {
                "code": code,
                "name": "any",
                "severity": severity,
                "change": change,
                "seen_until": "2026-11-30" if code == seen else "",
            }
        )
        for code, severity, change in flags
    ]
    return asks_of(report, short, silence)


def test_every_rule_has_a_question_and_every_question_a_reason() -> None:
    assert set(questions()) == {rule.code for rule in RULES} | STATES


@pytest.mark.parametrize("code", sorted(questions()))
def test_a_question_is_one_plain_sentence(code: str) -> None:
    asked_for = questions()[code]
    assert "?" in asked_for
    assert len(asked_for) <= 110
    assert set(re.findall(r"{(\w*)}", asked_for)) <= {"when", "signs", "day"}
    assert not re.search(r"TL\d|injur|diagnos|risk", asked_for)


def test_the_day_stands_in_it_where_the_rule_names_one() -> None:
    assert asked(("TL301", Severity.AMBER, "new")) == (
        "Did you get out of the saddle on the long ride on Sat 14 Nov?",
    )


@pytest.mark.parametrize("when", ["2026-W46", "some time"])
def test_without_a_day_the_sentence_is_whole(when: str) -> None:
    found = asked(("TL105", Severity.AMBER, "new"), when=when)
    assert found == ("How did your back feel after the swings?",)


def test_care_comes_before_all_and_names_the_signs() -> None:
    sent = Referral(level="emergency", message="", because=("TL901",), signs=("bladder_change",))
    found = asked(("TL101", Severity.RED, "new"), ("TL901", Severity.RED, "same"), referral=sent)
    assert found[0].startswith("Have you been seen today about this: new trouble holding")
    assert len(found) == 2


def test_new_and_severe_first_and_never_more_than_three() -> None:
    found = asked(
        ("TL104", Severity.AMBER, "same"),
        ("TL303", Severity.AMBER, "new"),
        ("TL501", Severity.WATCH, "new"),
        ("TL101", Severity.RED, "same"),
    )
    assert found == tuple(questions()[code] for code in ("TL101", "TL303", "TL104"))


def test_what_was_put_aside_is_not_asked() -> None:
    assert asked(("TL101", Severity.RED, "same"), seen="TL101") == ()


@pytest.mark.parametrize(("change", "many"), [("new", 1), ("same", 0)])
def test_the_state_of_the_data_is_asked_when_it_is_news(change: str, many: int) -> None:
    assert len(asked(("TL804", Severity.INFO, change))) == many


def test_a_quiet_week_asks_nothing() -> None:
    assert asked(("TL301", Severity.WATCH, "same")) == ()


def test_a_week_without_data_asks_for_the_export_alone() -> None:
    last = Silence({"rides": date(2026, 11, 2)}, SUNDAY, 14)
    assert asked(("TL804", Severity.INFO, "new"), days=0, silence=last) == (
        "Has the export stopped? Nothing since Mon 2 Nov.",
    )
    assert asked(days=0, silence=Silence({}, SUNDAY, 14)) == asks_about_nothing("never")


@pytest.mark.parametrize(("days", "many"), [(14, 0), (15, 1), (21, 1), (22, 0)])
def test_one_kind_of_record_that_stops_is_asked_about_once(days: int, many: int) -> None:
    last = {"rides": SUNDAY, "strength": SUNDAY - timedelta(days=days)}
    found = asked(silence=Silence(last, SUNDAY, 14))
    assert len(found) == many
    assert all(said.startswith("Has the export of your lifts stopped?") for said in found)
