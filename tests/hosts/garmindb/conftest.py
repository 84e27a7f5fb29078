"""A home folder with GarminDB set up in it, and rides made to order."""

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from examples.fit_writer import FitFile
from tl_garmindb.installing import install

#: A Saturday morning in Berlin.
START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)

SIT, STAND = 0, 1
_POSITION, _MARKER = 44, 3

#: Longest that an import of a few files may take. [s]
_PATIENCE_S = 120

PROFILE = """schema = 1
[athlete]
id = "anna"
timezone = "Europe/Berlin"
[bike]
position = "hoods"
"""


def _ride(
    minutes: int = 90,
    positions: Iterable[tuple[int, int]] = (),
    start: datetime = START,
    **session: float,
) -> FitFile:
    """A ride at a record every ten seconds; each of `positions` is a second and SIT or STAND."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=1, product=3122, time_created=start)
    for second, position in positions:
        at = start + timedelta(seconds=second)
        fit.add("event", timestamp=at, event=_POSITION, event_type=_MARKER, data=position)
    for second in range(0, minutes * 60 + 1, 10):
        at = start + timedelta(seconds=second)
        fit.add("record", timestamp=at, speed=8.0, cadence=85, power=180)
    end = start + timedelta(minutes=minutes)
    length = {"total_elapsed_time": minutes * 60.0, "total_timer_time": minutes * 60.0}
    sport = {"sport": 2, "sub_sport": 7}
    fit.add("session", timestamp=end, start_time=start, **length, **{**sport, **session})
    fit.add("activity", timestamp=end, num_sessions=1, local_timestamp=end + timedelta(hours=2))
    return fit


def _lifting() -> FitFile:
    """Strength training with one set."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=1, product=3113, time_created=START)
    at = START + timedelta(seconds=40)
    fit.add("set", timestamp=at, start_time=START, duration=40.0, set_type=1, repetitions=5)
    fit.add(
        "session", timestamp=at, start_time=START, total_elapsed_time=40.0, sport=10, sub_sport=20
    )
    return fit


@dataclass(frozen=True)
class GarminDb:
    """GarminDB in a home folder of its own.

    Attributes
    ----------
    python : Path
        The interpreter it is installed for.
    home : Path
        The home folder.
    """

    python: Path
    home: Path

    @property
    def plugins(self) -> Path:
        """Its plugin folder."""
        return self.home / "HealthData" / "Plugins"

    @property
    def profile(self) -> Path:
        """The athlete's profile."""
        return self.home / "profile.toml"

    def activity(self, number: int) -> Path:
        """Where the recording of an activity lies."""
        return self.home / "HealthData" / "FitFiles" / "Activities" / f"{number}_ACTIVITY.fit"

    def runs(self, *first_on_path: Path) -> list[str]:
        """Import all activities with its own command; what tl-analyzer had to say in its log."""
        folders = (*map(str, first_on_path), os.environ.get("PYTHONPATH", ""))
        ended = subprocess.run(
            [self.python, self.python.with_name("garmindb_cli.py"), "--activities", "--import"],
            cwd=self.home,
            env={
                **os.environ,
                "HOME": str(self.home),
                "PYTHONPATH": os.pathsep.join(filter(None, folders)),
            },
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        assert "Traceback" not in ended.stderr
        logged = (self.home / "garmindb.log").read_text(encoding="utf-8").splitlines()
        return [line for line in logged if "tl-analyzer:" in line]

    def execute(self, statement: str) -> list[dict[str, Any]]:
        """What its database of activities answers to a statement."""
        database = self.home / "HealthData" / "DBs" / "garmin_activities.db"
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(statement)]

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """The rows of a table with one row an activity, by activity."""
        held = self.execute(f"SELECT * FROM {table}")
        rows = {row["activity_id"]: row for row in held}
        assert len(rows) == len(held)
        return rows


def _set_up(python: Path, home: Path) -> GarminDb:
    garmin = GarminDb(python, home)
    for folder in (home / ".GarminDb", garmin.activity(0).parent):
        folder.mkdir(parents=True)
    (home / ".GarminDb" / "GarminConnectConfig.json").write_text(
        json.dumps(
            {
                "db": {"type": "sqlite"},
                "directories": {"relative_to_home": True, "base_dir": "HealthData"},
                "enabled_stats": {"activities": True},
            }
        )
    )
    garmin.profile.write_text(PROFILE)
    install(garmin.plugins, garmin.profile)
    return garmin


@pytest.fixture
def garmin(host_python: Callable[[str], Path], tmp_path: Path) -> GarminDb:
    """GarminDB with the plugin and a profile, without activities."""
    return _set_up(host_python("garmindb"), tmp_path)


@pytest.fixture(scope="session")
def make_ride() -> Callable[..., FitFile]:
    """A ride made to order; see `_ride`."""
    return _ride


@pytest.fixture(scope="session")
def lifting() -> FitFile:
    """Strength training."""
    return _lifting()
