from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

import pytest

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import Problem, StrengthSession, Tally
from tl_analyzer.parsing.header import Header, find_header
from tl_strength import StrengthCsvAdapter
from tl_strength import adapter as module
from tl_strength.dialect import Dialect, dialects
from tl_strength.layout import Layout, claimants

Source = Callable[..., SourceFile]
Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

CLASSIC = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n"


def test_adapter_keeps_the_contract() -> None:
    adapter = StrengthCsvAdapter()
    assert isinstance(adapter, Adapter)
    assert (adapter.name, adapter.contract) == ("strength-csv", 1)
    assert "\n" not in adapter.recognised


@pytest.mark.parametrize(
    "head",
    [
        CLASSIC,
        CLASSIC.upper(),
        "\n\n" + CLASSIC,
        "sep=,\n" + CLASSIC,
        CLASSIC.replace(",", "\t"),
        CLASSIC.replace(",", " ; "),
        CLASSIC.replace(" ", "_").lower(),
        '"' + CLASSIC.strip().replace(",", '","') + '"\n',
        "\ufeff" + CLASSIC,
    ],
)
def test_ways_to_write_a_header(head: str, source: Source) -> None:
    assert StrengthCsvAdapter().recognises(source(head))


@pytest.mark.parametrize(
    "head",
    [
        "",
        "\n\n\n",
        "\x89PNG\r\n\x1a\n",
        "date,region,side,score,signs,note\n",
        "start,end,posture\n",
        # The order of sets alone does not make a Strong export.
        ",Date,Exercise Name,Set Order,Weight,Reps,Duration (minutes)\n",
        # Some of the columns of the Hevy API, of GymBook and of Fitbod.
        "workout_title,workout_start_time,exercise_title,set_index,set_type,weight_kg,weight_lbs\n",
        "Date,Exercise,Repetitions / Time,Notes\n",
        "Date,Exercise,Reps,Weight(kg)\n",
        # A header of another app that is quoted as a whole.
        '"Date,Time,Measurement,Value,Unit"\n',
        '"Date"\n',
        "Date,Time,Measurement,Value,Unit\n",
        "Date,Workout Name,Exercise Name,Set Order\n",
    ],
)
def test_other_files_are_left_alone(head: str, source: Source) -> None:
    assert not StrengthCsvAdapter().recognises(source(head))


def test_file_of_no_dialect_is_one_problem(read: Read) -> None:
    sessions, problems, tally = read("a,b\n1,2\n")
    assert (sessions, tally.total) == ([], 0)
    assert [problem.code for problem in problems] == ["header-unknown"]


def test_two_claimants_are_named(
    read: Read, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = dialects()
    twin = next(each for each in known if each.name == "strong-classic")
    crowd = [*known, twin.model_copy(update={"name": "twin"})]

    def crowded(header: Header, offered: Iterable[Dialect] | None = None) -> list[Layout]:
        return claimants(header, offered or crowd)

    monkeypatch.setattr(module, "claimants", crowded)
    assert StrengthCsvAdapter().recognises(source(CLASSIC))
    _, problems, tally = read(CLASSIC + "2026-03-02 18:00:00,A,Squat,1,100,5,0,0,\n")
    assert [problem.code for problem in problems] == ["two-dialects"]
    assert "strong-classic and twin" in problems[0].found
    assert tally.total == 0


def test_names_of_dialects_are_unique() -> None:
    names = [dialect.name for dialect in dialects()]
    assert len(names) == len(set(names))


def test_header_is_found_once_and_numbered() -> None:
    header = find_header(["sep=;\r\n", "\r\n", '"A";"B, C"\r\n', "1;2\r\n"])
    assert header == Header(cells=("A", "B, C"), keys=("a", "b, c"), delimiter=";", line=3)


def test_a_file_too_large_is_refused_unread(source: Source) -> None:
    small = source(CLASSIC)

    def unopened() -> BinaryIO:
        raise AssertionError("opened")

    large = SourceFile(small.name, small.head, 200_000_001, unopened)
    found = list(StrengthCsvAdapter().read(large, Reading()))
    assert [type(entry) for entry in found] == [Problem, Tally]
    assert isinstance(found[0], Problem)
    assert found[0].code == "file-too-large"


def test_only_its_own_files_of_the_corpus(corpus: Path, source: Source) -> None:
    mine = {
        "fitbod",
        "fitnotes",
        "fitnotes2",
        "gymbook",
        "gymrun",
        "hevy",
        "hevy_api",
        "strong",
        "stronglifts",
    }
    adapter = StrengthCsvAdapter()
    wrong = [
        path.name
        for folder in ("strength", "exercises", "desk", "fit")
        for path in sorted((corpus / folder).rglob("*"))
        if path.is_file()
        and path.name != "INDEX.tsv"
        and adapter.recognises(source(path.read_bytes()[:65_536]))
        != (folder == "strength" and path.parent.name in mine)
    ]
    assert wrong == []
