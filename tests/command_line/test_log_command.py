"""``tl log``, ``tl exercises --log`` and ``tl forget``: looking into the store, and out of it."""

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl


@pytest.fixture
def stored(tl: "Tl", athlete: Path) -> Path:
    text = (athlete / "strong.csv").read_text()
    odd = text.splitlines()[1].replace("Deadlift (Barbell)", "Zottman Frobnicator")
    (athlete / "strong.csv").write_text(f"{text}{odd}\n")
    assert tl("import", athlete).code == 0
    return athlete


def sessions(tl: "Tl", *arguments: str) -> list[dict[str, object]]:
    ended = tl("log", *arguments, "--format", "json")
    assert ended.code == 0, ended.err
    found: list[dict[str, object]] = json.loads(ended.out)
    return found


@pytest.mark.usefixtures("stored")
def test_latest_first_and_no_more_than_asked(tl: "Tl") -> None:
    starts = [str(line["start"]) for line in sessions(tl)]
    assert starts == sorted(starts, reverse=True)
    assert len(starts) == 7
    assert [str(line["start"]) for line in sessions(tl, "--limit", "2")] == starts[:2]


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("deadLIFT",), 7),
        (("frobnicator",), 1),
        (("pull",), 7),
        (("squat",), 0),
        (("--since", "2026-11-02"), 2),
        (("--until", "2026-10-05"), 2),
        (("--since", "2026-10-05", "--until", "2026-10-12"), 2),
        (("--kind", "strength"), 7),
        (("--kind", "ride"), 0),
        (("--exercise", "zottman"), 1),
        (("--exercise", "pull"), 0),
    ],
)
def test_search(tl: "Tl", arguments: tuple[str, ...], expected: int) -> None:
    assert len(sessions(tl, *arguments)) == expected


@pytest.mark.usefixtures("stored")
def test_formats_agree(tl: "Tl") -> None:
    rows = list(csv.DictReader(io.StringIO(tl("log", "--format", "csv").out)))
    assert [row["start"] for row in rows] == [line["start"] for line in sessions(tl)]
    text = tl("log").out.splitlines()
    assert text[0].startswith("2026-11-09 18:00 strength Pull")
    assert text[-1] == "7 sessions: 7 strength"


@pytest.mark.usefixtures("stored")
def test_a_pipe_gets_whole_lines_without_colour(tl: "Tl") -> None:
    text = tl("log", "frobnicator").out
    assert "Deadlift (Barbell), Zottman Frobnicator" in text
    assert "\x1b" not in text


@pytest.mark.usefixtures("stored")
def test_a_day_that_is_none(tl: "Tl") -> None:
    ended = tl("log", "--since", "yesterday")
    assert (ended.code, ended.out) == (2, "")
    assert "--since" in ended.err


def test_without_a_store(tl: "Tl") -> None:
    for arguments in (("log",), ("exercises", "--log"), ("forget", "--athlete", "anna"), ("day",)):
        ended = tl(*arguments)
        assert ended.code == 2
        assert "no log store" in ended.err


@pytest.mark.usefixtures("stored")
def test_names_not_recognised_with_their_share(tl: "Tl") -> None:
    [found] = json.loads(tl("exercises", "--log", "--format", "json").out)
    assert (found["name"], found["sets"]) == ("Zottman Frobnicator", 1)
    assert found["share_of_sets"] == pytest.approx(1 / 27)
    told = tl("exercises", "--log").out
    assert "exercises.toml" in told
    assert "same_as" in told


def test_names_of_files_are_those_of_the_store(tl: "Tl", stored: Path) -> None:
    store, files = (
        [
            one["name"]
            for one in json.loads(tl("exercises", "--log", *where, "--format", "json").out)
        ]
        for where in ((), ("--from", stored))
    )
    assert store == files


def test_a_mapping_in_the_profile_makes_them_known(tl: "Tl", stored: Path) -> None:
    profile = stored / "profile.toml"
    profile.write_text(
        profile.read_text().replace("schema = 1", 'schema = 1\nexercises = "x.toml"')
    )
    (stored / "x.toml").write_text('["Zottman Frobnicator"]\nsame_as = "Barbell Curl"\n')
    assert "Every exercise" in tl("exercises", "--log").out
    assert tl("import", stored).code == 0
    (stored / "x.toml").unlink()
    assert "Every exercise" in tl("exercises", "--log").out


@pytest.mark.usefixtures("stored")
def test_forgetting_asks_or_is_told(tl: "Tl") -> None:
    ended = tl("forget", "--athlete", "anna")
    assert ended.code == 2
    assert "--yes" in ended.err
    assert len(sessions(tl)) == 7


def test_a_forgotten_athlete_leaves_nothing_in_the_file(
    tl: "Tl", stored: Path, store: Path
) -> None:
    assert b"Frobnicator" in everything(store)
    ended = tl("forget", "--athlete", "anna", "--yes")
    assert ended.code == 0
    left = everything(store)
    assert b"Frobnicator" not in left
    assert b"anna" not in left
    assert tl("report").code == 2
    assert tl("import", stored).code == 0
    assert len(sessions(tl)) == 7


def test_a_forgotten_source_leaves_the_others(tl: "Tl", stored: Path, store: Path) -> None:
    (stored / "diary.csv").write_text(
        "date,region,side,score,signs,note\n2026-11-12,lumbar,both,2,,unforgettable\n"
    )
    tl("import", stored)
    ended = tl("forget", "--source", stored / "diary.csv", "--yes")
    assert ended.code == 0
    assert "1 entry" in ended.out
    assert b"unforgettable" not in everything(store)
    assert len(sessions(tl)) == 7


@pytest.mark.usefixtures("stored")
def test_forgetting_nothing_or_nobody(tl: "Tl") -> None:
    assert tl("forget", "--yes").code == 2
    assert tl("forget", "--athlete", "nobody", "--yes").code == 2


def everything(store: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(store.parent.iterdir()))
