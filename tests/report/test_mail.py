"""A message with the report: it parses, is a draft, repeats, and no name gets into its headers."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.audience import Audience
from tl_analyzer.report.mail import Attachment, addresses, mail
from tl_analyzer.report.weekly_report import AthleteLine, WeeklyReport

PAGE = Attachment("html", "text/html", "<!doctype html><p>Grüße</p>".encode())
FILE = Attachment("pdf", "application/pdf", b"%PDF-1.7\n\x00\xff")

INJECTION = "Anna\r\nBcc: everybody@example.org\r\n\r\nbody\x00 \u202eevil"


def parsed(written: bytes) -> EmailMessage:
    message = message_from_bytes(written, policy=default)
    assert isinstance(message, EmailMessage)
    assert not [part.defects for part in message.walk() if part.defects]
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    content = part.get_content()
    assert isinstance(content, str)
    return content


def test_it_is_a_draft_in_three_parts(report: WeeklyReport) -> None:
    message = parsed(mail(report, Audience.ATHLETE, (PAGE, FILE)))
    assert message["X-Unsent"] == "1"
    assert (message["From"], message["To"]) == (None, None)
    assert message["Date"].datetime.isoformat() == report.as_of
    assert message["Subject"] == "Week 46: desk straight into heavy lifting and 3 more"
    assert "TL401 desk straight into heavy lifting" in body(message, "plain")
    assert "TL401 desk straight into heavy lifting" in body(message, "html")
    attached = {part.get_filename(): part for part in message.iter_attachments()}
    assert list(attached) == ["week-2026-W46.html", "week-2026-W46.pdf"]
    assert attached["week-2026-W46.pdf"].get_content() == FILE.content
    assert attached["week-2026-W46.html"].get_payload(decode=True) == PAGE.content


def test_the_same_report_is_the_same_message(report: WeeklyReport) -> None:
    first = mail(report, Audience.ATHLETE, (PAGE,))
    assert mail(report, Audience.ATHLETE, (PAGE,)) == first
    other = mail(report, Audience.COACH, (PAGE,))
    assert parsed(other)["Message-ID"] != parsed(first)["Message-ID"]


def test_lines_end_and_fit_as_mail_wants_it(report: WeeklyReport) -> None:
    written = mail(report, Audience.ATHLETE, (PAGE, FILE))
    lines = written.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 78
    assert written.isascii()


def test_the_small_page_holds_nothing_that_mail_programs_strip(followed: WeeklyReport) -> None:
    small = body(parsed(mail(followed, Audience.COACH)), "html")
    stripped = r"(?i)<(script|style|svg|link|img|iframe|form|button)|https?:|class="
    assert not re.search(stripped, small)
    for flag in followed.flags:
        assert flag.code in small
    assert "Starts with the physiotherapist on Friday" in small
    assert "Anna&#39;s usual" in small


def test_a_referral_comes_first_and_stays_out_of_the_subject(emergency: WeeklyReport) -> None:
    message = parsed(mail(emergency, Audience.ATHLETE))
    assert message["Subject"] == "Week 46: please read this first"
    for kind in ("plain", "html"):
        told = body(message, kind)
        assert told.index("EMERGENCY") < told.index("Flags")


@pytest.mark.parametrize(
    "name", [INJECTION, "\n", "=?utf-8?q?Bcc=3A?=", "Ström 🏋️ 腰" * 60, "a" * 998]
)
@pytest.mark.parametrize("audience", Audience)
def test_no_name_becomes_a_header(report: WeeklyReport, name: str, audience: Audience) -> None:
    flags = tuple(flag.model_copy(update={"name": name, "code": name}) for flag in report.flags)
    hostile = report.model_copy(update={"athlete": AthleteLine(id=name, name=name), "flags": flags})
    message = parsed(mail(hostile, audience, (PAGE,)))
    assert sorted(key.lower() for key, _ in message.items()) == [
        "content-type",
        "date",
        "message-id",
        "mime-version",
        "subject",
        "x-unsent",
    ]
    assert message["Subject"].startswith("Week 46")
    assert str(message["Subject"]).isprintable()


def test_hostile_text_is_text_in_the_small_page(report: WeeklyReport) -> None:
    named = report.model_copy(
        update={"athlete": AthleteLine(id="a", name='<script>alert(1)</script>" onload="x')}
    )
    small = body(parsed(mail(named, Audience.ATHLETE)), "html")
    assert "<script" not in small
    assert "&lt;script&gt;" in small


def test_several_addresses(report: WeeklyReport) -> None:
    to = addresses(("anna@example.org, b@example.org", '"Strong, C." <c@example.org>'))
    message = parsed(mail(report, Audience.ATHLETE, (), to))
    assert [a.addr_spec for a in message["To"].addresses] == [
        "anna@example.org",
        "b@example.org",
        "c@example.org",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "anna",
        "anna@",
        "@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "a b@c.d",
        "ä@b.de",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(RemediableError, match="not an e-mail address"):
        addresses((typed,))
