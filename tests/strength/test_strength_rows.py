"""Every row is read, refused with its place, or set aside by name."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Clock, Problem, ProblemKind, SetType, StrengthSession, Tally, WeightUnit
from tl_strength import importing, limits

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

A12 = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
KG = Reading(zone="Europe/Berlin", weight_unit=WeightUnit.KG)
GOOD = '2026-03-02 18:05:10,"Lower",1h,"Deadlift (Barbell)",1,100.0,5,0,0,"","",8\n'


def row(**cells: str) -> str:
    held = {
        "date": "2026-03-02 18:05:10",
        "title": "Lower",
        "duration": "1h",
        "exercise": "Deadlift (Barbell)",
        "order": "1",
        "weight": "100",
        "reps": "5",
        "distance": "0",
        "seconds": "0",
        "notes": "",
        "workout_notes": "",
        "rpe": "8",
    }
    assert set(cells) <= set(held)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow((held | cells).values())
    return out.getvalue()


@pytest.mark.parametrize(
    ("cells", "column", "found"),
    [
        ({"date": "yesterday"}, "Date", "'yesterday'"),
        ({"date": ""}, "Date", "''"),
        ({"exercise": "  "}, "Exercise Name", "''"),
        ({"weight": "heavy"}, "Weight", "'heavy'"),
        ({"weight": "-20"}, "Weight", "'-20'"),
        ({"weight": "nan"}, "Weight", "'nan'"),
        ({"weight": "inf"}, "Weight", "'inf'"),
        ({"weight": "5000.1"}, "Weight", "'5000.1'"),
        ({"weight": "1e308"}, "Weight", "'1e308'"),
        ({"reps": "10001"}, "Reps", "'10001'"),
        ({"reps": "8-10"}, "Reps", "'8-10'"),
        ({"seconds": "soon"}, "Seconds", "'soon'"),
        ({"order": "x" * 41}, "Set Order", repr("x" * 41)),
    ],
)
def test_a_bad_row_is_refused_with_its_place(
    cells: dict[str, str], column: str, found: str, read: Read
) -> None:
    sessions, problems, tally = read(A12 + GOOD + row(**cells) + GOOD, KG)
    assert (tally.total, tally.read, tally.refused) == (3, 2, 1)
    assert [len(session.sets) for session in sessions] == [2]
    assert [(p.line, p.column, p.found, p.kind) for p in problems] == [
        (3, column, found, ProblemKind.REFUSED)
    ]
    assert problems[0].expected
    assert problems[0].hint


@pytest.mark.parametrize("cut", ["2026-03-02 18:05:10,Low", '2026-03-02 18:05:10,"Low', GOOD[:60]])
def test_a_row_cut_short_is_refused(cut: str, read: Read) -> None:
    _, problems, tally = read(A12 + GOOD + cut, KG)
    assert (tally.total, tally.read, tally.refused) == (2, 1, 1)
    assert [(problem.line, problem.code) for problem in problems] == [(3, "row-cut-short")]


def test_lines_are_those_of_an_editor(read: Read) -> None:
    content = A12 + row(notes="first\nsecond\r\nthird") + row(reps="x") + "\n\n" + row(reps="y")
    sessions, problems, _ = read(content, KG)
    assert [problem.line for problem in problems] == [5, 8]
    assert sessions[0].sets[0].note == "first\nsecond\r\nthird"


def test_a_stray_quote_costs_no_more_than_its_row(read: Read) -> None:
    stray = GOOD.replace('"","",8', '"an open quote,"",8')
    sessions, problems, tally = read(A12 + GOOD + stray + GOOD * 300, KG)
    assert tally.total == 302
    assert tally.read >= 301
    assert len(problems) == tally.refused
    assert len(sessions[0].sets) == tally.read


def test_kinds_of_sets_and_of_rows_without_one(read: Read) -> None:
    tags = ["1", "0", "2.0", "", "W", "d", "F", "WARM_UP", "Warm-up", "drop set", "Failure"]
    labels = ["Rest Timer", "rest  timer", "Note", "Minuteur de repos", "Tempo di recupero"]
    content = A12 + "".join(row(order=tag) for tag in [*tags, *labels])
    sessions, problems, tally = read(content, KG)
    working, warmup, drop, failure = (
        SetType.WORKING,
        SetType.WARMUP,
        SetType.DROP,
        SetType.FAILURE,
    )
    assert [each.set_type for each in sessions[0].sets] == [
        *[working] * 4,
        *[warmup, drop, failure, warmup, warmup, drop, failure],
    ]
    assert tally.set_aside == (
        ("minuteur de repos", 1),
        ("note", 1),
        ("rest timer", 2),
        ("tempo di recupero", 1),
    )
    assert [(problem.code, problem.kind) for problem in problems] == [
        ("row-label-unknown", ProblemKind.NOTE)
    ]
    assert "tempo di recupero" in problems[0].found


def test_a_crowd_of_labels_is_refused(read: Read) -> None:
    content = A12 + "".join(row(order=f"label {chr(97 + n)}") for n in range(26))
    _, problems, tally = read(content, KG)
    assert sum(count for _, count in tally.set_aside) == 20
    assert tally.refused == 6
    assert sum(problem.kind is ProblemKind.REFUSED for problem in problems) == 6


def test_the_header_again_and_blank_rows_are_set_aside(read: Read) -> None:
    _, problems, tally = read(A12 + GOOD + A12 + "," * 11 + "\n\n" + GOOD, KG)
    assert problems == []
    assert tally.total == 4
    assert tally.set_aside == (("blank", 1), ("header", 1))


def test_empty_cells_past_the_header_do_no_harm(read: Read) -> None:
    _, problems, tally = read(A12 + GOOD.strip() + ",,,\n" + GOOD.strip() + ",x\n", KG)
    assert (tally.read, tally.refused) == (1, 1)
    assert problems[0].code == "row-too-long"


@pytest.mark.parametrize(("rpe", "kept"), [("0", None), ("", None), ("6.5", 6.5), ("10", 10.0)])
def test_exertion(rpe: str, kept: float | None, read: Read) -> None:
    sessions, problems, _ = read(A12 + row(rpe=rpe), KG)
    assert sessions[0].sets[0].rpe == kept
    assert problems == []


@pytest.mark.parametrize("rpe", ["11", "0.5", "hard"])
def test_exertion_past_belief_does_not_cost_the_set(rpe: str, read: Read) -> None:
    sessions, problems, _ = read(A12 + row(rpe=rpe), KG)
    assert sessions[0].sets[0].rpe is None
    assert [(problem.kind, problem.column) for problem in problems] == [(ProblemKind.NOTE, "RPE")]


def test_part_of_a_repetition_is_left_out_and_said(read: Read) -> None:
    sessions, problems, _ = read(A12 + row(reps="7.5"), KG)
    assert sessions[0].sets[0].reps == 7
    assert [problem.kind for problem in problems] == [ProblemKind.REPAIRED]


def test_timed_sets_have_no_reps_and_failed_sets_have_none_done(read: Read) -> None:
    sessions, _, _ = read(A12 + row(weight="0", reps="0", seconds="75") + row(reps="0"), KG)
    timed, failed = sessions[0].sets
    assert (timed.reps, timed.duration_s, timed.weight) == (None, 75.0, None)
    assert failed.reps == 0
    assert failed.weight is not None


def test_a_set_longer_than_a_day_loses_its_duration(read: Read) -> None:
    sessions, problems, _ = read(A12 + row(seconds="86401"), KG)
    assert sessions[0].sets[0].duration_s is None
    assert [(problem.kind, problem.column) for problem in problems] == [
        (ProblemKind.NOTE, "Seconds")
    ]


@pytest.mark.parametrize(("duration", "kept"), [("6h", 21600.0), ("6h 1m", None), ("often", None)])
def test_duration_of_a_workout_is_told_once(duration: str, kept: float | None, read: Read) -> None:
    sessions, problems, _ = read(A12 + row(duration=duration) * 3, KG)
    assert sessions[0].duration_s == kept
    assert len(problems) == (kept is None)


def test_workouts_are_told_apart_and_put_in_the_order_of_time(read: Read) -> None:
    content = (
        A12
        + row(date="2026-03-09 08:00:00", title="B")
        + row(date="2026-03-02 18:05:10", title="Lower", exercise="Squat (Barbell)")
        + row(date="2026-03-02 18:05:10", title="Upper")
        + row(date="2026-03-02 18:05:10", title="Lower")
    )
    sessions, _, _ = read(content, KG)
    assert [(s.title, s.provenance.row) for s in sessions] == [("Lower", 3), ("Upper", 4), ("B", 2)]
    assert [(each.exercise, each.row) for each in sessions[0].sets] == [
        ("Squat (Barbell)", 3),
        ("Deadlift (Barbell)", 5),
    ]


def test_clocks_of_a_night_that_has_them_twice_or_not_at_all(read: Read) -> None:
    starts = ["2026-10-25 02:30:00", "2026-03-29 02:30:00", "2026-03-28 02:30:00"]
    sessions, _, tally = read(A12 + "".join(row(date=start) for start in starts), KG)
    assert tally.read == 3
    assert [session.start.clock for session in sessions] == [
        Clock.LOCAL,
        Clock.AMBIGUOUS,
        Clock.AMBIGUOUS,
    ]


def test_a_hevy_workout_over_the_change_of_clocks_lasts_as_long_as_it_did(read: Read) -> None:
    content = (
        '"title","start_time","end_time","exercise_title","set_index","set_type","weight_kg","reps"'
        '\n"Night","29 Mar 2026, 01:30","29 Mar 2026, 03:30","Squat (Barbell)",0,"normal",100,5\n'
    )
    sessions, _, _ = read(content, KG)
    assert sessions[0].duration_s == 3600.0


def test_an_end_before_the_start_is_no_duration(read: Read) -> None:
    content = (
        '"title","start_time","end_time","exercise_title","set_index","set_type","weight_kg","reps"'
        '\n"Night","29 Mar 2026, 18:30","29 Mar 2026, 18:00","Squat (Barbell)",0,"normal",100,5\n'
    )
    sessions, problems, _ = read(content, KG)
    assert sessions[0].duration_s is None
    assert [problem.code for problem in problems] == ["workout-duration"]


def test_windows_1252_is_read_and_said(read: Read) -> None:
    content = (A12 + row(exercise="Développé couché")).encode("cp1252")
    sessions, problems, _ = read(content, KG)
    assert sessions[0].sets[0].exercise == "Développé couché"
    assert [(problem.code, problem.kind, problem.line) for problem in problems] == [
        ("encoding", ProblemKind.NOTE, 2)
    ]


def test_one_foreign_byte_does_not_spoil_the_other_lines(read: Read) -> None:
    content = (A12 + row(exercise="Élévation") + row(notes="@")).encode().replace(b"@", b"\xff")
    sessions, _, _ = read(content, KG)
    assert [each.exercise for each in sessions[0].sets] == ["Élévation", "Deadlift (Barbell)"]


def test_nul_bytes_are_removed_and_said(read: Read) -> None:
    sessions, problems, tally = read(A12 + GOOD.replace("Dead", "D\0ead") + "\0" * 50, KG)
    assert sessions[0].sets[0].exercise == "Deadlift (Barbell)"
    assert [(problem.code, problem.line) for problem in problems] == [("nul-bytes", 2)]
    assert tally.total == 1


def test_rows_past_the_cap_are_refused_with_one_problem(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = limits.limits()
    small = full.model_copy(update={"file": full.file.model_copy(update={"rows": 2})})
    monkeypatch.setattr(importing, "limits", lambda: small)
    _, problems, tally = read(A12 + GOOD * 5, KG)
    assert (tally.total, tally.read, tally.refused) == (5, 2, 3)
    assert [problem.code for problem in problems] == ["too-many-rows"]


def test_file_with_a_header_alone_is_empty_not_wrong(read: Read) -> None:
    assert read(A12) == (
        [],
        [],
        Tally(file="log.csv", adapter="strength-csv", unit="row", total=0, read=0, refused=0),
    )


def test_equal_rows_are_sets_done_alike(read: Read) -> None:
    header = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
    sessions, _, _ = read(header + "2026-03-02,Deadlift,Back,100.0,5,,,\n" * 5)
    assert [len(session.sets) for session in sessions] == [5]
    assert sessions[0].start.clock is Clock.DATE


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
def test_shuffled_and_cut_files_still_add_up(read: Read, random: Random, cut: int) -> None:
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
