"""The pain diary as a file, as tidy and as untidy as people keep it."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.vocabulary import SIGNS

if TYPE_CHECKING:
    from tests.desk.conftest import Diary

HEADER = "date,region,side,score,signs,note\n"


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "content",
    [
        HEADER + '2026-11-10,lumbar,left,"3,5",fever;trauma,slept badly\n',
        HEADER + "2026-11-10,lumbar,left,3.5,fever|trauma,slept badly\n",
        HEADER + '2026-11-10,lumbar,left,3.5,"fever,trauma",slept badly\n',
        HEADER + "2026-11-10,lumbar,left,3.5,fever trauma,slept badly\n",
        HEADER + " 2026-11-10 , Lumbar , LEFT , 3.5/10 , Fever ; TRAUMA , slept badly \n",
        "\ufeff" + HEADER + "2026-11-10,lumbar,l,3.5,fever;trauma;fever,slept badly",
        "sep=;\n"
        "date;region;side;score;signs;note\n"
        "2026-11-10;lumbar;left;3,5;fever,trauma;slept badly",
        "date\tregion\tside\tscore\tsigns\tnote\n"
        "10.11.2026\tlumbar\tleft\t3,5\tfever;trauma\tslept badly",
        "Note;SIGNS;Score;Side;Region;Date\nslept badly;fever,trauma;3,5;left;lumbar;2026-11-10\n",
        (HEADER + "2026-11-10,lumbar,left,3.5,fever;trauma,slept badly\n").replace("\n", "\r"),
        (HEADER + "2026-11-10,lumbar,left,3.5,fever;trauma,slept badly\n").encode("utf-16"),
        "# my diary\n\n" + HEADER + "\n2026-11-10,lumbar,left,3.5,fever;trauma,slept badly,,,\n",
    ],
)
def test_one_diary_in_many_hands(diary: "Diary", content: str | bytes) -> None:
    (entry,), problems, tally = diary(content)
    assert (entry.region, entry.side, entry.score) == ("lumbar", "left", 3.5)
    assert entry.signs == ("fever", "trauma")
    assert entry.note == "slept badly"
    assert entry.start.local.date() == date(2026, 11, 10)
    assert (problems, tally.total) == ([], 1)


def test_further_columns_are_named_once(diary: "Diary") -> None:
    content = "date,region,score,signs,mood,sleep,notess\n" + "2026-11-10,lumbar,3,,4,8,x\n" * 3
    entries, (problem,), _ = diary(content)
    assert len(entries) == 3
    assert (problem.kind, problem.code, problem.line) == (ProblemKind.NOTE, "columns-ignored", 1)
    assert all(name in problem.found for name in ("mood", "sleep", "notess"))


def test_a_misspelt_column_is_guessed_aloud(diary: "Diary") -> None:
    _, (problem,), _ = diary("date,region,score,sgins\n2026-11-10,lumbar,3,fever\n")
    assert "Did you mean signs" in problem.hint


def test_an_open_quote_swallows_no_row(diary: "Diary") -> None:
    content = (
        HEADER
        + '2026-11-10,lumbar,left,3,,"worse\n'
        + "2026-11-11,lumbar,both,6,saddle_numbness,\n"
        + '2026-11-12,lumbar,left,3,,"better"\n'
    )
    entries, problems, tally = diary(content)
    assert [entry.note for entry in entries] == ["worse", "", "better"]
    assert entries[1].signs == ("saddle_numbness",)
    assert [entry.provenance.row for entry in entries] == [2, 3, 4]
    assert codes(problems) == ["quote-open"]
    assert tally.read == 3


def test_a_note_over_several_lines_keeps_line_numbers_true(diary: "Diary") -> None:
    content = (
        HEADER
        + '2026-11-10,lumbar,left,3,,"first, line\nsecond ""line""\n\nlast"\n'
        + "2026-11-11,lumbar,left,99,,\n"
    )
    entries, (problem,), _ = diary(content)
    assert entries[0].note == 'first, line\nsecond "line"\n\nlast'
    assert [entry.provenance.row for entry in entries] == [2, 6]
    assert problem.line == 6


def test_an_inch_mark_is_no_quote(diary: "Diary") -> None:
    (entry,), problems, _ = diary(HEADER + '2026-11-10,lumbar,left,3,,box 20" high\n')
    assert (entry.note, problems) == ('box 20" high', [])


def test_rows_that_say_nothing_are_set_aside_by_name(diary: "Diary") -> None:
    content = HEADER + ",,,,,\n" + HEADER + "2026-11-10,,,,,\n" + "2026-11-11,lumbar,,1,,\n"
    entries, problems, tally = diary(content)
    assert (len(entries), problems) == (1, [])
    assert dict(tally.set_aside) == {
        "empty row": 1,
        "repeated header": 1,
        "date without anything else": 1,
    }


def test_a_windows_code_page_beyond_the_head(diary: "Diary") -> None:
    rows = "".join(f"2026-11-10,lumbar,left,3,,{'x' * 90}\n" for _ in range(800))
    content = (HEADER + rows).encode() + "2026-11-11,lumbar,left,3,fever,R\u00fccken\n".encode(
        "cp1252"
    )
    entries, problems, _ = diary(content)
    assert (entries[-1].note, entries[-1].signs, problems) == ("R\u00fccken", ("fever",), [])


def test_a_monstrous_line_costs_itself_alone(diary: "Diary") -> None:
    content = HEADER + "2026-11-10," + "x" * 3_000_000 + "\n2026-11-11,lumbar,,3,fever,\n"
    (entry,), (problem,), _ = diary(content)
    assert entry.signs == ("fever",)
    assert (problem.code, problem.line, entry.provenance.row) == ("line-too-long", 2, 3)


def test_a_file_that_is_no_diary(diary: "Diary") -> None:
    entries, (problem,), tally = diary("a,b,c\n1,2,3\n")
    assert (entries, problem.code, tally.total) == ([], "header-missing", 0)


@given(
    rows=st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from([*SIGNS, "2026-11-10", "3"]), max_size=8),
        max_size=6,
    ),
    mark=st.sampled_from([",", ";", "\t"]),
)
def test_any_cells_are_accounted_for(diary: "Diary", rows: list[list[str]], mark: str) -> None:
    header = HEADER.replace(",", mark)
    diary(header + "\n".join(mark.join(row) for row in rows))


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(diary: "Diary", data: bytes) -> None:
    diary(data)
    diary(HEADER.encode() + data)
    diary((HEADER + "2026-11-10,lumbar,left,3,").encode() + data)
