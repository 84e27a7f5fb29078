"""A dataset of synthetic athletes, written column by column: a million of them in a minute or two.

Every athlete lifts twice a week (4 sets) and rides once (5 bouts of posture); some are stronger and
some weeks heavier than others, every fourth athlete states desk hours and every tenth keeps a pain
diary. The same call writes the same bytes. Nothing here is anybody's data.
"""

import hashlib
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tl_analyzer import __version__
from tl_analyzer.dataset.bucket import bucket_of
from tl_analyzer.dataset.log_tables import LOGS, log_tables
from tl_analyzer.dataset.manifest import Manifest, Part, PartTable, write_manifest
from tl_analyzer.dataset.parquet_files import schema_of
from tl_analyzer.dataset.table import Table, described
from tl_analyzer.dataset.writing import HELD, Target

#: Monday of the last week that is written, and that week.
MONDAY = datetime(2026, 11, 9, tzinfo=UTC)
WEEK, AS_OF = "2026-W46", "2026-11-16T08:00:00+01:00"

_ZONE = "Europe/Berlin"
_PER_S = 1_000_000
_DAY_S, _HOUR_S, _MINUTE_S = 86_400, 3_600, 60
_PROFILE = 'schema = 1\n[athlete]\nid = "{}"\ntimezone = "Europe/Berlin"\nbody_mass_kg = {}\n'
_DESK = "[[desk]]\nstart = 08:30:00\nend = 17:00:00\n"
_LIFTS = np.array(["Deadlift", "Back Squat", "Overhead Press", "Kettlebell Swing"])
_KG = np.array([130.0, 105.0, 45.0, 24.0])
_REPS = np.array([5, 5, 6, 15])
#: Ends of the bouts of a ride, after its start. [min]
_BOUTS_MIN = np.array([0, 25, 26, 70, 75, 130])
_BOUTS = np.array(["seated", "standing", "seated", "stopped", "seated"])
#: Lifting on Tuesday and Thursday evening, riding on Sunday morning. [s after Monday, UTC]
_LIFTING_S = np.array([1, 3]) * _DAY_S + 17 * _HOUR_S
_RIDING_S = 6 * _DAY_S + 8 * _HOUR_S

Columns = dict[str, Any]


def write_athletes(folder: Path, athletes: int, weeks: int, buckets: int) -> Manifest:
    """Write a dataset of logs.

    Parameters
    ----------
    folder : Path
        A folder for it.
    athletes : int
        How many. [1]
    weeks : int
        Weeks of log each, up to the last one. [weeks]
    buckets : int
        Buckets they are spread over. [1]
    """
    held: dict[int, list[str]] = defaultdict(list)
    for number in range(athletes):
        athlete = f"athlete-{number:07d}"
        held[bucket_of(athlete, buckets)].append(athlete)
    tables = {table.name: table for table in log_tables()}
    target = Target(folder, "parquet", tuple(tables.values()))
    manifest = Manifest(
        LOGS, "parquet", buckets, {"tl-analyzer": __version__}, described(target.tables)
    )
    parts = {
        bucket: _write_bucket(target, tables, bucket, ids, weeks)
        for bucket, ids in sorted(held.items())
    }
    return write_manifest(folder, manifest, parts)


def _write_bucket(
    target: Target, tables: dict[str, Table], bucket: int, athletes: list[str], weeks: int
) -> Part:
    chance = np.random.default_rng(bucket)
    ids = np.array(athletes)
    columns = {
        "athletes": _athletes(ids, chance),
        **_strength(ids, weeks, chance),
        **_rides(ids, weeks, chance),
        "check_ins": _check_ins(ids[::10], weeks, chance),
        "origins": _origins(ids),
        "sources": _sources(ids),
    }
    written = {name: _write(target, tables[name], bucket, held) for name, held in columns.items()}
    return Part(bucket, "synthetic", len(athletes), 0, (), written)


def _write(target: Target, table: Table, bucket: int, columns: Columns) -> PartTable:
    path = target.file(table.name, bucket)
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = schema_of(table)
    rows = len(columns["athlete"])
    arrays = [
        pa.array(columns[field.name], type=field.type)
        if field.name in columns
        else pa.nulls(rows, field.type)
        for field in schema
    ]
    pq.write_table(
        pa.Table.from_arrays(arrays, schema=schema),
        path,
        compression="zstd",
        store_schema=False,
        row_group_size=HELD,
    )
    return PartTable(rows, hashlib.sha256(path.read_bytes()).hexdigest())


def _athletes(ids: Any, chance: np.random.Generator) -> Columns:
    masses = chance.integers(55, 95, len(ids))
    profiles = [
        _PROFILE.format(athlete, mass) + (_DESK if number % 4 == 0 else "")
        for number, (athlete, mass) in enumerate(zip(ids, masses, strict=True))
    ]
    return {"athlete": ids, "profile": profiles}


