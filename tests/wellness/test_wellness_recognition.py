"""Which files the adapters claim, alone and beside all others."""

from pathlib import Path

import pytest

from tl_analyzer.adapter import CONTRACT, Adapter, Reading, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.log import Tally
from tl_analyzer.plugins import adapters
from tl_wellness import (
    DiaryTableAdapter,
    Hrv4TrainingAdapter,
    IntervalsWellnessAdapter,
    TrainingPeaksMetricsAdapter,
)

ADAPTERS: tuple[Adapter, ...] = (
    DiaryTableAdapter(),
    Hrv4TrainingAdapter(),
    IntervalsWellnessAdapter(),
    TrainingPeaksMetricsAdapter(),
)
#: Adapter, then rows found, read, refused.
CORPUS = {
    "synthetic_google_form_gmt.csv": ("diary-table", 2, 2, 0),
    "synthetic_google_form_locale_de.csv": ("diary-table", 2, 2, 0),
    "synthetic_google_form_locale_us.csv": ("diary-table", 2, 2, 0),
    "synthetic_hrv4training.csv": ("hrv4training", 2, 1, 0),
    "synthetic_intervals_wellness.csv": ("intervals-wellness", 2, 2, 0),
    "synthetic_trainingpeaks_metrics.csv": ("trainingpeaks-metrics", 7, 7, 0),
}


def ours(content: str | bytes) -> list[str]:
    data = content.encode() if isinstance(content, str) else content
    file = SourceFile.of_bytes("file", data)
    return [adapter.name for adapter in ADAPTERS if adapter.recognises(file)]


def test_each_is_an_adapter_of_this_contract() -> None:
    for adapter in ADAPTERS:
        assert isinstance(adapter, Adapter)
        assert adapter.contract == CONTRACT
        assert adapter.recognised


def test_every_wellness_file_of_the_corpus_has_one_reader(corpus: Path) -> None:
    found = {}
    for path in sorted((corpus / "desk" / "wellness").iterdir()):
        file = SourceFile.of_bytes(path.name, path.read_bytes())
        claims, _ = claimants(file, adapters())
        (adapter,) = claims
        *_, tally = adapter.read(file, Reading(zone="Europe/Berlin"))
        assert isinstance(tally, Tally)
        found[path.name] = (adapter.name, tally.total, tally.read, tally.refused)
    assert found == CORPUS


def test_no_other_file_of_the_corpus_is_claimed(corpus: Path) -> None:
    claimed = {}
    for path in sorted(corpus.rglob("*")):
        if path.is_file() and (names := ours(path.read_bytes())):
            claimed[path.relative_to(corpus).as_posix()] = names
    assert claimed == {f"desk/wellness/{name}": [row[0]] for name, row in CORPUS.items()}


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("date,restingHR,sleepSecs,sleepScore\n", ["intervals-wellness"]),
        ("id;resting_hr;sleep_secs;hrv_sdnn\n", ["intervals-wellness"]),
        ("date,restingHR,weight\n", []),
        ("day,restingHR,sleepSecs,sleepScore\n", []),
        (
            '[{"id": "2026-11-09", "restingHR": 1, "sleepSecs": 2, "ctlLoad": 3}]',
            ["intervals-wellness"],
        ),
        ('{"id": "i1234", "restingHR": 1, "sleepSecs": 2, "ctlLoad": 3}', []),
        ('[{"id": "2026-11-09", "restingHR": 1}]', []),
        ("date, HR, AVNN, SDNN, rMSSD, pNN50\n", ["hrv4training"]),
        ("date,rMSSD_lying,SDNN_lying,pNN50_lying\n", ["hrv4training"]),
        ("date,HR,rMSSD\n", []),
        ('"Timestamp","Type","Value"\n', ["trainingpeaks-metrics"]),
        ("Timestamp,Type,Value,Unit\n", []),
        ("Type,Timestamp,Value\n", []),
        ("Timestamp,Pain 0-10\n", ["diary-table"]),
        ("Marca temporal,¿Cuánto dolor tienes? (0-10)\n", ["diary-table"]),
        ("Horodateur,Douleur ou gêne (0-10)\n", ["diary-table"]),
        ("Zeitstempel;Rückenschmerzen\n", ["diary-table"]),
        ("Timestamp,Favourite painter\n", []),
        ("Pain 0-10,Timestamp\n", []),
        ("date,region,side,score,signs,note\n", []),
        ("Timestamp\n", []),
        ("", []),
        (b"\x00\x01\x02", []),
    ],
)
def test_heads(content: str | bytes, names: list[str]) -> None:
    assert ours(content) == names


def test_a_hostile_head_is_judged_quickly() -> None:
    for content in ('[{"id":"b",' * 6000, '{"' + "\\" * 65000, "a," * 32000, '"' * 65000):
        assert ours(content) == []
