"""Real and synthetic exports: recognised by one adapter each, and every row accounted for."""

import csv
import json
from pathlib import Path

import pytest

from tests.bulk.conftest import read
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.gather import gather
from tl_analyzer.intake.identify import claimants
from tl_analyzer.plugins import adapters
from tl_bulk import StravaCsvAdapter

#: Rows, rides, other activities.
LISTS = {
    "activities_en_94cols.csv": (1, 0, 1),
    "activities_en_translation_missing.csv": (8, 8, 0),
    "synthetic_activities_de.csv": (2, 1, 1),
    "synthetic_activities_fr.csv": (1, 1, 0),
}


def owners(path: Path) -> list[str]:
    claims, problems = claimants(SourceFile.of_bytes(path.name, path.read_bytes()), adapters())
    assert not problems
    return [adapter.name for adapter in claims]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_strava_is_read_whole(name: str, corpus: Path) -> None:
    rows, rides, others = LISTS[name]
    path = corpus / "bulk" / "strava" / name
    assert owners(path) == ["strava-csv"]
    found = read(StravaCsvAdapter(), path.read_bytes())
    assert (found.tally.total, found.tally.read, found.tally.refused) == (rows, rows, 0)
    assert (len(found.rides), len(found.activities)) == (rides, others)
    with path.open(newline="", encoding="utf-8") as stream:
        assert len(list(csv.reader(stream))) - 1 == rows


def test_what_is_no_export_stays_unclaimed(corpus: Path) -> None:
    assert owners(corpus / "bulk" / "strava" / "header_mapping_de_en.json") == []
    assert owners(corpus / "bulk" / "INDEX.tsv") == []


def test_a_list_in_german_is_found_by_its_published_words(corpus: Path) -> None:
    words = json.loads(
        (corpus / "bulk" / "strava" / "header_mapping_de_en.json").read_text("utf-8")
    )
    german = {english: word for word, english in words.items()}
    rows = (corpus / "bulk" / "strava" / "activities_en_94cols.csv").read_text("utf-8")
    header, _, rest = rows.partition("\n")
    translated = ",".join(german.get(cell, cell) for cell in next(csv.reader([header])))
    assert StravaCsvAdapter().recognises(SourceFile.of_bytes("a.csv", translated.encode()))
    assert len(read(StravaCsvAdapter(), f"{translated}\n{rest}").activities) == 1


def test_a_strava_export_is_read_with_its_recordings(corpus: Path) -> None:
    log = gather(
        [corpus / "bulk" / "strava" / "synthetic_export_123.zip"], Reading("Europe/Berlin")
    )
    read_by = {source.file.rpartition("!/")[2]: source.adapter for source in log.sources}
    assert read_by == {
        "activities.csv": "strava-csv",
        "activities/11.fit.gz": "fit",
        "activities/12.fit.gz": "fit",
        "activities/13.gpx": "gpx",
        "activities/14.tcx.gz": "tcx",
        "media.csv": "",
        "profile.csv": "",
    }
    assert len(log.rides) == 4, "each ride once, although the list and a file have it"
    assert [activity.sport for activity in log.activities] == ["strength_training"]


def test_a_garmin_export_is_read_with_its_recordings(corpus: Path) -> None:
    folder = corpus / "bulk" / "garmin_takeout"
    log = gather([folder / "synthetic_takeout.zip"], Reading("Europe/Berlin"))
    read_by = [source.adapter for source in log.sources]
    assert read_by.count("garmin-takeout") == 3 and "" not in read_by
    assert len(log.rides) == 1
    assert len(log.daily_totals) == 2, "one of the JSON, one of the monitoring file"
    assert any(interval.observation == "sleep" for interval in log.postures)
