"""The coach's pages as files: names that are safe and stay, and words that a coach can use."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.roster_values import AMBER, MEMBERS, RED, WATCH, Member, pages_of
from tl_analyzer.pages.svg.trend_line import trend_line
from tl_analyzer.roster.page_names import page_names
from tl_analyzer.roster.roster_html import roster_pages
from tl_analyzer.roster.roster_rows import RosterRow, roster_row, roster_sentence

SAFE = re.compile(r"[a-z0-9_-]+(\.[0-9]+)?\.html")


@given(st.lists(st.text(min_size=1, max_size=80), max_size=20))
def test_any_ids_become_safe_and_different_names(ids: list[str]) -> None:
    names = page_names(ids)
    assert len(set(names)) == len(ids)
    assert all(SAFE.fullmatch(name) and len(name) < 80 for name in names)


@pytest.mark.parametrize(
    ("id_", "name"),
    [("anna", "anna.html"), ("anna-2", "anna-2.html"), ("Anna", r"anna-[0-9a-f]{8}.html"),
     ("../../etc/passwd", r"etc-passwd-[0-9a-f]{8}.html"), ("con", r"con-[0-9a-f]{8}.html"),
     ("דנה", r"athlete-[0-9a-f]{8}.html"), ("x-0123abcd", r"x-0123abcd-[0-9a-f]{8}.html")],
)  # fmt: skip
def test_names_can_be_read_and_do_not_depend_on_others(id_: str, name: str) -> None:
    (alone,) = page_names([id_])
    assert re.fullmatch(name, alone)
    assert page_names(["zoe", id_, "anna smith"])[1] == alone


def test_two_athletes_of_one_id_have_a_page_each() -> None:
    assert page_names(["anna", "anna", "Anna"])[:2] == ("anna.html", "anna.2.html")


def test_every_report_is_a_page_and_the_index_comes_first() -> None:
    found, reports = pages_of()
    written = dict(roster_pages(found, reports))
    index, *athletes = written
    assert index == "index.html"
    assert len(athletes) == len(reports) == len(MEMBERS) - 1
    for path in athletes:
        assert f'href="{path}"' in written[index]
    assert "athletes/paul.html" not in written


def test_neighbours_lead_through_all_athletes_in_the_order_of_the_index() -> None:
    _, *pages = dict(roster_pages(*pages_of())).items()
    for (here, page), (after, following) in pairwise(pages):
        assert f'href="{after.removeprefix("athletes/")}" rel="next"' in page
        assert f'href="{here.removeprefix("athletes/")}" rel="prev"' in following
    assert 'rel="prev"' not in pages[0][1] and 'rel="next"' not in pages[-1][1]


def test_hostile_text_is_escaped_on_every_page() -> None:
    for path, page in roster_pages(*pages_of()):
        body = page.partition("<body>")[2].replace("<script>&#34;", "")
        assert "<img" not in page, path
        assert body.count("<script>") == 2, path  # ours
        assert "style=" not in body and " onclick" not in body and "http://" not in body


def row_of(member: Member) -> RosterRow:
    found, reports = pages_of([member])
    (line,) = found.lines
    return roster_row(line, reports.get(line.key), "x.html")


def test_the_sentence_counts_who_needs_looking_at() -> None:
    found, _ = pages_of()
    assert roster_sentence(found) == (
        "1 is sent to care, 1 stands at red, 3 stand at amber, 2 have no data and 1 could not be"
        " read."
    )
    assert roster_sentence(pages_of(MEMBERS[:1])[0]) == "Nothing stands out this week."


def test_a_quiet_week_says_nothing_and_an_urgent_one_says_it_about_the_athlete() -> None:
    assert row_of(Member("a", "Anna")).says == ""
    assert row_of(Member("a", "Anna", severities=(WATCH,))).says == ""
    assert row_of(Member("a", "Anna", severities=(RED,))).says.startswith("Hinging (")
    assert row_of(Member("a", "Anna", referred=True)).says.startswith("Anna needs emergency care")


def test_new_worse_and_cleared_flags_are_marked() -> None:
    row = row_of(Member("a", "Anna", severities=(RED, AMBER), change="worse"))
    assert [flag.change for flag in row.flags] == ["worse", "worse"] and row.changed == 2
    assert "heavy hinge back to back (TL104)" in row.changes
    assert {flag.change for flag in row_of(Member("a", "A", severities=(RED,))).flags} == {""}


def test_what_was_put_aside_is_said_with_its_day_and_note_and_does_not_count() -> None:
    found, _ = pages_of([Member("a", "Anna", severities=(RED, AMBER), change="new")])
    first, second = found.lines[0].flags
    seen = first.model_copy(update={"seen_until": "2026-11-30", "seen_note": "New <saddle>"})
    row = roster_row(found.lines[0].model_copy(update={"flags": (seen, second)}), None, "")
    assert row.seen == (f"{first.code} until Mon 30 Nov: New <saddle>",)
    assert [flag.code for flag in row.flags] == [second.code]
    assert (row.level, row.changed) == ("amber", 1)


def test_what_was_put_aside_and_is_back_says_why_and_counts() -> None:
    found, reports = pages_of([Member("a", "Anna", severities=(RED,), change="new")])
    (flag,) = found.lines[0].flags
    back = flag.model_copy(update={"returned": "it is <red> now", "seen_note": "New saddle"})
    line = found.lines[0].model_copy(update={"flags": (back,)})
    row = roster_row(line, None, "")
    assert row.returned == (f"{flag.code}, it is <red> now; noted: New saddle",)
    assert (row.level, row.seen) == ("red", ())
    index = dict(roster_pages(found.model_copy(update={"lines": (line,)}), reports))["index.html"]
    assert "it is &lt;red&gt; now; noted: New saddle" in index


def test_a_trend_has_gaps_and_nothing_is_drawn_where_nothing_is_known() -> None:
    line = trend_line((None, 10.0, 5.0, None, 0.0), usual=5.0)
    assert line is not None
    assert line.path == "M4 0L8 6M16 12"
    assert (line.usual, line.last, line.width) == (6, 12, 16)
    assert trend_line((), None) is trend_line((1.0, None), None) is trend_line((0.0,), 0.0) is None


@given(st.lists(st.none() | st.floats(0), min_size=1, max_size=20), st.none() | st.floats(0))
def test_any_trend_can_be_drawn(weeks: list[float | None], usual: float | None) -> None:
    line = trend_line(weeks, usual)
    assert line is None or 0 <= line.last <= line.height
