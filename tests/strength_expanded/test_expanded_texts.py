"""JEFIT's sections and workouts in JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Problem, Tally
from tl_strength import HevyJsonAdapter, JefitAdapter, ProgressionAdapter, StrengthCsvAdapter
from tl_strength.dialect import dialects
from tl_strength.layout import claimants, header_of

ReadAny = Callable[..., Any]

LOGS = (
    "### EXERCISE LOGS ########\n\nUSERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,"
    "day_item_id,belongsession,logTime,interval_logs,auto_generated\n"
)
KEYS = [
    *("workouts", "events", "workout", "exercises", "sets", "start_time", "end_time", "id"),
    *("title", "weight_kg", "reps", "type", "activities", "performance", "completedSets"),
    *("startTime", "name", "weight"),
]
SESSIONS = "### WORKOUT SESSIONS ####\nrowid,_id,total_time,starttime,endtime\n"


def log(logs: str, session: str = "7", day: str = "2026-03-02", clock: str = "0") -> str:
    return f'1,"2026-03-09 08:00:00",1,"{logs}",1,0,{day},8,Squat,8,{session},{clock},,0\n'


def setting(mass: str) -> str:
    return f"### SETTING ####\nrow_id,mass\n1, {mass}\n"


def workout(**other: object) -> dict[str, object]:
    sets = [{"type": "normal", "weight_kg": 60, "reps": 5}]
    return {
        "title": "A",
        "start_time": "2026-03-02T22:30:00Z",
        "exercises": [{"title": "Squat", "sets": sets}],
    } | other


@pytest.mark.parametrize(("mass", "unit"), [("kgs", "kg"), ("lbs", "lb")])
def test_the_settings_name_the_unit(mass: str, unit: str, read_any: ReadAny) -> None:
    found = read_any(setting(mass) + LOGS + log("44.10x5,44.10x3"))
    assert found.brief == [("Squat", 5, 44.1, unit), ("Squat", 3, 44.1, unit)]
    assert found.problems == []


def test_without_settings_the_unit_is_guessed(read_any: ReadAny) -> None:
    assert read_any(LOGS + log("44.10x5")).codes == {"unit-guessed"}


def test_sessions_give_start_and_end(read_any: ReadAny) -> None:
    sessions = SESSIONS + "1,7,0,1772490900,1772494200\n"
    session = read_any(sessions + LOGS + log("60x5") + log("40x5")).sessions[0]
    assert session.start.utc.isoformat() == "2026-03-02T22:35:00+00:00"
    assert (session.duration_s, len(session.sets)) == (3300.0, 2)


def test_the_time_of_synchronising_is_not_that_of_training(read_any: ReadAny) -> None:
    start = read_any(LOGS + log("60x5", clock="1773043200")).sessions[0].start
    assert (start.timed, start.local.date().isoformat()) == (False, "2026-03-02")


def test_rows_of_other_sections_are_set_aside_by_name(read_any: ReadAny) -> None:
    found = read_any(setting("kgs") + SESSIONS + "1,7,0,0,0\n" + LOGS + log("60x5"))
    assert dict(found.tally.set_aside) == {"setting": 1, "workout sessions": 1}
    assert found.tally.total == 3


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: {"page": 1, "workouts": [one]},
        lambda one: [one],
        lambda one: one,
        lambda one: {"workout": one},
        lambda one: [{"workouts": [one]}],
        lambda one: {"events": [{"type": "updated", "workout": one}]},
    ],
)
def test_every_wrapping_of_a_workout_in_json(
    wrap: Callable[[object], object], read_any: ReadAny
) -> None:
    found = read_any(json.dumps(wrap(workout())), name="hevy.json")
    assert found.brief == [("Squat", 5, 60.0, "kg")]


def test_utc_stays_the_instant_it_is(read_any: ReadAny) -> None:
    start = read_any(json.dumps(workout()), name="w.json").sessions[0].start
    assert start.local.isoformat() == "2026-03-02T23:30:00+01:00"


def test_pages_exported_twice_count_once(read_any: ReadAny) -> None:
    one = workout(id="a")
    found = read_any(json.dumps([one, one, workout(id="b")]), name="w.json")
    assert len(found.sets) == 2
    assert found.tally.set_aside == (("exported again", 1),)


@pytest.mark.parametrize("text", ['[{"exercises": [', "[" * 9000, '{"a": NaN}', '{"data": 1}'])
def test_json_without_workouts_is_one_problem(text: str) -> None:
    file = SourceFile.of_bytes("w.json", text.encode())
    problem, tally = HevyJsonAdapter().read(file, Reading())
    assert isinstance(problem, Problem)
    assert problem.code in ("json-broken", "no-workouts")
    assert tally == Tally(
        file="w.json", adapter="hevy-json", unit="item", total=0, read=0, refused=0
    )


def test_numbers_beyond_all_bounds_cost_their_set(read_any: ReadAny) -> None:
    sets = '[{"type": "normal", "weight_kg": 1e999999, "reps": 5}, {"weight_kg": 60, "reps": 5}]'
    text = json.dumps(workout()).replace('[{"type": "normal", "weight_kg": 60, "reps": 5}]', sets)
    found = read_any(text, name="w.json")
    assert found.brief == [("Squat", 5, 60.0, "kg")]
    assert found.tally.refused == 1


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(KEYS),
                inner,
                max_size=5,
            )
        ),
        max_leaves=25,
    )
)
def test_any_json_is_read_without_raising(document: object) -> None:
    file = SourceFile.of_bytes("w.json", json.dumps(document).encode())
    for adapter in (HevyJsonAdapter(), ProgressionAdapter()):
        *_, tally = adapter.read(file, Reading())
        assert isinstance(tally, Tally)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        '{"exercises": [], "sets": []}',
        "### SETTING ####\nrow_id,mass\n",
        "### A heading\n\nSome text with EXERCISE LOGS in it\n",
        "date,title,description\n",
    ],
)
def test_what_only_looks_alike_is_not_claimed(text: str) -> None:
    file = SourceFile.of_bytes("file.txt", text.encode())
    for adapter in (HevyJsonAdapter(), JefitAdapter(), StrengthCsvAdapter()):
        assert not adapter.recognises(file)


def test_every_dialect_that_expands_rows_has_a_sample(goldens: Path) -> None:
    spoken = set()
    for path in (goldens / "strength-csv").glob("*.csv"):
        header = header_of(path.read_text(encoding="utf-8-sig").splitlines(keepends=True))
        assert header is not None
        layouts = claimants(header)
        assert len(layouts) == 1
        spoken.add(layouts[0].dialect.name)
    assert spoken >= {dialect.name for dialect in dialects() if dialect.expand}
