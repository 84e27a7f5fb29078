"""The same report for the athlete and for the coach: no sentence speaks to the wrong one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tl_analyzer
from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.reference import Reference
from tl_analyzer.report.audience import Audience, Reader, first_name
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.message import message
from tl_analyzer.report.page import Page, page
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.rules.catalogue import RULES

SOURCES = Path(tl_analyzer.__file__).parent
ANNA = Reader.of(Audience.COACH, "Dr. Anna Ström")
NOBODY = Reader.of(Audience.COACH, "")

TO_THE_ATHLETE = re.compile(r"(?i)\b(?:you|your|yours|yourself)\b")
OF_THE_ATHLETE = re.compile(r"(?i)\bthe athlete\b")


def spoken() -> Iterator[tuple[str, str]]:
    """What rules, advice and headline are made of: where it stands, and the text."""
    for folder in ("rules", "advice"):
        for file in sorted((SOURCES / folder).glob("*.py")):
            yield from constants(file)
    for name in ("headline", "page"):
        yield from constants(SOURCES / "report" / f"{name}.py")
    for rule in RULES:
        yield rule.code, rule.rationale.split("\n\n")[0]
    for entry in catalogue().exercises.values():
        for text in (entry.name, entry.reason, entry.dose, *entry.progression):
            yield entry.key, text


def constants(file: Path) -> Iterator[tuple[str, str]]:
    """Texts of a module that are no docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str):
            yield f"{file.name}:{node.lineno}", node.value


def told(said: Page) -> Iterator[str]:
    """Everything a page says in its own words; cues are said to the athlete by whoever reads."""
    yield from (said.headline, said.exposure_title, said.disclaimer, said.plan_note, said.tally)
    if said.referral is not None:
        yield said.referral.message
    for flag in said.flags:
        yield from (flag.summary, flag.clears_when, flag.remark, flag.title)
    for item in said.plan:
        yield from (item.title, item.dose, item.when, item.why)
    yield from (entry.seen for entry in said.acknowledged)
    if said.preview is not None:
        yield from said.preview.remarks


@pytest.mark.parametrize(
    ("written", "anna", "nobody"),
    [
        (
            "Nothing stands out this week against your own usual.",
            "Nothing stands out this week against Anna's own usual.",
            "Nothing stands out this week against the athlete's own usual.",
        ),
        ("Your usual is 12 km.", "Anna's usual is 12 km.", "The athlete's usual is 12 km."),
        (
            "More hinge dose in a week than you are used to.",
            "More hinge dose in a week than Anna is used to.",
            "More hinge dose in a week than the athlete is used to.",
        ),
        ("on your feet until then", "on their feet until then", "on their feet until then"),
        ("if you have one", "if they have one", "if they have one"),
        ("tell whoever examines you, or not", *["tell whoever examines them, or not"] * 2),
        ("a rolling road makes you stand", *["a rolling road makes them stand"] * 2),
        ("A body weight that suits you", *["A body weight that suits them"] * 2),
        (
            "You stand. If you sit, which is yours?",
            *["They stand. If they sit, which is theirs?"] * 2,
        ),
        ("the movement you are about to train", *["the movement they are about to train"] * 2),
        ("a young yourt", "a young yourt", "a young yourt"),
    ],
)
def test_a_coach_reads_of_the_athlete(written: str, anna: str, nobody: str) -> None:
    assert Reader().said(written) == written
    assert ANNA.said(written) == anna
    assert NOBODY.said(written) == nobody


def test_no_name_is_taken_for_a_word() -> None:
    reader = Reader.of(Audience.COACH, "You Your")
    assert reader.said("than you are used to. Your usual") == "than You is used to. You's usual"


@pytest.mark.parametrize(
    ("full", "called"),
    [
        ("Anna Ström", "Anna"),
        ("Dr. med. Anna Ström", "Anna"),
        ("", ""),
        ("  \n ", ""),
        ("a\r\nBcc: x@example.org", "a"),
        ("x" * 300, "x" * 39 + "…"),
        ("\u202eevil name", "\ufffdevil"),
    ],
)
def test_first_names(full: str, called: str) -> None:
    assert first_name(full) == called


def test_everything_is_written_to_the_athlete() -> None:
    wrong = [place for place, text in spoken() if OF_THE_ATHLETE.search(text)]
    assert not wrong
    assert sum(1 for _ in spoken()) > 500


def test_everything_can_be_said_to_a_coach() -> None:
    to_somebody = [text for _, text in spoken() if TO_THE_ATHLETE.search(text)]
    assert len(to_somebody) > 10
    assert not [text for text in to_somebody if TO_THE_ATHLETE.search(ANNA.said(text))]


@pytest.mark.parametrize("fixture", ["followed", "emergency"])
def test_a_page_speaks_to_one_reader(
    fixture: str, request: pytest.FixtureRequest, bibliography: dict[str, Reference]
) -> None:
    report: WeeklyReport = request.getfixturevalue(fixture)
    for_athlete = page(report, bibliography, Audience.ATHLETE)
    for_coach = page(report, bibliography, Audience.COACH)
    assert not [text for text in told(for_athlete) if OF_THE_ATHLETE.search(text)]
    assert not [text for text in told(for_coach) if TO_THE_ATHLETE.search(text)]
    assert any(TO_THE_ATHLETE.search(text) for text in told(for_athlete))
    assert any("Anna" in text for text in told(for_coach))


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_no_format_says_it_otherwise(report: WeeklyReport, form: str) -> None:
    without_cues = report.model_copy(
        update={"plan": tuple(item.model_copy(update={"cues": ()}) for item in report.plan)}
    )
    for_athlete = visible(FORMATS[form](without_cues, Layout()))
    for_coach = visible(FORMATS[form](without_cues, Layout(audience=Audience.COACH)))
    assert not OF_THE_ATHLETE.search(for_athlete)
    assert not TO_THE_ATHLETE.search(for_coach)


def visible(written: str) -> str:
    """What of a page is read: no style, no script."""
    return re.sub(r"(?s)<(style|script)>.*?</\1>", "", written)


def test_a_referral_is_an_order_to_one_and_a_task_to_the_other(
    emergency: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    said = {who: page(emergency, bibliography, who).referral for who in Audience}
    athlete, coach = said[Audience.ATHLETE], said[Audience.COACH]
    assert athlete is not None and coach is not None
    assert coach.message.startswith("Anna needs emergency care now")
    assert athlete.title == coach.title
    assert athlete.signs == coach.signs


def test_the_message_is_always_to_the_athlete(report: WeeklyReport) -> None:
    written = message(report)
    assert written.startswith("Hello Anna,\n")
    assert not OF_THE_ATHLETE.search(written)
