"""What three athletes are told, in every format. TL_REWRITE_GOLDEN=1 writes the files anew."""

import html
import json
import os
import re
import shutil
from collections.abc import Callable
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import jsonschema
import pytest

from tl_analyzer.cli.start import run
from tl_analyzer.report.schema import SCHEMA

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
ATHLETES = ("desk_rider_lifter", "trainer_block_rider", "pound_lifter")
WHEN = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00")
WIDE, NARROW = 80, 40

#: What goes with a message: from behind its headers to the next boundary.
ATTACHED = re.compile(
    rb"(Content-Disposition: attachment.*?\r\n\r\n).*?(\r\n--==tl-)", flags=re.DOTALL
)

#: Says what ``tl`` with some arguments writes on a terminal so wide; it must end well.
Say = Callable[..., str]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Say:
    monkeypatch.setenv("TL_STORE", str(tmp_path / "log.sqlite"))
    # Golden files hold paths as they were given; those of one machine have no place in them.
    monkeypatch.chdir(ROOT)

    def written(*arguments: str, width: int = WIDE) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        code = run(list(arguments))
        ended = capsys.readouterr()
        assert code == 0, ended.err
        return ended.out

    return written


def compare(name: str, written: str) -> None:
    file = GOLDEN / name
    if os.environ.get("TL_REWRITE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written.encode())
    # In bytes: mail and calendars end their lines in their own way.
    assert written == file.read_bytes().decode()


@pytest.mark.parametrize("athlete", ATHLETES)
@pytest.mark.parametrize(
    ("name", "form", "width"),
    [
        ("report.txt", "text", WIDE),
        ("report_narrow.txt", "text", NARROW),
        ("report.md", "md", WIDE),
        ("report.json", "json", WIDE),
        ("report.html", "html", WIDE),
        ("message.txt", "message", WIDE),
    ],
)
def test_a_report(athlete: str, name: str, form: str, width: int, say: Say) -> None:
    written = say("report", f"examples/{athlete}", *WHEN, "--format", form, width=width)
    compare(f"{athlete}/{name}", written)


@pytest.mark.parametrize("athlete", ATHLETES)
def test_a_report_for_the_coach(athlete: str, say: Say) -> None:
    written = say("report", f"examples/{athlete}", *WHEN, "--for", "coach", "--format", "md")
    compare(f"{athlete}/report_coach.md", written)


@pytest.mark.parametrize("athlete", ATHLETES)
def test_a_mail(athlete: str, say: Say, tmp_path: Path) -> None:
    """The report goes with it; its golden file says so, and does not hold it a second time."""
    draft = tmp_path / "week.eml"
    say("report", f"examples/{athlete}", *WHEN, "--mail", str(draft))
    sent = draft.read_bytes()
    attached = list(message_from_bytes(sent, policy=SMTP).iter_attachments())
    assert [part.get_content_type() for part in attached] == ["text/html"]
    page = (GOLDEN / athlete / "report.html").read_bytes()
    assert attached[0].get_payload(decode=True) == page
    without, cut = ATTACHED.subn(rb"\1(report.html)\2", sent)
    assert cut == 1
    compare(f"{athlete}/mail.eml", without.decode())


@pytest.mark.parametrize("athlete", ATHLETES)
@pytest.mark.parametrize(
    ("name", "form"), [("plan.txt", "text"), ("plan.md", "md"), ("plan.ics", "ics")]
)
def test_a_plan(athlete: str, name: str, form: str, say: Say) -> None:
    written = say("plan", f"examples/{athlete}", *WHEN, "--format", form)
    compare(f"{athlete}/{name}", written)


@pytest.fixture
def athletes(tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> str:
    """A coach's folder with the three, named as it lies beside where one stands."""
    for athlete in ATHLETES:
        shutil.copytree(ROOT / "examples" / athlete, tmp_path / "athletes" / athlete)
    monkeypatch.chdir(tmp_path)
    return "athletes"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("roster.txt", "text"),
        ("roster.md", "md"),
        ("roster.json", "json"),
        ("roster.csv", "csv"),
    ],
)
def test_their_roster(name: str, form: str, athletes: str, say: Say) -> None:
    compare(name, say("roster", athletes, *WHEN, "--jobs", "1", "--format", form))


def test_the_pages_of_their_roster(athletes: str, say: Say, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    say("roster", athletes, *WHEN, "--jobs", "1", "--format", "html", "--out", str(pages))
    assert len(list((pages / "athletes").glob("*.html"))) == len(ATHLETES)
    compare("roster.html", (pages / "index.html").read_bytes().decode())


@pytest.mark.parametrize("athlete", ATHLETES)
def test_the_data_are_as_published_and_every_page_says_the_same(athlete: str) -> None:
    report = json.loads((GOLDEN / athlete / "report.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, SCHEMA.published())
    said = {flag["code"] for flag in report["flags"]}
    said |= {item["exercise"] for item in report["plan"]}
    for name in ("report.txt", "report_narrow.txt", "report.md", "report.html"):
        page = html.unescape((GOLDEN / athlete / name).read_text(encoding="utf-8"))
        page = " ".join(page.split())
        assert [words for words in sorted(said) if words not in page] == [], name
