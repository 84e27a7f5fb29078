"""Real and synthetic exports of the corpus: claimed by this adapter alone, and counted."""

import zipfile
from pathlib import Path

import pytest

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.log import Problem, Tally
from tl_analyzer.plugins import adapters
from tl_apple import AppleHealthAdapter

#: Read, refused, set aside, other problems, and entries of each kind.
COUNTS: dict[str, tuple[int, int, int, list[str], dict[str, int]]] = {
    "nr_record_body_mass.fragment.xml": (12, 0, 0, [], {"body_mass": 12}),
    "nr_record_resting_heart_rate.fragment.xml": (0, 0, 3, [], {}),
    "nr_workout_cycling.fragment.xml": (1, 0, 0, [], {"ride": 1}),
    "nr_workout_strength.fragment.xml": (1, 0, 0, ["no-sets"], {"activity": 1}),
    "nr_workout_walking.fragment.xml": (1, 0, 0, [], {"activity": 1}),
    "synthetic_export_bomb.xml": (24, 0, 2, ["xml-broken-off"], {"posture": 26}),
    "synthetic_export_v12_broken_dtd.xml": (
        30,
        0,
        4,
        ["no-sets"],
        {"body_mass": 1, "ride": 1, "activity": 1, "daily_total": 1, "posture": 27},
    ),
    "synthetic_export_v14.xml": (
        30,
        0,
        4,
        ["no-sets"],
        {"body_mass": 1, "ride": 1, "activity": 1, "daily_total": 1, "posture": 27},
    ),
    "synthetic_export_vtab.xml": (
        30,
        0,
        4,
        ["no-sets"],
        {"body_mass": 1, "ride": 1, "activity": 1, "daily_total": 1, "posture": 27},
    ),
    "tagbug_example.xml": (4, 0, 2, [], {"posture": 4}),
    "tagbug_export.xml": (2, 0, 5, [], {"posture": 2}),
}


@pytest.fixture(scope="module")
def folder(corpus: Path) -> Path:
    return corpus / "desk" / "apple_health"


@pytest.mark.parametrize("name", COUNTS)
def test_corpus_file_is_claimed_once_and_counted(folder: Path, name: str) -> None:
    file = SourceFile.of_bytes(name, (folder / name).read_bytes())
    claims, _ = claimants(file, adapters())
    assert [claim.name for claim in claims] == ["apple-health"]
    *found, tally = AppleHealthAdapter().read(file, Reading(zone="Europe/Paris"))
    assert isinstance(tally, Tally)
    kinds: dict[str, int] = {}
    for item in found:
        if not isinstance(item, Problem | Tally):
            kinds[item.kind] = kinds.get(item.kind, 0) + 1
    problems = [item.code for item in found if isinstance(item, Problem)]
    aside = sum(count for _, count in tally.set_aside)
    assert (tally.read, tally.refused, aside, problems, kinds) == COUNTS[name]


def test_every_export_of_the_corpus_is_counted(folder: Path) -> None:
    assert {path.name for path in folder.glob("*.xml")} == set(COUNTS)


def test_a_summer_ride_exported_in_winter_keeps_its_instant(folder: Path) -> None:
    data = (folder / "nr_workout_cycling.fragment.xml").read_bytes()
    ride = next(AppleHealthAdapter().read(SourceFile.of_bytes("x.xml", data), Reading(zone="UTC")))
    assert not isinstance(ride, Problem | Tally)
    # The route file of this ride is named after 6.51 pm, when it ended.
    assert f"{ride.start.local:%H:%M}" == "17:39"
    assert ride.start.zone == "Europe/Paris"


def test_a_localised_member_is_the_export_and_its_companions_are_not(folder: Path) -> None:
    with zipfile.ZipFile(folder / "synthetic_export_localised_name.zip") as archive:
        claimed = {
            name
            for name in archive.namelist()
            if AppleHealthAdapter().recognises(SourceFile.of_bytes(name, archive.read(name)))
        }
    assert claimed == {"apple_health_export/导出.xml"}
