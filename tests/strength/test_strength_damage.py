"""Foreign encodings, spoiled files and random ones: whatever comes, the account adds up."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Problem, ProblemKind, StrengthSession, Tally, WeightUnit

if TYPE_CHECKING:
    from tests.strength.conftest import RowMaker

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

A12 = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
KG = Reading(zone="Europe/Berlin", weight_unit=WeightUnit.KG)
GOOD = '2026-03-02 18:05:10,"Lower",1h,"Deadlift (Barbell)",1,100.0,5,0,0,"","",8\n'


def test_windows_1252_is_read_and_said(read: Read, row: "RowMaker") -> None:
    content = (A12 + row(exercise="Développé couché")).encode("cp1252")
    sessions, problems, _ = read(content, KG)
    assert sessions[0].sets[0].exercise == "Développé couché"
    assert [(problem.code, problem.kind, problem.line) for problem in problems] == [
        ("encoding", ProblemKind.NOTE, 2)
    ]


def test_one_foreign_byte_does_not_spoil_the_other_lines(read: Read, row: "RowMaker") -> None:
    content = (A12 + row(exercise="Élévation") + row(notes="@")).encode().replace(b"@", b"\xff")
    sessions, _, _ = read(content, KG)
    assert [each.exercise for each in sessions[0].sets] == ["Élévation", "Deadlift (Barbell)"]


def test_nul_bytes_are_removed_and_said(read: Read) -> None:
    sessions, problems, tally = read(A12 + GOOD.replace("Dead", "D\0ead") + "\0" * 50, KG)
    assert sessions[0].sets[0].exercise == "Deadlift (Barbell)"
    assert [(problem.code, problem.line) for problem in problems] == [("nul-bytes", 2)]
    assert tally.total == 1


def test_file_with_a_header_alone_is_empty_not_wrong(read: Read) -> None:
    assert read(A12) == (
        [],
        [],
        Tally(file="log.csv", adapter="strength-csv", unit="row", total=0, read=0, refused=0),
    )


SAMPLES = [path.read_bytes() for path in sorted((Path(__file__).parent / "samples").glob("*.csv"))]


HEADS = [sample.split(b"\n", 1)[0] + b"\n" for sample in SAMPLES]


anything = st.text(
    alphabet=st.one_of(st.sampled_from('",;\n\r\t\0 1.e-'), st.characters(codec="utf-8")),
    max_size=60,
)


lenient = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@lenient
@given(st.sampled_from(HEADS), st.binary(max_size=400))
def test_random_bytes_below_a_header_never_raise(read: Read, head: bytes, body: bytes) -> None:
    read(head + body, KG)


@lenient
@given(st.sampled_from(HEADS), st.lists(st.lists(anything, max_size=14), max_size=6))
def test_random_cells_never_raise(read: Read, head: bytes, rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";" if b";" in head else ",").writerows(rows)
    read(head + out.getvalue().encode(), KG)


@lenient
@given(st.sampled_from(SAMPLES), st.data())
def test_a_spoiled_export_never_raises_and_still_adds_up(
    read: Read, sample: bytes, data: st.DataObject
) -> None:
    head, body = sample.split(b"\n", 1)
    at = data.draw(st.integers(0, len(body)))
    length = data.draw(st.integers(0, 20))
    spoiled = body[:at] + data.draw(st.binary(max_size=20)) + body[at + length :]
    read(head + b"\n" + spoiled, Reading(zone="America/New_York"))


@lenient
@given(
    st.sampled_from([",", ";"]),
    st.sampled_from(["\n", "\r\n"]),
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(
                str.strip
            ),
            st.text(st.characters(codec="utf-8", exclude_characters="\0")),
        ),
        min_size=1,
        max_size=8,
    ),
)
def test_text_goes_there_and_back(
    read: Read, delimiter: str, end: str, texts: list[tuple[str, str]]
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(A12.strip().split(","))
    for exercise, note in texts:
        cells = next(csv.reader([GOOD]))
        cells[3], cells[9] = exercise, note
        writer.writerow(cells)
    sessions, problems, _ = read(out.getvalue(), KG)
    assert problems == []
    assert [(each.exercise, each.note) for each in sessions[0].sets] == texts


@lenient
@given(st.randoms(use_true_random=False), st.integers(min_value=0))
def test_shuffled_and_cut_files_still_add_up(
    read: Read, row: "RowMaker", random: Random, cut: int
) -> None:
    rows = [
        row(date=f"2026-03-{day:02} 18:00:00", order=order, reps=str(day))
        for day in range(1, 8)
        for order in ("W", "1", "Rest Timer", "2")
    ]
    random.shuffle(rows)
    whole, _, tally = read(A12 + "".join(rows), KG)
    assert (tally.read, dict(tally.set_aside)) == (21, {"rest timer": 7})
    assert [session.sets[0].reps for session in whole] == list(range(1, 8))
    body = "".join(rows)
    _, _, left = read(A12 + body[: cut % len(body)], KG)
    assert left.read <= tally.read
    assert left.refused <= 1
