"""The week ahead in every format: the same said, and nothing foreign acts."""

import json
import re

import jsonschema
import pytest

from tests.agenda.week_ahead import DESK, WeekAhead, flag, item, weekly
from tl_analyzer.agenda.agenda import Agenda
from tl_analyzer.agenda.formats import FORMATS
from tl_analyzer.agenda.schema import SCHEMA
from tl_analyzer.log import PlannedSport
from tl_analyzer.report.layout import Layout

WIDTHS = (40, 60, 80, 120)


@pytest.fixture
def agenda(week: WeekAhead) -> Agenda:
    return week.but(
        strength=week.deadlifts(*weekly("18:00", 3)),
        desk=(DESK,),
        flags=(flag("TL101"),),
        plan=(
            item("drop_a_top_set", "TL101"),
            item("hip_hinge_drill", "TL101"),
            item("dead_bug", "TL502"),
            item("desk_breaks", "TL305"),
        ),
    ).agenda()


@pytest.fixture
def hostile(week: WeekAhead) -> Agenda:
    name = "<script>alert(1)</script> \x1b[31m\u202eevil [link](http://x.example) " + "x" * 300
    planned = (week.intends(PlannedSport.STRENGTH, "2026-11-19 18:00", title=name),)
    return week.but(planned=planned, plan=(item("dead_bug", "TL502"),)).agenda()


def test_json_validates_and_its_times_are_local(agenda: Agenda, hostile: Agenda) -> None:
    for each in (agenda, hostile):
        tree = json.loads(FORMATS["json"](each, Layout()))
        jsonschema.validate(tree, SCHEMA.published())
    tree = json.loads(FORMATS["json"](agenda, Layout()))
    thursday = tree["days"][3]
    assert thursday["sessions"][0]["start"] == "2026-11-19T18:00:00+01:00"
    assert thursday["sessions"][0]["basis"] == "habitual"


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_format_says_the_same(agenda: Agenda, form: str) -> None:
    said = re.sub(r"<[^>]+>|[*\\]", "", FORMATS[form](agenda, Layout()))
    said = " ".join(said.split()).replace("\N{EN DASH}", "-").replace("&#39;", "'")
    for words in (
        "Plan for week 2026-W47",
        "Thu 19 Nov",
        "09:00-17:00",
        "Hip-hinge drill",
        "17:57",
        "Drop a top set",
        "leave out the heaviest hinge set of each session for a week",
        "every 30 minutes, 1-2 minutes on your feet",
        "Push the hips back while head, mid back and tail bone keep touching the stick.",
        "1 of 3 days placed; no lifting expected on Mon to Wed and Fri to Sun",
        "not a diagnosis",
    ):
        assert words in said, words


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_text_keeps_its_width(
    agenda: Agenda, hostile: Agenda, width: int, ascii_only: bool
) -> None:
    for each in (agenda, hostile):
        lines = FORMATS["text"](each, Layout(width=width, ascii=ascii_only)).splitlines()
        assert max(map(len, lines)) <= width
        assert not ascii_only or not [line for line in lines if not line.isascii()]


def test_cues_are_said_once(agenda: Agenda) -> None:
    text = FORMATS["text"](agenda, Layout(width=160))
    assert text.count("hips and knees bent to a right angle") == 1
    assert text.count("Dead bug") == 3


def test_what_is_there_stands_back_behind_what_is_to_do(agenda: Agenda) -> None:
    text = FORMATS["text"](agenda, Layout(color=True))
    assert "\x1b[2mDesk\x1b[0m" in text
    assert "\x1b[1mDead bug\x1b[0m" in text


def test_markdown_has_a_box_for_each_piece_of_work(agenda: Agenda) -> None:
    text = FORMATS["md"](agenda, Layout())
    assert text.count("- [ ] ") == sum(bool(e.minutes) for d in agenda.days for e in d.entries)


def test_the_page_has_a_box_for_each_piece_of_work_and_asks_for_nothing(agenda: Agenda) -> None:
    page = FORMATS["html"](agenda, Layout())
    boxes = page.count('<input type="checkbox">')
    assert boxes == sum(bool(e.minutes) for d in agenda.days for e in d.entries)
    assert page.count('<h2 id="day-') == 7
    assert "default-src 'none'" in page
    assert not re.search(r"\s(style|on\w+)=", page)
    assert not re.search(r"(?:src|href)=[\"'](?!#)", page)


def test_foreign_words_are_shown_and_never_act(hostile: Agenda) -> None:
    page = FORMATS["html"](hostile, Layout())
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
    marked = FORMATS["md"](hostile, Layout())
    assert "<script" not in marked and not re.search(r"(?<!\\)\]\(", marked)
    for form in FORMATS:
        said = FORMATS[form](hostile, Layout())
        assert "\x1b[31m" not in said and "\u202e" not in said, form


def test_a_referral_leaves_the_message_alone(week: WeekAhead) -> None:
    signs = week.feels("2026-11-13", "saddle_numbness")
    agenda = week.but(check_ins=(signs,), plan=(item("dead_bug", "TL101"),)).agenda()
    for form in ("text", "md", "html"):
        said = " ".join(FORMATS[form](agenda, Layout()).replace("│", " ").split())
        assert "Seek emergency care now" in said, form
        assert "tl explain" not in said, form
        assert "Dead bug" not in said and "Mon 16 Nov · " not in said, form