def _strength(ids: Any, weeks: int, chance: np.random.Generator) -> dict[str, Columns]:
    """Workouts and sets: axes are athlete, week, workout of the week, set."""
    shape = (len(ids), weeks, len(_LIFTING_S), len(_LIFTS))
    strong = chance.uniform(0.6, 1.4, (len(ids), 1, 1, 1))
    heavier = chance.choice([1.0, 1.0, 1.05, 1.1], (len(ids), weeks, 1, 1))
    weights = np.round(_KG * strong * heavier / 2.5) * 2.5
    per_athlete = weeks * len(_LIFTING_S)
    starts = _week_starts_s(weeks)[:, None] + _LIFTING_S
    workouts = np.tile(np.arange(per_athlete), len(ids))
    first_rows = workouts * len(_LIFTS) + 2
    sets = len(ids) * per_athlete * len(_LIFTS)
    return {
        "workouts": {
            "athlete": np.repeat(ids, per_athlete),
            "workout": workouts,
            "start": np.tile(starts.ravel(), len(ids)) * _PER_S,
            **_lived(len(workouts)),
            "duration_s": np.full(len(workouts), 3_600.0),
            "title": _same("Evening", len(workouts)),
            "app": _same("", len(workouts)),
            "detected": np.zeros(len(workouts), dtype=bool),
            "origin": np.zeros(len(workouts), dtype=np.int64),
            "row": first_rows,
            "folded": _same("[]", len(workouts)),
        },
        "sets": {
            "athlete": np.repeat(ids, per_athlete * len(_LIFTS)),
            "workout": np.repeat(workouts, len(_LIFTS)),
            "number": np.tile(np.arange(len(_LIFTS)), len(workouts)),
            "exercise": np.tile(_LIFTS, len(workouts)),
            "set_type": _same("working", sets),
            "weight": np.broadcast_to(weights, shape).ravel(),
            "weight_unit": _same("kg", sets),
            "unit_basis": _same("stated", sets),
            "load_meaning": _same("external", sets),
            "reps": np.tile(_REPS, len(workouts)),
            "note": _same("", sets),
            "row": np.repeat(first_rows, len(_LIFTS)) + np.tile(range(len(_LIFTS)), len(workouts)),
        },
    }


def _rides(ids: Any, weeks: int, chance: np.random.Generator) -> dict[str, Columns]:
    longer = chance.choice([0.6, 1.0, 1.0, 1.5], (len(ids), weeks))
    starts = np.broadcast_to(_week_starts_s(weeks) + _RIDING_S, longer.shape)
    edges = starts[..., None] + np.round(_BOUTS_MIN * longer[..., None]) * _MINUTE_S
    whole = edges.astype(np.int64) * _PER_S
    rides = np.tile(np.arange(weeks), len(ids))
    lasted = (edges[..., -1] - edges[..., 0]).ravel()
    bouts = len(rides) * len(_BOUTS)
    return {
        "rides": {
            "athlete": np.repeat(ids, weeks),
            "ride": rides,
            "start": whole[..., 0].ravel(),
            "end": whole[..., -1].ravel(),
            **_lived(len(rides)),
            "elapsed_s": lasted,
            "moving_s": lasted * 0.95,
            "distance_m": lasted * 7.0,
            "sub_sport": _same("road", len(rides)),
            "indoor": np.zeros(len(rides), dtype=bool),
            "position_evidence": _same("events", len(rides)),
            "device": _same("synthetic", len(rides)),
            "recorded": np.ones(len(rides), dtype=bool),
            "origin": np.ones(len(rides), dtype=np.int64),
            "folded": _same("[]", len(rides)),
        },
        "posture_bouts": {
            "athlete": np.repeat(ids, weeks * len(_BOUTS)),
            "ride": np.repeat(rides, len(_BOUTS)),
            "number": np.tile(np.arange(len(_BOUTS)), len(rides)),
            "start": whole[..., :-1].ravel(),
            "end": whole[..., 1:].ravel(),
            "posture": _same(_BOUTS, bouts),
        },
    }


def _check_ins(ids: Any, weeks: int, chance: np.random.Generator) -> Columns:
    rows = len(ids) * weeks
    return {
        "athlete": np.repeat(ids, weeks),
        "start": np.tile(_week_starts_s(weeks) + 11 * _HOUR_S, len(ids)) * _PER_S,
        **_lived(rows, "date"),
        "region": _same("lumbar", rows),
        "side": _same("left", rows),
        "score": chance.integers(0, 6, rows).astype(float),
        "signs": _same("[]", rows),
        "note": _same("", rows),
        "origin": np.full(rows, 2),
    }


def _origins(ids: Any) -> Columns:
    rows = 3 * len(ids)
    return {
        "athlete": np.repeat(ids, 3),
        "origin": np.tile(np.arange(3), len(ids)),
        "adapter": _same("synthetic", rows),
        "file": _same(np.array(["strength.csv", "rides.zip", "pain.csv"]), rows),
        "digest": _same("0" * 64, rows),
    }


def _sources(ids: Any) -> Columns:
    rows = len(ids)
    return {
        "athlete": ids,
        "file": _same("strength.csv", rows),
        "digest": _same("0" * 64, rows),
        "opened": np.ones(rows, dtype=bool),
        "adapter": _same("synthetic", rows),
        "reason": _same("", rows),
        "entries": np.ones(rows, dtype=np.int64),
        "same_as": _same("", rows),
    }


def _lived(rows: int, clock: str = "stated") -> Columns:
    return {"zone": _same(_ZONE, rows), "clock": _same(clock, rows)}


def _same(texts: Any, rows: int) -> Any:
    """One text, or some texts in turn, as many as there are rows."""
    return np.resize(np.atleast_1d(texts), rows)


def _week_starts_s(weeks: int) -> Any:
    """Mondays, oldest first. [s since 1970]"""
    last = int(MONDAY.timestamp())
    return last - 7 * _DAY_S * np.arange(weeks - 1, -1, -1)
