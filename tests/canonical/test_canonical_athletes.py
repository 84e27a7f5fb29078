"""The bundled athletes tell the stories they are meant to tell, and are small."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from examples import make_lifter, make_rider
from tl_analyzer.cli.start import tl

ARGUMENTS = ["--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00"]
#: An example is read and understood as a whole. [bytes]
SMALL = 300_000

Files = Callable[[], Iterator[tuple[str, bytes]]]


@pytest.mark.parametrize(
    ("folder", "files"),
    [(make_rider.FOLDER, make_rider.files), (make_lifter.FOLDER, make_lifter.files)],
    ids=["rider", "lifter"],
)
def test_the_committed_files_are_those_the_script_makes(folder: Path, files: Files) -> None:
    made = dict(files())
    kept = {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }
    assert set(made) == set(kept)
    assert [name for name in made if made[name] != kept[name]] == []
    assert sum(map(len, kept.values())) < SMALL


def said(folder: Path, form: str) -> str:
    result = CliRunner().invoke(tl, ["report", str(folder), *ARGUMENTS, "--format", form])
    assert result.exit_code == 0, result.output
    return result.stdout


def codes(folder: Path) -> set[str]:
    return {flag["code"] for flag in json.loads(said(folder, "json"))["flags"]}


def test_the_rider_has_pain_to_be_examined_and_rides_from_the_desk() -> None:
    raised = codes(make_rider.FOLDER)
    assert {"TL301", "TL302", "TL303", "TL701", "TL702"} <= raised
    assert not raised & {"TL101", "TL201", "TL401", "TL803", "TL804", "TL805", "TL901", "TL902"}


def test_the_rider_is_on_the_trainer_and_in_the_calendar() -> None:
    report = json.loads(said(make_rider.FOLDER, "json"))
    bars = [bar for day in report["timeline"] for bar in day["bars"]]
    assert {bar["lane"] for bar in bars} == {"desk", "ride"}
    assert {"observed", "assumed"} <= {bar["known"] for bar in bars if bar["lane"] == "desk"}
    assert {"aero", "drops"} <= {bar["label"].rsplit(", ")[-1] for bar in bars}
    # The day away from the desk.
    assert report["timeline"][4]["bars"] == []


def test_the_lifter_has_a_quiet_week_but_for_singles_and_a_stiff_thorax() -> None:
    raised = codes(make_lifter.FOLDER)
    assert {"TL102", "TL202"} <= raised
    assert not any(code.startswith(("TL3", "TL4", "TL5", "TL7", "TL9")) for code in raised)
    assert not raised & {"TL101", "TL801", "TL803"}


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_what_the_lifter_wrote_is_shown_as_text(form: str) -> None:
    page = said(make_lifter.FOLDER, form)
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in page
    assert make_lifter.ENDLESS not in page
    if form != "text":
        assert '<script>alert("pulls")' not in page and "<b>Lb</b>" not in page
    assert "alert(" in page


def test_the_data_keep_what_the_lifter_wrote() -> None:
    """JSON is for programs: nothing is lost, and nothing acts on a terminal."""
    page = said(make_lifter.FOLDER, "json")
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in page
    names = [name for name, _ in json.loads(page)["coverage"]["unrecognised"]]
    assert make_lifter.RIGHT_TO_LEFT in names
