"""Signs in the pain diary: none is lost, least of all an emergency sign."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.vocabulary import EMERGENCY_SIGNS, SIGNS

if TYPE_CHECKING:
    from tests.desk.conftest import Diary

HEADER = "date,region,side,score,signs,note\n"


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_every_sign_in_every_spelling(diary: "Diary", sign: str) -> None:
    for written in (sign, sign.upper(), sign.replace("_", " "), f" {sign.replace('_', '-')} "):
        (entry,), problems, _ = diary(f"{HEADER}2026-11-10,,,,{written},\n")
        assert (entry.signs, problems) == ((sign,), [])


def test_a_misspelt_word_costs_no_other_sign(diary: "Diary") -> None:
    row = "2026-11-10,lumbar,both,6,nite_pain;saddle_numbness;bladder change,\n"
    (entry,), (problem,), tally = diary(HEADER + row)
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
    diary: "Diary", written: str, near: str
) -> None:
    (entry,), (problem,), _ = diary(f"{HEADER}2026-11-10,lumbar,both,6,{written},\n")
    assert entry.signs == ()
    assert problem.code == "sign-near-emergency"
    assert near in problem.hint
    assert "NOT counted" in problem.hint
    assert "emergency care" in problem.hint


@pytest.mark.parametrize("written", ["stiffness", "headache", "tired", "xyzzy"])
def test_an_ordinary_unknown_word_is_no_alarm(diary: "Diary", written: str) -> None:
    (entry,), (problem,), _ = diary(f"{HEADER}2026-11-10,lumbar,both,6,{written},\n")
    assert entry.signs == ()
    assert problem.code == "sign-unknown"
    assert "emergency" not in problem.hint


@pytest.mark.parametrize("written", ["no saddle numbness", "no saddle_numbness", "not fever"])
def test_a_denied_sign_is_not_counted(diary: "Diary", written: str) -> None:
    (entry,), (problem,), _ = diary(f"{HEADER}2026-11-10,lumbar,both,6,{written},\n")
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
    diary: "Diary", row: str, signs: tuple[str, ...], note: str | None
) -> None:
    (entry,), problems, _ = diary(HEADER + row)
    assert entry.signs == signs
    assert entry.note == ("worse,then better,then worse" if note is None else note)
    assert set(codes(problems)) <= {"row-too-wide", "sign-misplaced"}
    assert problems


def test_signs_between_semicolons_in_a_semicolon_file(diary: "Diary") -> None:
    content = (
        "date;region;side;score;signs;note\n"
        "2026-11-10;lumbar;both;6,5;saddle_numbness;bladder_change;since Monday\n"
    )
    (entry,), (problem,), _ = diary(content)
    assert entry.signs == ("saddle_numbness", "bladder_change")
    assert (entry.score, entry.note) == (6.5, "since Monday")
    assert problem.code == "row-too-wide"


def test_two_columns_of_signs_are_both_read(diary: "Diary") -> None:
    content = "date,region,signs,signs\n2026-11-10,lumbar,fever,saddle_numbness\n"
    (entry,), _, _ = diary(content)
    assert entry.signs == ("fever", "saddle_numbness")


def test_emergency_words_in_a_note_are_pointed_out_but_not_interpreted(diary: "Diary") -> None:
    row = "2026-11-10,lumbar,both,2,,no saddle numbness today\n"
    (entry,), (problem,), _ = diary(HEADER + row)
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
def test_a_lost_delimiter_loses_no_sign(diary: "Diary", row: str) -> None:
    (entry,), problems, _ = diary(f"{HEADER}{row}\n")
    assert entry.signs == ("saddle_numbness",)
    assert "sign-misplaced" in codes(problems)


def test_a_refused_row_does_not_take_an_emergency_sign_with_it_unsaid(diary: "Diary") -> None:
    content = HEADER + "Monday,lumbar,,6,saddle_numbness,\nMonday,lumbar,,6,fever,\n"
    _, (first, second), tally = diary(content)
    assert tally.refused == 2
    assert "saddle_numbness, which is NOT in the report" in first.hint
    assert "emergency" not in second.hint


def test_emergency_words_anywhere_are_pointed_out(diary: "Diary") -> None:
    _, problems, _ = diary(HEADER + "2026-11-10,new bladder change at night,,6,,\n")
    assert codes(problems) == ["emergency-words", "region-unknown"]


@given(
    before=st.text(alphabet="abc \"',;\n", max_size=30),
    after=st.text(alphabet="abc \"',;\n", max_size=30),
    sign=st.sampled_from(sorted(EMERGENCY_SIGNS)),
)
def test_no_neighbour_hides_an_emergency_sign(
    diary: "Diary", before: str, after: str, sign: str
) -> None:
    content = (
        f"{HEADER}2026-11-09,lumbar,left,3,,{before}\n"
        f"2026-11-10,lumbar,both,6,{sign},\n"
        f"2026-11-11,lumbar,left,3,,{after}\n"
    )
    entries, _, _ = diary(content)
    assert sign in {word for entry in entries for word in entry.signs}
