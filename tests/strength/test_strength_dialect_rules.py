"""What the tables of the dialects can say of a layout, one by one."""

from collections.abc import Callable

import pytest

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import (
    BodyMass,
    Problem,
    ProblemKind,
    SetType,
    StrengthSession,
    Tally,
    UnitBasis,
    WeightUnit,
)
from tl_strength import StrengthCsvAdapter
from tl_strength.wrapped import unwrap

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

KG = Reading(zone="Europe/Berlin", weight_unit=WeightUnit.KG)
REALM = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,"
    "IsWarmup,RPE,RIR,Categories,Note\n"
)
IOS = (
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
)
GYMBOOK = "Date,Workout,Time,Exercise,Region,Repetitions / Time,Weight / Distance,Notes,Skipped\n"
DAILY = "Date,Workout name,Exercise,Set,Weight,Reps,Distance,Duration,Measurement unit,Notes\n"


def realm(**cells: str) -> str:
    held = {
        "name": "Lower",
        "start": "2026-03-02T17:00:00Z",
        "end": "2026-03-02T18:00:00Z",
        "mass": "",
        "exercise": "Deadlift",
        "equipment": "Barbell",
        "reps": "5",
        "weight": '"100,0"',
        "time": "",
        "distance": "",
        "status": "Done",
        "warmup": "false",
        "rpe": "",
        "rir": "",
        "categories": "",
        "note": "",
    }
    assert set(cells) <= set(held)
    return ",".join((held | cells).values()) + "\n"


def gymbook(date: str, skipped: str = "No", amount: str = "5 reps", measure: str = "60 kg") -> str:
    return f"{date},A,18:00,Squat,Legs,{amount},{measure},,{skipped}\n"


@pytest.mark.parametrize(
    ("exercise", "equipment", "name"),
    [
        ("Deadlift", "Barbell", "Deadlift (Barbell)"),
        ("Barbell Row", "Barbell", "Barbell Row"),
        ("Deadlift", "None", "Deadlift"),
        ("Deadlift", "", "Deadlift"),
        ("Deadlift ", " Cable ", "Deadlift (Cable)"),
        ("Deadlift", "x" * 41, "Deadlift"),
    ],
)
def test_equipment_completes_the_name(exercise: str, equipment: str, name: str, read: Read) -> None:
    (session,), _, _ = read(REALM + realm(exercise=exercise, equipment=equipment), KG)
    assert session.sets[0].exercise == name


@pytest.mark.parametrize(
    ("status", "warmup", "kind"),
    [
        ("Done", "false", SetType.WORKING),
        ("Done", "true", SetType.WARMUP),
        ("Done", "1", SetType.WARMUP),
        ("Failed", "false", SetType.FAILURE),
        ("", "", SetType.WORKING),
    ],
)
def test_kinds_of_sets_by_status_and_flag(
    status: str, warmup: str, kind: SetType, read: Read
) -> None:
    (session,), problems, _ = read(REALM + realm(status=status, warmup=warmup), KG)
    assert (session.sets[0].set_type, problems) == (kind, [])


def test_planned_sets_are_set_aside_by_name(read: Read) -> None:
    content = REALM + realm() + realm(status="NotStarted") * 2
    sessions, problems, tally = read(content, KG)
    assert dict(tally.set_aside) == {"not started": 2}
    assert [len(session.sets) for session in sessions] == [1]
    assert problems == []


def test_a_status_nobody_knows_is_set_aside_and_said(read: Read) -> None:
    _, problems, tally = read(REALM + realm(status="Pausé") * 3 + realm(status="y" * 41), KG)
    assert (dict(tally.set_aside), tally.refused) == ({"pausé": 3}, 1)
    said = {problem.code: problem for problem in problems}
    assert said["row-label-unknown"].column == "Status"
    assert said["row-label-unknown"].kind is ProblemKind.NOTE
    assert "'pausé': 3" in said["row-label-unknown"].found
    assert said["status-not-understood"].line == 5


def test_holds_are_not_one_repetition(read: Read) -> None:
    content = REALM + realm(reps="1", time="00:00:45") + realm(reps="3", time="00:00:45")
    (session,), _, _ = read(content, KG)
    assert [(s.reps, s.duration_s) for s in session.sets] == [(None, 45.0), (3, 45.0)]


def test_decimal_commas_inside_quotes(read: Read) -> None:
    (session,), _, _ = read(REALM + realm(weight='"17,125"', rpe='"8,5"', rir="0"), KG)
    assert session.sets[0].weight is not None
    assert session.sets[0].weight.value == 17.125
    assert (session.sets[0].rpe, session.sets[0].rir) == (8.5, 0.0)


