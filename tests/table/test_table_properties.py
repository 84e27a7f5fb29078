"""Whatever stands in a file: nothing raises, and every row is accounted for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table.table_reading import read_table
from tests.table.workbooks import golden
from tl_analyzer.adapter import SourceFile
from tl_table import StrengthTableAdapter

HEAD = "Date,Exercise,Sets,Reps,Load,Unit,RPE,Duration (s),Type,Done\n"
WORDS = """2026-11-09 03/04/2026 Squat 3 8-10 5/5/4 60 60/70 BW+20 -15 100x5 80% kg lb x W no 1:30
Total 62,5 1e9 ٣ 2x20 3x10@60kg"""
CELLS = st.one_of(st.sampled_from(["", *WORDS.split()]), st.text(max_size=8))
BOOK = golden()


def _lines(cells: list[list[str]]) -> list[str]:
    return [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells]


@given(st.lists(st.lists(CELLS, max_size=12), max_size=8))
def test_any_cells_are_accounted_for(cells: list[list[str]]) -> None:
    found = read_table(HEAD + "\n".join(_lines(cells)))
    refused = sum(problem.kind == "refused" for problem in found.problems)
    assert found.tally.refused == refused
    assert found.tally.read <= len(found.sets) or found.tally.read == 0


@given(st.binary(max_size=300))
def test_any_bytes_are_told_or_left(data: bytes) -> None:
    StrengthTableAdapter().recognises(SourceFile.of_bytes("table.csv", data))
    read_table(data)
    read_table(HEAD.encode() + data)


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_workbook_never_raises(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(BOOK) - 1))
    byte = data.draw(st.integers(0, 255))
    read_table(BOOK[:at] + bytes([byte]) + BOOK[at + 1 :], "coach.xlsx")


@given(st.permutations(range(6)))
def test_order_of_rows_makes_no_difference_to_days(order: list[int]) -> None:
    rows = [f"2026-11-{9 + n // 2:02d},Squat,1,{5 + n},100,kg,,,,\n" for n in range(6)]
    plain = read_table(HEAD + "".join(rows))
    mixed = read_table(HEAD + "".join(rows[n] for n in order))
    assert [s.start for s in mixed.sessions] == [s.start for s in plain.sessions]
    assert sorted(mixed.loads, key=str) == sorted(plain.loads, key=str)
