"""Which tables are understood without being explained, and which belong to others."""

from pathlib import Path

import pytest

from tl_analyzer.adapter import SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.walk import walk
from tl_analyzer.plugins import adapters
from tl_table import StrengthTableAdapter

HERE = Path(__file__).parent


def _claims(header: str) -> bool:
    file = SourceFile.of_bytes("table.csv", f"{header}\n".encode())
    return StrengthTableAdapter().recognises(file)


@pytest.mark.parametrize(
    "header",
    [
        "Date,Exercise,Sets,Reps,Load (kg)",
        "Datum;Übung;Satz;Wdh.;Gewicht, kg",
        "Datum;Uebung;Saetze;Wiederholungen;Gewicht in kg",
        "Date;Exercice;Séries;Répétitions;Charge (kg)",
        "Fecha,Ejercicio,Series,Repeticiones,Peso",
        "Data;Esercizio;Serie;Ripetizioni;Carico",
        "Data,Exercício,Séries,Repetições,Carga",
        "Datum;Oefening;Sets;Herhalingen;Gewicht",
        "DATE\tLIFT\tLBS\tREPS",
        "workout_date,exercise_name,load_kg,reps",
        "Day,Exercise,Sets x Reps",
        "Date,Exercise,Set 1,Set 2,Set 3",
        "sep=;\nDate;Exercise;Reps",
        "My log\n\n\nWeek 1\nDate,Exercise,Reps",
        ",Date,Exercise Name,Set Order,Weight,Reps,Duration (minutes)",
    ],
)
def test_header_that_can_be_meant_in_one_way_is_understood(header: str) -> None:
    assert _claims(header)


@pytest.mark.parametrize(
    "header",
    [
        "Date,Exercise",
        "Exercise,Sets,Reps",
        "Date,Reps,Weight",
        "Date,Exercise,Target reps",
        "Date,Exercise,Reps,Reps",
        "Date,Exercise,Weight,Load",
        "Date,Exercise,Reps (kg)",
        "date,weight,restingHR,hrv,sleepSecs,comments",
        "name,pattern,tl_hinge",
        "just text without any table",
    ],
)
def test_what_is_missing_or_double_is_not_guessed(header: str) -> None:
    assert not _claims(header)


@pytest.mark.parametrize(
    "header",
    [
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes",
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time",
        "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,isWarmup,Note,multiplier",
        "Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;Para6;Para7",
        "Date,Exercise,Type,Exercise Calories,Exercise Minutes,Sets,Reps Per Set,Kilograms",
        "Title,Date,Duration,Exercise,Superset id,Weight,Reps,Distance,Time,Set Type",
    ],
)
def test_header_of_an_app_is_left_to_its_own_adapter(header: str) -> None:
    assert not _claims(header)


def test_foreign_columns_are_told_by_all_of_them() -> None:
    assert _claims("Date,Exercise,Set Order,Reps")
    assert not _claims("Date,Workout Name,Exercise,Set Order,Reps")


def test_no_sample_of_another_format_is_claimed() -> None:
    own = {HERE.parent / "goldens" / "strength-table", HERE}
    folders = [HERE.parent / "goldens", *HERE.parent.rglob("samples")]
    for folder in folders:
        for file in walk(folder, Limits()):
            if isinstance(file, SourceFile) and Path(file.name).parent not in own:
                assert not StrengthTableAdapter().recognises(file), file.name


def test_corpus_has_one_claimant_a_file_at_most(corpus: Path) -> None:
    installed = adapters()
    claimed = []
    for file in walk(corpus / "strength", Limits()):
        if isinstance(file, SourceFile):
            names = [adapter.name for adapter in claimants(file, installed)[0]]
            assert len(names) <= 1, file.name
            claimed += [file.base] if names == ["strength-table"] else []
    assert claimed == ["jannesantana__gymdata__sample_gym.csv"]


def test_only_the_generic_file_of_the_corpus_is_claimed(corpus: Path) -> None:
    for folder in ("bulk", "desk", "exercises"):
        for file in walk(corpus / folder, Limits()):
            if isinstance(file, SourceFile):
                assert not StrengthTableAdapter().recognises(file), file.name
