"""The pain diary, as tidy and as untidy as people keep it."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import CheckIn, Clock, Entry, Problem, ProblemKind, Tally
from tl_analyzer.vocabulary import EMERGENCY_SIGNS, REGIONS, SIGNS
from tl_desk import CheckInAdapter

Read = Callable[..., tuple[list[Entry], list[Problem], Tally]]

HEADER = "date,region,side,score,signs,note\n"


def diary(read: Read, content: str | bytes) -> tuple[list[CheckIn], list[Problem], Tally]:
    entries, problems, tally = read(CheckInAdapter(), content)
    check_ins = [entry for entry in entries if isinstance(entry, CheckIn)]
    assert len(check_ins) == len(entries) == tally.read
    return check_ins, problems, tally


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_row_as_the_contract_states_it(read: Read) -> None:
    row = "2026-11-10,iliac_crest,right,3,tender_crest_point;worse_after_sitting,after the desk\n"
    (entry,), problems, tally = diary(read, HEADER + row)
    assert problems == []
    assert (entry.region, entry.side, entry.score) == ("iliac_crest", "right", 3.0)
    assert entry.signs == ("tender_crest_point", "worse_after_sitting")
    assert entry.note == "after the desk"
    assert entry.start.clock is Clock.DATE
    assert entry.start.day_in("Pacific/Auckland") == date(2026, 11, 10)
    assert entry.provenance.row == 2
    assert (tally.unit, tally.total, tally.read) == ("row", 1, 1)


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
def test_one_diary_in_many_hands(read: Read, content: str | bytes) -> None:
    (entry,), problems, tally = diary(read, content)
    assert (entry.region, entry.side, entry.score) == ("lumbar", "left", 3.5)
    assert entry.signs == ("fever", "trauma")
    assert entry.note == "slept badly"
    assert entry.start.local.date() == date(2026, 11, 10)
    assert (problems, tally.total) == ([], 1)


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_every_sign_in_every_spelling(read: Read, sign: str) -> None:
    for written in (sign, sign.upper(), sign.replace("_", " "), f" {sign.replace('_', '-')} "):
        (entry,), problems, _ = diary(read, f"{HEADER}2026-11-10,,,,{written},\n")
        assert (entry.signs, problems) == ((sign,), [])


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_every_region(read: Read, region: str) -> None:
    (entry,), problems, _ = diary(
        read, f"{HEADER}2026-11-10,{region.replace('_', ' ').title()},,,,\n"
    )
    assert (entry.region, problems) == (region, [])


def test_a_misspelt_word_costs_no_other_sign(read: Read) -> None:
    row = "2026-11-10,lumbar,both,6,nite_pain;saddle_numbness;bladder change,\n"
    (entry,), (problem,), tally = diary(read, HEADER + row)
    assert entry.signs == ("saddle_numbness", "bladder_change")
    assert (problem.code, problem.line, problem.column) == ("sign-unknown", 2, "signs")
    assert problem.kind is ProblemKind.REPAIRED
    assert "nite_pain" in problem.found
    assert "night_pain" in problem.hint
    assert (tally.read, tally.refused) == (1, 0)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("sadle_numbness", "saddle_numbness"),
        ("saddle numbnes", "saddle_numbness"),
        ("blader-change", "bladder_change"),
        ("bladder", "bladder_change"),
        ("bowels_change", "bowel_change"),
        ("progressive leg weakness", "leg_weakness_progressive"),
    ],
)
def test_a_word_close_to_an_emergency_sign_is_not_accepted_and_not_passed_over(
    read: Read, written: str, near: str
) -> None:
    (entry,), (problem,), _ = diary(read, f"{HEADER}2026-11-10,lumbar,both,6,{written},\n")
    assert entry.signs == ()
    assert problem.code == "sign-near-emergency"
    assert near in problem.hint
    assert "NOT counted" in problem.hint
    assert "emergency care" in problem.hint


@pytest.mark.parametrize("written", ["stiffness", "headache", "tired", "xyzzy"])
def test_an_ordinary_unknown_word_is_no_alarm(read: Read, written: str) -> None:
    (entry,), (problem,), _ = diary(read, f"{HEADER}2026-11-10,lumbar,both,6,{written},\n")
    assert entry.signs == ()
    assert problem.code == "sign-unknown"
    assert "emergency" not in problem.hint


@pytest.mark.parametrize("written", ["no saddle numbness", "no saddle_numbness", "not fever"])
def test_a_denied_sign_is_not_counted(read: Read, written: str) -> None:
    (entry,), (problem,), _ = diary(read, f"{HEADER}2026-11-10,lumbar,both,6,{written},\n")
    assert entry.signs == ()
    assert problem.code == "sign-negated"


@pytest.mark.parametrize(
    ("row", "signs", "note"),
    [
        (
            "2026-11-10,lumbar,both,6,saddle_numbness,bladder_change,worse",
            ("saddle_numbness", "bladder_change"),
            "worse",
        ),
        (
            "2026-11-10,lumbar,both,6,saddle_numbness,bladder_change",
            ("saddle_numbness", "bladder_change"),
            "",
        ),
        (
            "2026-11-10,lumbar,both,6,saddle_numbness,bladder_change,",
            ("saddle_numbness", "bladder_change"),
            "",
        ),
        ("2026-11-10,lumbar,both,6,,worse, then better, then worse", (), None),
        ("2026-11-10,lumbar,both,6,,bowel change", ("bowel_change",), ""),
    ],
)
def test_signs_and_notes_that_run_over_their_cells(
    read: Read, row: str, signs: tuple[str, ...], note: str | None
) -> None:
    (entry,), problems, _ = diary(read, HEADER + row)
    assert entry.signs == signs
    assert entry.note == ("worse,then better,then worse" if note is None else note)
    assert set(codes(problems)) <= {"row-too-wide", "sign-misplaced"}
    assert problems


def test_signs_between_semicolons_in_a_semicolon_file(read: Read) -> None:
    content = (
        "date;region;side;score;signs;note\n"
        "2026-11-10;lumbar;both;6,5;saddle_numbness;bladder_change;since Monday\n"
    )
    (entry,), (problem,), _ = diary(read, content)
    assert entry.signs == ("saddle_numbness", "bladder_change")
    assert (entry.score, entry.note) == (6.5, "since Monday")
    assert problem.code == "row-too-wide"


def test_a_decimal_comma_that_split_the_score(read: Read) -> None:
    (entry,), (problem,), _ = diary(read, HEADER + "2026-11-10,lumbar,left,3,5,fever,note\n")
    assert (entry.score, entry.signs, entry.note) == (3.5, ("fever",), "note")
    assert problem.code == "row-too-wide"


def test_two_columns_of_signs_are_both_read(read: Read) -> None:
    content = "date,region,signs,signs\n2026-11-10,lumbar,fever,saddle_numbness\n"
    (entry,), _, _ = diary(read, content)
    assert entry.signs == ("fever", "saddle_numbness")


def test_emergency_words_in_a_note_are_pointed_out_but_not_interpreted(read: Read) -> None:
    row = "2026-11-10,lumbar,both,2,,no saddle numbness today\n"
    (entry,), (problem,), _ = diary(read, HEADER + row)
    assert entry.signs == ()
    assert entry.note == "no saddle numbness today"
    assert (problem.code, problem.kind) == ("emergency-words", ProblemKind.NOTE)


@pytest.mark.parametrize(
    "row",
    [
        "2026-11-10,lumbar,6,saddle_numbness,",
        "2026-11-10,saddle_numbness",
        "2026-11-10,lumbar,saddle numbness,6,,",
    ],
)
def test_a_lost_delimiter_loses_no_sign(read: Read, row: str) -> None:
    (entry,), problems, _ = diary(read, f"{HEADER}{row}\n")
    assert entry.signs == ("saddle_numbness",)
    assert "sign-misplaced" in codes(problems)


def test_a_refused_row_does_not_take_an_emergency_sign_with_it_unsaid(read: Read) -> None:
    content = HEADER + "Monday,lumbar,,6,saddle_numbness,\nMonday,lumbar,,6,fever,\n"
    _, (first, second), tally = diary(read, content)
    assert tally.refused == 2
    assert "saddle_numbness, which is NOT in the report" in first.hint
    assert "emergency" not in second.hint


def test_emergency_words_anywhere_are_pointed_out(read: Read) -> None:
    _, problems, _ = diary(read, HEADER + "2026-11-10,new bladder change at night,,6,,\n")
    assert codes(problems) == ["emergency-words", "region-unknown"]


@pytest.mark.parametrize("score", ["11", "-1", "nan", "1e1", "3-4", "٣", "10.01", "severe"])
def test_a_score_off_the_scale_leaves_the_row(read: Read, score: str) -> None:
    (entry,), (problem,), _ = diary(read, f"{HEADER}2026-11-10,lumbar,left,{score},fever,\n")
    assert entry.score is None
    assert (entry.region, entry.signs) == ("lumbar", ("fever",))
    assert (problem.code, problem.column, problem.line) == ("score-unreadable", "score", 2)


@pytest.mark.parametrize(("score", "value"), [("0", 0.0), ("10", 10.0), ("-", None), ("", None)])
def test_scores_at_the_edges(read: Read, score: str, value: float | None) -> None:
    (entry,), problems, _ = diary(read, f"{HEADER}2026-11-10,lumbar,left,{score},,\n")
    assert (entry.score, problems) == (value, [])


def test_unknown_region_and_side_leave_the_row(read: Read) -> None:
    (entry,), problems, _ = diary(read, HEADER + "2026-11-10,lumber,middle,4,,x\n")
    assert (entry.region, entry.side, entry.score) == ("", "", 4.0)
    assert codes(problems) == ["region-unknown", "side-unknown"]
    assert "lumbar" in problems[0].hint


def test_times(read: Read) -> None:
    content = (
        HEADER
        + "2026-11-10T07:30,lumbar,,3,,\n"
        + "2026-11-10T07:30+09:00,lumbar,,3,,\n"
        + "10.11.2026 7:30 PM,lumbar,,3,,\n"
        + "2026-10-25 02:30,lumbar,,3,,\n"
    )
    entries, problems, _ = diary(read, content)
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
    read: Read, dates: list[str], read_as: list[str | None]
) -> None:
    content = HEADER + "".join(f"{day},lumbar,,3,,\n" for day in dates)
    entries, problems, tally = diary(read, content)
    wanted = {line: date.fromisoformat(day) for line, day in enumerate(read_as, start=2) if day}
    assert {e.provenance.row: e.start.local.date() for e in entries} == wanted
    assert tally.refused == len(problems) == read_as.count(None)
    assert {p.line for p in problems} == set(range(2, len(dates) + 2)) - set(wanted)


def test_further_columns_are_named_once(read: Read) -> None:
    content = "date,region,score,signs,mood,sleep,notess\n" + "2026-11-10,lumbar,3,,4,8,x\n" * 3
    entries, (problem,), _ = diary(read, content)
    assert len(entries) == 3
    assert (problem.kind, problem.code, problem.line) == (ProblemKind.NOTE, "columns-ignored", 1)
    assert all(name in problem.found for name in ("mood", "sleep", "notess"))


def test_a_misspelt_column_is_guessed_aloud(read: Read) -> None:
    _, (problem,), _ = diary(read, "date,region,score,sgins\n2026-11-10,lumbar,3,fever\n")
    assert "Did you mean signs" in problem.hint


def test_an_open_quote_swallows_no_row(read: Read) -> None:
    content = (
        HEADER
        + '2026-11-10,lumbar,left,3,,"worse\n'
        + "2026-11-11,lumbar,both,6,saddle_numbness,\n"
        + '2026-11-12,lumbar,left,3,,"better"\n'
    )
    entries, problems, tally = diary(read, content)
    assert [entry.note for entry in entries] == ["worse", "", "better"]
    assert entries[1].signs == ("saddle_numbness",)
    assert [entry.provenance.row for entry in entries] == [2, 3, 4]
    assert codes(problems) == ["quote-open"]
    assert tally.read == 3


def test_a_note_over_several_lines_keeps_line_numbers_true(read: Read) -> None:
    content = (
        HEADER
        + '2026-11-10,lumbar,left,3,,"first, line\nsecond ""line""\n\nlast"\n'
        + "2026-11-11,lumbar,left,99,,\n"
    )
    entries, (problem,), _ = diary(read, content)
    assert entries[0].note == 'first, line\nsecond "line"\n\nlast'
    assert [entry.provenance.row for entry in entries] == [2, 6]
    assert problem.line == 6


def test_an_inch_mark_is_no_quote(read: Read) -> None:
    (entry,), problems, _ = diary(read, HEADER + '2026-11-10,lumbar,left,3,,box 20" high\n')
    assert (entry.note, problems) == ('box 20" high', [])


def test_rows_that_say_nothing_are_set_aside_by_name(read: Read) -> None:
    content = HEADER + ",,,,,\n" + HEADER + "2026-11-10,,,,,\n" + "2026-11-11,lumbar,,1,,\n"
    entries, problems, tally = diary(read, content)
    assert (len(entries), problems) == (1, [])
    assert dict(tally.set_aside) == {
        "empty row": 1,
        "repeated header": 1,
        "date without anything else": 1,
    }


def test_a_windows_code_page_beyond_the_head(read: Read) -> None:
    rows = "".join(f"2026-11-10,lumbar,left,3,,{'x' * 90}\n" for _ in range(800))
    content = (HEADER + rows).encode() + "2026-11-11,lumbar,left,3,fever,R\u00fccken\n".encode(
        "cp1252"
    )
    entries, problems, _ = diary(read, content)
    assert (entries[-1].note, entries[-1].signs, problems) == ("R\u00fccken", ("fever",), [])


def test_a_monstrous_line_costs_itself_alone(read: Read) -> None:
    content = HEADER + "2026-11-10," + "x" * 3_000_000 + "\n2026-11-11,lumbar,,3,fever,\n"
    (entry,), (problem,), _ = diary(read, content)
    assert entry.signs == ("fever",)
    assert (problem.code, problem.line, entry.provenance.row) == ("line-too-long", 2, 3)


def test_a_file_that_is_no_diary(read: Read) -> None:
    entries, (problem,), tally = diary(read, "a,b,c\n1,2,3\n")
    assert (entries, problem.code, tally.total) == ([], "header-missing", 0)


@given(
    rows=st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from([*SIGNS, "2026-11-10", "3"]), max_size=8),
        max_size=6,
    ),
    mark=st.sampled_from([",", ";", "\t"]),
)
def test_any_cells_are_accounted_for(read: Read, rows: list[list[str]], mark: str) -> None:
    header = HEADER.replace(",", mark)
    diary(read, header + "\n".join(mark.join(row) for row in rows))


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(read: Read, data: bytes) -> None:
    diary(read, data)
    diary(read, HEADER.encode() + data)
    diary(read, (HEADER + "2026-11-10,lumbar,left,3,").encode() + data)


@given(
    before=st.text(alphabet="abc \"',;\n", max_size=30),
    after=st.text(alphabet="abc \"',;\n", max_size=30),
    sign=st.sampled_from(sorted(EMERGENCY_SIGNS)),
)
def test_no_neighbour_hides_an_emergency_sign(
    read: Read, before: str, after: str, sign: str
) -> None:
    content = (
        f"{HEADER}2026-11-09,lumbar,left,3,,{before}\n"
        f"2026-11-10,lumbar,both,6,{sign},\n"
        f"2026-11-11,lumbar,left,3,,{after}\n"
    )
    entries, _, _ = diary(read, content)
    assert sign in {word for entry in entries for word in entry.signs}
