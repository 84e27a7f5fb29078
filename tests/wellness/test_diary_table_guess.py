"""Answers to Google forms, read by what the questions say."""

import tomllib
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import CheckIn, Clock, Problem, Wellness
from tl_wellness import DiaryTableAdapter

if TYPE_CHECKING:
    from tests.wellness.conftest import Read

ADAPTER = DiaryTableAdapter()


def kept_map(problems: list[Problem]) -> ColumnMap:
    """The map that the note offers, as the profile would read it."""
    (note,) = (p for p in problems if p.code == "columns-guessed")
    (table,) = tomllib.loads(note.hint.partition("\n")[2])["columns"]
    return ColumnMap.model_validate(table)


@pytest.mark.parametrize(
    ("stamp", "utc"),
    [
        ("2026/11/09 7:12:44 AM GMT+1", "2026-11-09T06:12:44"),
        ("2026/11/09 12:12:44 AM GMT+1", "2026-11-08T23:12:44"),
        ("2026/11/09 9:30:05 PM GMT-3:30", "2026-11-10T01:00:05"),
        ("2026/11/09 9:30:05 PM GMT", "2026-11-09T21:30:05"),
        ("2026/11/09 7:12:44\u202fAM CET", "2026-11-09T06:12:44"),
        ("2026/11/09 7:12:44 a. m. GMT+1", "2026-11-09T06:12:44"),
        ("11/30/2026 7:12:44", "2026-11-30T06:12:44"),
        ("30/11/2026 07:12:44", "2026-11-30T06:12:44"),
        ("09.11.2026 07:12:44", "2026-11-09T06:12:44"),
    ],
)
def test_time_stamps_of_forms_and_sheets(read: "Read", stamp: str, utc: str) -> None:
    (entry,), _, _ = read(ADAPTER, f"Timestamp,Pain (0-10)\n{stamp},3\n")
    assert entry.start.utc.strftime("%Y-%m-%dT%H:%M:%S") == utc


def test_day_and_month_by_the_whole_column(read: "Read") -> None:
    content = "Timestamp,Pain (0-10)\n3/2/2026 7:12:44,3\n3/14/2026 21:30:05,5\n"
    entries, problems, _ = read(ADAPTER, content)
    assert [e.start.local.month for e in entries] == [3, 3]
    assert kept_map(problems).dates == "month-first"


def test_undecided_dates_are_refused_with_the_way_out(read: "Read") -> None:
    entries, problems, tally = read(ADAPTER, "Timestamp,Pain (0-10)\n3/2/2026 7:12,3\n")
    assert (entries, tally.refused) == ([], 1)
    (refused,) = (p for p in problems if p.code == "date-ambiguous")
    assert 'dates = "day-first"' in refused.hint
    assert kept_map(problems).dates is None


def test_the_offered_map_reads_the_same(read: "Read") -> None:
    content = (
        'Zeitstempel;"Rückenschmerz ""jetzt"" (0-10)";Wo\\genau?;Welche Seite?;Notiz\n'
        "09.11.2026 07:12:44;4,5;LWS;links;gut\n"
        "10.11.2026 07:12:44;3;Hüfte, Leiste;;\n"
    )
    guessed, problems, _ = read(ADAPTER, content)
    mapped, later, _ = read(ADAPTER, content, columns=kept_map(problems))
    assert mapped == guessed
    assert "columns-guessed" not in [p.code for p in later]
    assert [(e.region, e.side) for e in guessed if isinstance(e, CheckIn)] == [
        ("lumbar", "left"),
        ("hip", ""),
        ("groin", ""),
    ]


def test_a_scale_that_is_not_stated_is_assumed_aloud(read: "Read") -> None:
    (entry,), problems, _ = read(ADAPTER, "Timestamp,Pain\n2026/11/09 7:00:00 AM GMT+1,3\n")
    assert isinstance(entry, CheckIn)
    assert entry.score == 3
    assert "scale-assumed" in [p.code for p in problems]


def test_scores_above_ten_are_on_no_scale_of_ours(read: "Read") -> None:
    rows = "2026/11/09 7:00:00 AM GMT+1,3\n2026/11/10 7:00:00 AM GMT+1,60\n"
    entries, problems, _ = read(ADAPTER, "Timestamp,Pain\n" + rows)
    assert [(e.value, e.scale) for e in entries if isinstance(e, Wellness)] == [
        (3, None),
        (60, None),
    ]
    assert "scale-unknown" in [p.code for p in problems]
    assert kept_map(problems).scale is None


def test_the_question_states_the_scale(read: "Read") -> None:
    content = "Timestamp,Where is the pain?,Pain from 1 to 5\n2026/11/09 7:00:00 AM GMT+1,TLJ,3\n"
    (pain, place), _, _ = read(ADAPTER, content)
    assert isinstance(pain, Wellness)
    assert pain.scale is not None
    assert (pain.scale.least, pain.scale.most) == (1, 5)
    assert isinstance(place, CheckIn)
    assert place.region == "thoracolumbar"


def test_several_places_are_a_check_in_each_with_one_note(read: "Read") -> None:
    row = '2026/11/09 7:00:00 AM GMT+1,5,"Lower back, Right hip",x\n'
    content = "Timestamp,Pain 0-10,Where?,Notes\n" + row
    entries, _, tally = read(ADAPTER, content)
    assert [(e.region, e.side, e.note) for e in entries if isinstance(e, CheckIn)] == [
        ("lumbar", "", "x"),
        ("hip", "right", ""),
    ]
    assert tally.read == 1


def test_an_emergency_in_a_note_is_not_passed_over(read: "Read") -> None:
    content = (
        "Timestamp,Pain 0-10,Notes\n2026/11/09 7:00:00 AM GMT+1,5,saddle numbness since noon\n"
    )
    (entry,), problems, _ = read(ADAPTER, content)
    assert isinstance(entry, CheckIn)
    assert entry.signs == ()
    assert "emergency-words" in [p.code for p in problems]


def test_an_hour_that_clocks_show_twice_is_marked(read: "Read") -> None:
    (entry,), _, _ = read(ADAPTER, "Zeitstempel;Schmerz 0-10\n25.10.2026 02:30:00;3\n")
    assert entry.start.clock is Clock.AMBIGUOUS


def test_answers_with_nothing_in_them(read: "Read") -> None:
    _, _, tally = read(ADAPTER, "Timestamp,Pain 0-10,Where?\n2026/11/09 7:00:00 AM GMT+1,,none\n")
    assert tally.set_aside == (("date without anything else", 1),)
