"""Real exports: each is claimed by exactly the adapter that its folder promises, or by none."""

from pathlib import Path

import pytest

from tl_analyzer.adapter import SourceFile
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.unrecognised import what_it_is
from tl_analyzer.intake.walk import walk
from tl_analyzer.plugins import adapters

#: Which adapter answers for a folder of the corpus; a longer path wins.
PROMISED = {
    "bulk/fit": "fit",
    "bulk/gpx": "gpx",
    "bulk/strava": "strava-csv",
    "bulk/tcx": "tcx",
    "desk/activitywatch": "activitywatch",
    "desk/activpal": "activpal",
    "desk/apple_health": "apple-health",
    "desk/garmin_monitoring": "fit",
    "desk/ics": "calendar-ics",
    "desk/profile/example_sitting_log.csv": "posture-csv",
    "fit": "fit",
    "strength": "strength-csv",
    "strength/garmin": "fit",
    "strength/other": "strength-table",
}
#: Files beside exports that no athlete would drag in, and those of which the folder has several.
OTHERS = {
    "desk/activpal/Sleep.csv": "activpal-sleep",
    "desk/activpal/Test_Time_Periods.csv": "",
    "strength/INDEX.tsv": "",
    "bulk/strava/header_mapping_de_en.json": "",
    "bulk/strava/12866632127.nogps.fit.gz": "fit",
    "fit/INDEX.tsv": "",
    "fit/README.md": "",
}


def promised(name: str) -> str | None:
    if name in OTHERS:
        return OTHERS[name]
    folders = [folder for folder in PROMISED if name.startswith(folder)]
    return PROMISED[max(folders, key=len)] if folders else None


@pytest.fixture(scope="module")
def claims(corpus: Path) -> dict[str, list[str]]:
    found = {}
    for file in walk(corpus, Limits()):
        if isinstance(file, SourceFile):
            name = str(file.name).removeprefix(f"{corpus}/")
            # Asked one by one: who guesses a table may not claim what another knows, either.
            shipped = [each.value for each in adapters() if each.value is not None]
            found[name] = [adapter.name for adapter in shipped if adapter.recognises(file)]
    return found


def test_no_file_has_two_claimants(claims: dict[str, list[str]]) -> None:
    assert {name: held for name, held in claims.items() if len(held) > 1} == {}


def test_each_file_is_what_its_folder_says(claims: dict[str, list[str]]) -> None:
    wrong = {
        name: held
        for name, held in claims.items()
        if "!/" not in name
        and (expected := promised(name)) is not None
        and held != ([expected] if expected else [])
    }
    assert wrong == {}


def test_what_nobody_claims_has_a_reason(corpus: Path, claims: dict[str, list[str]]) -> None:
    for file in walk(corpus, Limits()):
        if isinstance(file, SourceFile) and not claims[file.name.removeprefix(f"{corpus}/")]:
            assert what_it_is(file) != "a file of no known kind", file.name
