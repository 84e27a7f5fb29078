"""CPU time and size of the log store beside two plain ways of keeping the same log.

Run as ``python benchmarks/store.py [--workouts N]``. One athlete's workouts of 20 sets, one in 22
hours, are kept, kept again, and kept with one weight corrected; then what a weekly report looks at
is loaded. The peers: one row a set in SQLite with a digest of the row as key, so that what is known
is not added twice; and one JSON document that is written anew. Values are made from rows by the
same code everywhere. Nothing is read from exports here: `benchmarks/import_log.py` does that.
"""

import argparse
import hashlib
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from tl_analyzer.log import (
    Log,
    Provenance,
    SourceReading,
    SourceSummary,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.store.connection import open_for_reading, open_for_writing
from tl_analyzer.store.files import FileState
from tl_analyzer.store.keeping import finish_file, keep
from tl_analyzer.store.loading import load_log
from tl_analyzer.store.runs import begin_run, finish_run
from tl_analyzer.store.window import window_of
from tl_analyzer.tables.columns import Row
from tl_analyzer.tables.from_log import rows_of_log
from tl_analyzer.tables.instants import microseconds
from tl_analyzer.tables.to_log import columns_of, log_of

_ATHLETE, _ZONE, _FILE = "anna", "Europe/Berlin", "/logs/strong.csv"
_LAST = datetime(2026, 11, 15, 17, tzinfo=UTC)
_MONDAY = date(2026, 11, 9)
_NOW = datetime(2026, 11, 20, tzinfo=UTC)
_SETS = 20
_EVERY = timedelta(hours=22)
_MS_PER_S = 1000.0
_MB = 1e6


class Way(Protocol):
    """A way of keeping a log: all of an export at once, and back what a week's report needs."""

    name: str

    def keep(self, sessions: Sequence[StrengthSession]) -> None:
        """Keep all of an export."""
        ...

    def load(self) -> Log:
        """Load what a weekly report looks at."""
        ...

    def sets(self) -> int:
        """Sets that are held. [1]"""
        ...

    @property
    def path(self) -> Path:
        """The file."""
        ...


class Store:
    """The log store of this project."""

    name = "log store"

    def __init__(self, folder: Path, parameters: Parameters) -> None:
        self.path = folder / "log.sqlite"
        self._parameters = parameters

    def keep(self, sessions: Sequence[StrengthSession]) -> None:
        """Keep all of an export."""
        digest = sessions[0].provenance.digest
        summary = SourceSummary(
            file=_FILE, digest=digest, adapter="strength-csv", entries=len(sessions)
        )
        state = FileState(_FILE, 1, int(digest, 16), "")
        with open_for_writing(self.path) as store:
            run = begin_run(store, _ATHLETE, [Path("/logs")], _NOW)
            keep(store, run, SourceReading(summary, tuple(sessions)), state)
            finish_file(store, run, state, [_FILE], _NOW)
            finish_run(store, run, _NOW, [_FILE])

    def load(self) -> Log:
        """Load what a weekly report looks at."""
        window = window_of(_MONDAY, _ZONE, self._parameters)
        with open_for_reading(self.path) as store:
            return load_log(store, _ATHLETE, window, self._parameters)

    def sets(self) -> int:
        """Sets that are held. [1]"""
        with open_for_reading(self.path) as store:
            return int(store.execute("SELECT count(*) FROM strength_set").fetchone()[0])


class RowByRow:
    """One row a set, known by a digest of itself."""

    name = "a row a set, digest as key"

    def __init__(self, folder: Path, parameters: Parameters) -> None:
        self.path = folder / "rows.sqlite"
        self._since = window_of(_MONDAY, _ZONE, parameters).sessions
        connection = sqlite3.connect(self.path)
        connection.execute("CREATE TABLE held (digest BLOB PRIMARY KEY, start INT, row TEXT)")
        connection.execute("CREATE INDEX held_start ON held (start)")
        connection.close()

    def keep(self, sessions: Sequence[StrengthSession]) -> None:
        """Keep all of an export."""
        tables = rows_of_log(Log(strength=tuple(sessions)))
        workouts = {row[0]: row for row in tables["workouts"]}
        held = []
        for row in tables["sets"]:
            workout = workouts[row[0]]
            text = json.dumps((workout[1:8], row[1:]))
            digest = hashlib.blake2b(text.encode(), digest_size=16).digest()
            held.append((digest, workout[1], json.dumps((workout, row))))
        connection = sqlite3.connect(self.path)
        with connection:
            connection.executemany("INSERT OR IGNORE INTO held VALUES (?, ?, ?)", held)
        connection.close()

    def load(self) -> Log:
        """Load what a weekly report looks at."""
        connection = sqlite3.connect(self.path)
        rows = connection.execute(
            "SELECT row FROM held WHERE start >= ?", (self._since,)
        ).fetchall()
        connection.close()
        pairs = [json.loads(text) for (text,) in rows]
        sets: list[Row] = []
        met: dict[int, int] = {}
        # Two versions of a set cannot be told apart: both count.
        for workout, row in sorted(pairs, key=lambda pair: (pair[0][1], pair[1][1])):
            place = met[workout[0]] = met.get(workout[0], -1) + 1
            sets.append((row[0], place, *row[2:]))
        workouts = {workout[0]: tuple(workout) for workout, _ in pairs}
        origin = (0, "strength-csv", _FILE, "0")
        tables = {"workouts": list(workouts.values()), "sets": sets, "origins": [origin]}
        return log_of({name: columns_of(held) for name, held in tables.items()})

    def sets(self) -> int:
        """Sets that are held. [1]"""
        connection = sqlite3.connect(self.path)
        (count,) = connection.execute("SELECT count(*) FROM held").fetchone()
        connection.close()
        return int(count)


class Document:
    """One JSON document, written anew."""

    name = "one JSON document"

    def __init__(self, folder: Path, parameters: Parameters) -> None:
        self.path = folder / "log.json"
        self._since = window_of(_MONDAY, _ZONE, parameters).sessions

    def keep(self, sessions: Sequence[StrengthSession]) -> None:
        """Keep all of an export."""
        known = {} if not self.path.exists() else dict(self._entries())
        known.update(
            (microseconds(session.start.utc), session.model_dump(mode="json"))
            for session in sessions
        )
        temporary = self.path.with_suffix(".part")
        temporary.write_text(json.dumps(sorted(known.items())), encoding="utf-8")
        temporary.replace(self.path)

    def load(self) -> Log:
        """Load what a weekly report looks at."""
        held = (entry for start, entry in self._entries() if start >= self._since)
        return Log(strength=tuple(StrengthSession.model_validate(entry) for entry in held))

    def sets(self) -> int:
        """Sets that are held. [1]"""
        return sum(len(entry["sets"]) for _, entry in self._entries())

    def _entries(self) -> list[tuple[int, dict[str, list[object]]]]:
        found: list[tuple[int, dict[str, list[object]]]] = json.loads(self.path.read_text("utf-8"))
        return found


def main() -> None:
    """Keep, keep again, correct, load; a line a way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workouts", type=int, default=4000)
    asked = parser.parse_args()
    sessions = _workouts(asked.workouts, digest="1")
    corrected = _corrected(_workouts(asked.workouts, digest="2"))
    parameters = parameter_set()
    print(f"{asked.workouts} workouts of {_SETS} sets; CPU time [ms]")
    print(f"{'':28}{'keep':>8}{'again':>8}{'corrected':>11}{'load':>8}{'sets':>9}{'MB':>7}")
    with tempfile.TemporaryDirectory() as name:
        for kind in (Store, RowByRow, Document):
            folder = Path(name) / kind.__name__
            folder.mkdir()
            print(_line(kind(folder, parameters), sessions, corrected))
    print("`sets` are those held after the correction; more than at first means some count twice.")


def _line(
    way: Way, sessions: Sequence[StrengthSession], corrected: Sequence[StrengthSession]
) -> str:
    times = (
        _cpu_ms(lambda: way.keep(sessions)),
        _cpu_ms(lambda: way.keep(sessions)),
        _cpu_ms(lambda: way.keep(corrected)),
        _cpu_ms(way.load),
    )
    size = way.path.stat().st_size / _MB
    first, again, later, load = times
    return f"{way.name:28}{first:8.0f}{again:8.1f}{later:11.0f}{load:8.1f}{way.sets():9}{size:7.1f}"


def _cpu_ms(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * _MS_PER_S


def _workouts(count: int, digest: str) -> list[StrengthSession]:
    chance = random.Random(1)
    return [
        StrengthSession(
            start=When(utc=_LAST - _EVERY * (count - number), zone=_ZONE),
            duration_s=3600.0,
            title="Push",
            sets=tuple(
                StrengthSet(
                    exercise=f"Exercise {chance.randrange(60)}",
                    row=number * _SETS + place + 2,
                    weight=Weight(
                        value=2.5 * chance.randrange(8, 60),
                        unit=WeightUnit.KG,
                        basis=UnitBasis.STATED,
                    ),
                    reps=chance.randrange(1, 13),
                    rpe=8.0,
                )
                for place in range(_SETS)
            ),
            provenance=Provenance(
                adapter="strength-csv", file=_FILE, digest=digest, row=number * _SETS + 2
            ),
        )
        for number in range(count)
    ]


def _corrected(sessions: list[StrengthSession]) -> list[StrengthSession]:
    """The same export with the first weight of the last workout corrected."""
    last = sessions[-1]
    weight = Weight(value=1.25, unit=WeightUnit.KG, basis=UnitBasis.STATED)
    first = last.sets[0].model_copy(update={"weight": weight})
    return [*sessions[:-1], last.model_copy(update={"sets": (first, *last.sets[1:])})]


if __name__ == "__main__":
    main()