def test_a_reserve_that_cannot_be_is_left_out_and_said(read: Read) -> None:
    (session,), problems, _ = read(REALM + realm(rir="21"), KG)
    assert session.sets[0].rir is None
    assert [(problem.code, problem.column) for problem in problems] == [
        ("rir-not-understood", "RIR")
    ]


@pytest.mark.parametrize(
    ("unit", "basis"), [(WeightUnit.LB, UnitBasis.CONFIGURED), (None, UnitBasis.GUESSED)]
)
def test_body_mass_is_an_entry_once_a_workout(unit: WeightUnit | None, basis: UnitBasis) -> None:
    later = {"start": "2026-03-04T17:00:00Z", "end": "2026-03-04T18:00:00Z", "weight": ""}
    content = (
        REALM
        + realm(mass="", weight="")
        + realm(mass='"72,5"', weight="") * 2
        + realm(mass='"72,1"', **later)
        + realm(mass="0", name="Other", weight="")
    )
    reading = Reading(zone="Europe/Berlin", weight_unit=unit)
    file = SourceFile.of_bytes("log.csv", content.encode())
    found = [e for e in StrengthCsvAdapter().read(file, reading) if isinstance(e, BodyMass)]
    assert [(e.start.utc.day, e.mass.value, e.provenance.row) for e in found] == [
        (2, 72.5, 3),
        (4, 72.1, 5),
    ]
    assert {e.mass.basis for e in found} == {basis}


@pytest.mark.parametrize(
    ("kg", "lb", "weight"),
    [
        ("60", "", (60.0, "kg")),
        ("", "135", (135.0, "lb")),
        ("0", "135", (135.0, "lb")),
        ("0.0", "135", (135.0, "lb")),
        ("60", "0", (60.0, "kg")),
        ("0", "0", None),
        ("", "", None),
    ],
)
def test_of_two_weight_columns_the_filled_one_counts(
    kg: str, lb: str, weight: tuple[float, str] | None, read: Read
) -> None:
    (session,), _, _ = read(IOS + f"2026-03-02,Squat,Legs,{kg},{lb},5,,,,,wr\n")
    found = session.sets[0].weight
    assert (None if found is None else (found.value, found.unit.value)) == weight


def test_day_and_month_of_english_gymbook_are_decided_by_the_whole_file(read: Read) -> None:
    _, _, tally = read(GYMBOOK + gymbook("03/04/26") + gymbook("03/14/26"))
    assert tally.read == 2
    sessions, _, _ = read(GYMBOOK + gymbook("03/04/26") + gymbook("14/03/26"))
    assert sessions[-1].start.local.date().isoformat() == "2026-04-03"
    _, problems, tally = read(GYMBOOK + gymbook("03/04/26"))
    assert tally.refused == 1
    assert "day and month" in problems[0].expected


def test_quantities_that_cannot_be_are_refused_or_left_out(read: Read) -> None:
    content = GYMBOOK + "".join(
        gymbook("14/03/26", amount=amount, measure=measure)
        for amount, measure in (
            ("5 reps", "9000 kg"),
            ("99999 reps", "60 kg"),
            ("5 apples", "60 kg"),
            ("5 reps", "heavy"),
            ("60 seconds", "900 km"),
            ("99 hours", "0 kg"),
            ("2.5 reps", "60 kg"),
        )
    )
    sessions, problems, tally = read(content)
    assert (tally.read, tally.refused) == (3, 4)
    (session,) = sessions
    assert [(s.reps, s.duration_s, s.distance_m) for s in session.sets] == [
        (None, 60.0, None),
        (None, None, None),
        (2, None, None),
    ]
    assert [p.kind.value for p in problems] == ["refused"] * 4 + ["note", "note", "repaired"]


def test_one_column_for_the_units_of_weights_and_distances(read: Read) -> None:
    content = DAILY + (
        "2026-03-02 18:00:00,A,Squat,1,100,5,,,lb,\n2026-03-02 18:00:00,A,Run,1,,,2,600,km,\n"
    )
    (session,), problems, _ = read(content)
    assert problems == []
    assert session.sets[0].weight is not None
    assert session.sets[0].weight.unit is WeightUnit.LB
    assert (session.sets[1].distance_m, session.sets[1].duration_s) == (2000.0, 600.0)


def test_lines_quoted_as_a_whole_are_unwrapped() -> None:
    assert unwrap(['"A,B"\n', '"1,""x, y"""\n', "2,3\n", "\n"]) == [
        "A,B\n",
        '1,"x, y"\n',
        "2,3\n",
        "\n",
    ]


@pytest.mark.parametrize(
    "lines", [[], ["\n"], ["A,B\n", '"1,2"\n'], ['"A","B"\n'], ['"A"\n'], ['"A,B\n'], ['"A"x"\n']]
)
def test_other_lines_stay_as_they_are(lines: list[str]) -> None:
    assert unwrap(lines) is lines
