"""A ready message with the report: plain words, a small page of tables, the report attached.

Nothing is sent. The same report gives the same bytes: boundaries and the identifier are derived
from the content, the date is that of the report.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from typing import NamedTuple

from tl_analyzer.pages.environment import rendered
from tl_analyzer.plugins.sourced_books import references
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.audience import Audience, first_name
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.page import Page, page
from tl_analyzer.report.text import text
from tl_analyzer.report.week_so_far import week_so_far
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.wording import clean, moment

#: Plain lines that no mail program has to break. [characters]
_WIDTH = 72

#: Characters of the digest that tell one message from another. [characters]
_DIGEST = 24


class Attachment(NamedTuple):
    """A file that goes with the message.

    Attributes
    ----------
    extension : str
        Without the dot: ``html``.
    media_type : str
        ``text/html``.
    content : bytes
        The file.
    """

    extension: str
    media_type: str
    content: bytes


def mail(
    report: WeeklyReport,
    audience: Audience,
    attachments: Sequence[Attachment] = (),
    to: Sequence[Address] = (),
) -> bytes:
    """Write a message with a report, to be opened as a draft and sent by hand.

    Parameters
    ----------
    report : WeeklyReport
        The report value.
    audience : Audience
        Who will read it.
    attachments : sequence of Attachment
        What goes with it.
    to : sequence of email.headerregistry.Address
        To whom it is addressed; left open without any.

    Returns
    -------
    bytes
        A message as RFC 5322 has it; without a sender, which the mail program adds.
    """
    said = page(report, references(), audience)
    plain = text(report, Layout(width=_WIDTH, audience=audience))
    small = rendered("mail.html.j2", said=said)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject(report, said)
    if to:
        message["To"] = tuple(to)
    message["Date"] = format_datetime(datetime.fromisoformat(report.as_of))
    digest = _digest(plain, small, *(a.content for a in attachments))
    message["Message-ID"] = f"<{digest}@tl-analyzer.invalid>"
    message["X-Unsent"] = "1"
    message.set_content(plain, cte="quoted-printable")
    message.add_alternative(small, subtype="html", cte="quoted-printable")
    for attached in attachments:
        main, sub = attached.media_type.split("/")
        name = f"week-{clean(report.week)}.{attached.extension}"
        message.add_attachment(attached.content, maintype=main, subtype=sub, filename=name)
    for number, part in enumerate(_multiparts(message)):
        part.set_boundary(f"==tl-{digest}-{number}==")
    return message.as_bytes()


def subject(report: WeeklyReport, said: Page) -> str:
    """Say which week it is and what leads it; nothing that others should not see on a screen."""
    running = week_so_far(report.week, report.as_of) is not None
    week = f"{moment(report.week).capitalize()}{' so far' * running}"
    name = first_name(report.athlete.name) if said.audience is Audience.COACH else ""
    whose = f"{week}, {name}" if name else week
    if said.referral is not None:
        return f"{whose}: please read this first"
    if not said.flags:
        return f"{whose}: nothing stands out"
    first, *others = said.flags
    return f"{whose}: {first.title}{f' and {len(others)} more' if others else ''}"


def addresses(given: Sequence[str]) -> tuple[Address, ...]:
    """Read addresses as they are typed: ``anna@example.org``, ``Anna <anna@example.org>``.

    Raises
    ------
    RemediableError
        If one is no address that every mail program understands.
    """
    return tuple(address for typed in given for address in _addresses(typed))


def _addresses(typed: str) -> tuple[Address, ...]:
    if typed.isascii() and typed.isprintable():
        found = _understood(typed)
        if found and all(a.username and a.domain for a in found):
            return found
    raise RemediableError(
        f"{clean(typed)!r} is not an e-mail address",
        "Write it as anna@example.org or 'Anna <anna@example.org>'.",
    )


def _understood(typed: str) -> tuple[Address, ...]:
    """Addresses of a header; none where anything is wrong with one."""
    try:
        header = SMTP.header_factory("To", typed)
    except (IndexError, ValueError, MessageError):
        return ()  # the parser stumbles over "anna@" and its like
    sound = not header.defects
    return header.addresses if sound and isinstance(header, AddressHeader) else ()


def _digest(*contents: str | bytes) -> str:
    mixed = sha256()
    for content in contents:
        mixed.update(sha256(content.encode() if isinstance(content, str) else content).digest())
    return mixed.hexdigest()[:_DIGEST]


def _multiparts(message: EmailMessage) -> Iterator[EmailMessage]:
    return (part for part in message.walk() if part.is_multipart())
