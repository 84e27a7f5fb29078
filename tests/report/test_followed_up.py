"""What somebody has seen, and what is planned: shown where it belongs, and nowhere without it."""

import json
import re
from html import unescape

import pytest

from tl_analyzer.finding import Severity
from tl_analyzer.reference import Reference
from tl_analyzer.report.audience import Audience
from tl_analyzer.report.follow_up import Acknowledged
from tl_analyzer.report.follow_up_words import followed_up
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.mail import mail
from tl_analyzer.report.page import page
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.wording import quantity

PEOPLE = ("text", "md", "html")


def plain(written: str) -> str:
    """Words alone: no tags, no escapes, no line breaks."""
    bare = re.sub(r"(?s)<(style|script)>.*?</\1>|<[^>]*>|\\", " ", written)
    return " ".join(unescape(bare).split())


def seen(code: str, returned: str = "") -> Acknowledged:
    return Acknowledged(
        code=code,
        until="2026-11-29",
        note="Talked about it",
        made_on="2026-11-10",
        severity=Severity.AMBER,
        returned=returned,
    )


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_every_format_says_the_same_facts(followed: WeeklyReport, form: str) -> None:
    written = plain(FORMATS[form](followed, Layout(width=100)))
    for flag in followed.flags:
        assert flag.code in written
    for channel in json.loads(FORMATS["json"](followed, Layout()))["channels"].values():
        amount = quantity(channel["this_week"], channel["unit"])
        assert not channel["this_week"] or amount.split()[0].rstrip("0.") in written
    for item in followed.plan:
        assert item.exercise in written
        assert item.dose in written
    codes = {problem.code for problem in followed.diagnostics}
    for code in codes:
        assert code in written or code.replace("-", " ") in written
    for acknowledged in followed.acknowledged:
        assert acknowledged.note in written
    assert followed.preview is not None
    for session in followed.preview.sessions:
        assert session.label in written
    assert "follows your desk day again" in written


def test_a_flag_that_is_put_aside_stands_apart(
    followed: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    said = page(followed, bibliography)
    assert [flag.code for flag in said.flags] == ["TL401", "TL101", "TL804"]
    assert [(entry.code, entry.title) for entry in said.acknowledged] == [
        ("TL601", "no supporting work logged")
    ]
    assert said.acknowledged[0].seen == "put aside until Sun 29 Nov, seen by your coach"
    assert said.tally == "1 red, 1 amber, 1 info; 1 seen and put aside"


def test_a_flag_that_came_back_says_why(
    followed: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    remarks = {flag.code: flag.remark for flag in page(followed, bibliography).flags}
    assert "is amber now" in remarks["TL101"]
    assert "Camp week, planned" in remarks["TL101"]
    assert remarks["TL401"] == ""


def test_what_a_referral_rests_on_cannot_be_put_aside(
    emergency: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    urgent = emergency.flags[0].model_copy(update={"code": "TL901", "severity": Severity.RED})
    report = emergency.model_copy(
        update={"flags": (urgent, *emergency.flags[1:]), "acknowledged": (seen("TL901"),)}
    )
    said = page(report, bibliography)
    assert "TL901" in [flag.code for flag in said.flags]
    assert not said.acknowledged


@pytest.mark.parametrize("form", PEOPLE)
def test_what_there_is_nothing_to_say_about_has_no_section(
    report: WeeklyReport, followed: WeeklyReport, form: str
) -> None:
    titles = ("put aside", "Planned for next week", "What if", "3 entries")
    bare = plain(FORMATS[form](report, Layout()))
    full = plain(FORMATS[form](followed, Layout()))
    assert not [title for title in titles if title in bare]
    assert [title for title in titles if title in full] == [
        "put aside",
        "Planned for next week",
        "3 entries",
    ]


def test_the_headline_leads_with_what_nobody_has_seen(report: WeeklyReport) -> None:
    some = followed_up(report, (seen("TL401"),))
    assert some.headline.startswith("Hinging (deadlifts and the like) 1.9 x usual")
    urgent = ("TL401", "TL101", "TL601", "TL804")
    everything = followed_up(report, tuple(seen(code) for code in urgent))
    assert everything.headline == ("Nothing new stands out this week; 4 flags seen and put aside.")
    back = followed_up(report, (seen("TL401", returned="It is red now"),))
    assert back.headline == report.headline, "nothing is put aside: the headline is not touched"


@pytest.mark.parametrize("audience", Audience)
def test_the_message_and_the_mail_leave_out_what_is_put_aside(
    report: WeeklyReport, audience: Audience
) -> None:
    before = FORMATS["message"](report, Layout())
    assert "from the chair" in before
    aside = followed_up(report, (seen("TL401"),))
    assert "from the chair" not in FORMATS["message"](aside, Layout())
    assert b"hinge dose above usual and 2 more" in mail(aside, audience)
