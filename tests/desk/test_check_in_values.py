"""Regions, sides, scores and dates of the pain diary."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.log import Clock, Problem
from tl_analyzer.vocabulary import REGIONS

if TYPE_CHECKING:
    from tests.desk.conftest import Diary

HEADER = "date,region,side,score,signs,note\n"


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_row_as_the_contract_states_it(diary: "Diary") -> None:
    row = "2026-11-10,iliac_crest,right,3,tender_crest_point;worse_after_sitting,after the desk\n"
    (entry,), problems, tally = diary(HEADER + row)
    assert problems == []
    assert (entry.region, entry.side, entry.score) == ("iliac_crest", "right", 3.0)
    assert entry.signs == ("tender_crest_point", "worse_after_sitting")
    assert entry.note == "after the desk"
    assert entry.start.clock is Clock.DATE
    assert entry.start.day_in("Pacific/Auckland") == date(2026, 11, 10)
    assert entry.provenance.row == 2
    assert (tally.unit, tally.total, tally.read) == ("row", 1, 1)


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_every_region(diary: "Diary", region: str) -> None:
    (entry,), problems, _ = diary(f"{HEADER}2026-11-10,{region.replace('_', ' ').title()},,,,\n")
    assert (entry.region, problems) == (region, [])


def test_unknown_region_and_side_leave_the_row(diary: "Diary") -> None:
    (entry,), problems, _ = diary(HEADER + "2026-11-10,lumber,middle,4,,x\n")
    assert (entry.region, entry.side, entry.score) == ("", "", 4.0)
    assert codes(problems) == ["region-unknown", "side-unknown"]
    assert "lumbar" in problems[0].hint


def test_a_decimal_comma_that_split_the_score(diary: "Diary") -> None:
    (entry,), (problem,), _ = diary(HEADER + "2026-11-10,lumbar,left,3,5,fever,note\n")
    assert (entry.score, entry.signs, entry.note) == (3.5, ("fever",), "note")
    assert problem.code == "row-too-wide"


@pytest.mark.parametrize("score", ["11", "-1", "nan", "1e1", "3-4", "٣", "10.01", "severe"])
def test_a_score_off_the_scale_leaves_the_row(diary: "Diary", score: str) -> None:
    (entry,), (problem,), _ = diary(f"{HEADER}2026-11-10,lumbar,left,{score},fever,\n")
    assert entry.score is None
    assert (entry.region, entry.signs) == ("lumbar", ("fever",))
    assert (problem.code, problem.column, problem.line) == ("score-unreadable", "score", 2)


@pytest.mark.parametrize(("score", "value"), [("0", 0.0), ("10", 10.0), ("-", None), ("", None)])
def test_scores_at_the_edges(diary: "Diary", score: str, value: float | None) -> None:
    (entry,), problems, _ = diary(f"{HEADER}2026-11-10,lumbar,left,{score},,\n")
    assert (entry.score, problems) == (value, [])


def test_times(diary: "Diary") -> None:
    content = (
        HEADER
        + "2026-11-10T07:30,lumbar,,3,,\n"
        + "2026-11-10T07:30+09:00,lumbar,,3,,\n"
        + "10.11.2026 7:30 PM,lumbar,,3,,\n"
        + "2026-10-25 02:30,lumbar,,3,,\n"
    )
    entries, problems, _ = diary(content)
    assert [entry.start.clock for entry in entries] == [
        Clock.LOCAL,
        Clock.STATED,
        Clock.LOCAL,
        Clock.AMBIGUOUS,
    ]
    assert [entry.start.utc.isoformat()[:16] for entry in entries] == [
        "2026-11-10T06:30",
        "2026-11-09T22:30",
        "2026-11-10T18:30",
        "2026-10-25T00:30",
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("dates", "read_as"),
    [
        (["03/04/2026", "25/04/2026"], ["2026-04-03", "2026-04-25"]),
        (["03/04/2026", "04/25/2026"], ["2026-03-04", "2026-04-25"]),
        (["3-4-2026", "25-4-2026"], ["2026-04-03", "2026-04-25"]),
        (["03/04/2026", "05/06/2026"], [None, None]),
        (["03/04/2026", "25/04/2026", "04/25/2026"], [None, "2026-04-25", "2026-04-25"]),
        (["05/05/2026"], ["2026-05-05"]),
        (["03.04.2026", "2026/04/05"], ["2026-04-03", "2026-04-05"]),
        (["04.25.2026", "2026-02-30", "yesterday", "03/04/26", ""], [None] * 5),
        (["0026-04-03", "1999-12-31", "9999-12-31"], [None] * 3),
        (["2026-04-03T25:00", "2026-04-03T10:00+99:00", "2026-04-03 13:00 PM"], [None] * 3),
    ],
)
def test_order_of_day_and_month_is_decided_over_the_file(
    diary: "Diary", dates: list[str], read_as: list[str | None]
) -> None:
    content = HEADER + "".join(f"{day},lumbar,,3,,\n" for day in dates)
    entries, problems, tally = diary(content)
    wanted = {line: date.fromisoformat(day) for line, day in enumerate(read_as, start=2) if day}
    assert {e.provenance.row: e.start.local.date() for e in entries} == wanted
    assert tally.refused == len(problems) == read_as.count(None)
    assert {p.line for p in problems} == set(range(2, len(dates) + 2)) - set(wanted)
