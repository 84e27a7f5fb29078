"""Which files the adapters claim, alone and beside all others."""

from typing import TYPE_CHECKING

import pytest

from tl_analyzer.adapter import Adapter, SourceFile
from tl_analyzer.log import Quality
from tl_wearable import (
    GarminDailyAdapter,
    GoogleFitAdapter,
    GoogleHealthAdapter,
    HealthConnectAdapter,
    OuraAdapter,
    evidence,
)

if TYPE_CHECKING:
    from tests.conftest import Accounts, ClaimedBy

ADAPTERS: tuple[Adapter, ...] = (
    GarminDailyAdapter(),
    GoogleFitAdapter(),
    GoogleHealthAdapter(),
    HealthConnectAdapter(),
    OuraAdapter(),
)
#: Adapter, then what was found, read, refused.
CORPUS = {
    "synthetic_Global Export Data_sedentary_minutes-2026-03-01.json": ("google-health", 3, 2, 0),
    "synthetic_Glucose_empty.csv": ("google-health", 1, 0, 0),
    "synthetic_Physical Activity_GoogleData_activity_level_2026-03-01.csv": (
        "google-health", 3, 2, 0,
    ),
    "synthetic_Physical Activity_GoogleData_sedentary_period_2026-03-01.csv": (
        "google-health", 3, 3, 0,
    ),
    "synthetic_Takeout_Fit_Daily activity metrics_2026-03-02.csv": ("google-fit", 3, 1, 0),
    "synthetic_garmin_usersummary_daily.json": ("garmin-daily", 1, 1, 0),
    "synthetic_oura_daily_activity.json": ("oura", 1, 1, 0),
}  # fmt: skip


def ours(content: str | bytes, name: str) -> list[str]:
    data = content.encode() if isinstance(content, str) else content
    file = SourceFile.of_bytes(name, data)
    return [adapter.name for adapter in ADAPTERS if adapter.recognises(file)]


def test_every_wearable_file_of_the_corpus_has_one_reader(accounts: "Accounts") -> None:
    assert accounts("desk/fitbit_google") == CORPUS


def test_no_other_file_of_the_corpus_is_claimed(claimed_by: "ClaimedBy") -> None:
    assert claimed_by(ADAPTERS) == {
        f"desk/fitbit_google/{name}": [row[0]] for name, row in CORPUS.items()
    }


SERIES = '[{"dateTime" : "11/09/26 08:00:00", "value" : "1"}]'
GOOGLE = ["google-health"]


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        (
            "Takeout/Google Health/Global Export Data/sedentary_minutes-2026-11-01.json",
            SERIES,
            GOOGLE,
        ),
        ("Takeout/Fitbit/Global Export Data/sedentary_minutes-2026-11-01.json", SERIES, GOOGLE),
        ("steps-2026-11-01.json", SERIES, GOOGLE),
        ("readings.json", SERIES, []),
        ("no.csv", "no data\n", GOOGLE),
        ("no.csv", "no data today\n", []),
        ("a.csv", "timestamp,level,data source\n", GOOGLE),
        ("a.csv", "timestamp,level\n", []),
        ("activity_level_2024-01-01.csv", "timestamp,level\n", GOOGLE),
        ("a.csv", "timestamp,beats per minute,data source\n", GOOGLE),
        ("a.csv", "timestamp,beats per minute\n", []),
        ("sedentary_period_2026-11-01.csv", "start,end,data source\n", GOOGLE),
        ("mine.csv", "start,end,posture\n", []),
        ("s.json", '[{"logId": 1, "dateOfSleep": "", "startTime": "", "endTime": ""}]', GOOGLE),
        ("d.csv", "Start time,End time,Move Minutes count,Calories (kcal)\n", ["google-fit"]),
        ("d.csv", "Start time,End time,Step count\n", []),
        ("o.json", '{"data": [{"day": "2026-11-09", "class_5_min": "0123"}]}', ["oura"]),
        ("o.json", '{"data": [{"day": "2026-11-09", "class_5_min": 12}]}', []),
        ("g.json", '{"calendarDate": "2026-11-09", "totalSteps": 1}', []),
        ("health_connect_export.db", b"SQLite format 3\0rest", ["health-connect"]),
        ("other.db", b"SQLite format 3\0rest", []),
        ("health_connect_export.db", "no database", []),
        ("x", "", []),
        ("x", b"\x00\x01\x02", []),
    ],
)
def test_heads(name: str, content: str | bytes, names: list[str]) -> None:
    assert ours(content, name) == names


def test_a_hostile_head_is_judged_quickly() -> None:
    for content in ('[{"a":"b",' * 6000, '{"' + "\\" * 65000, "a," * 32000, '[{"logId"' * 7000):
        assert ours(content, "steps-1.json") == []


def test_every_number_is_explained() -> None:
    numbers = evidence()
    assert numbers.grade.still.probability == 0.65
    assert numbers.grade.still.quality is Quality.B
    assert numbers.grade.inactive.probability == 0.5
    assert numbers.limit.walk_steps_per_min == 30
