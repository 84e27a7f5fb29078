"""A calendar begins with BEGIN:VCALENDAR, whatever the file is called."""

import pytest

from tl_analyzer.adapter import SourceFile
from tl_calendar import CalendarAdapter


def recognised(head: bytes, name: str = "calendar.ics") -> bool:
    return CalendarAdapter().recognises(SourceFile.of_bytes(name, head))


@pytest.mark.parametrize(
    "head",
    [
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        b"\xef\xbb\xbfBEGIN:VCALENDAR\n",
        b"\r\n  begin:vcalendar\n",
        "BEGIN:VCALENDAR\n".encode("utf-16"),
    ],
)
def test_calendars(head: bytes) -> None:
    assert recognised(head)
    assert recognised(head, "export.txt")


@pytest.mark.parametrize(
    "head", [b"", b"BEGIN:VCARD\n", b"date,title\nBEGIN:VCALENDAR\n", b"\xff\xfe", b"\0" * 100]
)
def test_other_files(head: bytes) -> None:
    assert not recognised(head)
