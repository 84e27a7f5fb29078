"""Which files the adapters claim, alone and beside all others."""

from typing import TYPE_CHECKING

import pytest

from tl_analyzer.adapter import Adapter, SourceFile
from tl_wellness import (
    DiaryTableAdapter,
    Hrv4TrainingAdapter,
    IntervalsWellnessAdapter,
    TrainingPeaksMetricsAdapter,
)

if TYPE_CHECKING:
    from tests.conftest import Accounts, ClaimedBy

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


def test_every_wellness_file_of_the_corpus_has_one_reader(accounts: "Accounts") -> None:
    assert accounts("desk/wellness") == CORPUS


def test_no_other_file_of_the_corpus_is_claimed(claimed_by: "ClaimedBy") -> None:
    assert claimed_by(ADAPTERS) == {
        f"desk/wellness/{name}": [row[0]] for name, row in CORPUS.items()
    }


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
