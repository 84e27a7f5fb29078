"""Strength work of a case: rows of sets become sessions and a table of sets."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from tl_analyzer.load.set_table import Session, SetTable
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.testing.cases.moments import Moment
from tl_analyzer.testing.cases.names import movement

#: E_DL of the athlete of every case. [kg]
DEADLIFT_KG = 180.0

#: Demand from which a hinge set is hard, as the shipped parameters have it. [1]
_HARD = 0.70
_LIFT, _REPS = "Deadlift", 5.0


def sets_of(case: Mapping[str, Any]) -> tuple[tuple[Session, ...], SetTable]:
    """Rows of sets; those with the same ``at`` are one session, ``minute`` times a set in it."""
    expanded = [row for row in case.get("sets", []) for _ in range(row.get("sets", 1))]
    expanded.sort(key=lambda row: (Moment.parse(row["at"]).seconds, row.get("minute", 0)))
    starts = list(dict.fromkeys(row["at"] for row in expanded))
    moments = [Moment.parse(at) for at in starts]
    sessions = tuple(
        Session(f"{at} strength", m.when, m.day.toordinal(), None)
        for at, m in zip(starts, moments, strict=True)
    )
    lifts = list(dict.fromkeys(row.get("lift", _LIFT) for row in expanded))
    movements = tuple(movement(lift, case.get("movements", {})) for lift in lifts)
    which = [lifts.index(row.get("lift", _LIFT)) for row in expanded]
    of = [starts.index(row["at"]) for row in expanded]

    def column(key: str, default: float = 0.0) -> np.ndarray[Any, np.dtype[np.float64]]:
        return np.array([row.get(key, default) for row in expanded], dtype=np.float64)

    demand, warmup = column("D", np.nan), column("warmup").astype(bool)
    thrown = np.array([movements[w].pattern is Pattern.SWING for w in which], dtype=bool)
    hinge = np.array([movements[w].tl_hinge for w in which], dtype=bool)
    turns = np.array([movements[w].tl_rotation for w in which], dtype=bool)
    curls = np.array([movements[w].tl_flexion_loaded for w in which], dtype=bool)
    weighed = any("kg" in row for row in expanded)
    reps = column("reps", _REPS)
    return sessions, SetTable(
        start=np.array([moments[n].seconds for n in of]) + 60.0 * column("minute"),
        day=np.array([sessions[n].day for n in of], dtype=np.int64),
        timed=np.array([moments[n].clock is not None for n in of], dtype=bool),
        session=np.array(of, dtype=np.int64),
        movement=np.array(which, dtype=np.int64),
        kg=column("kg", np.nan) if weighed else DEADLIFT_KG * demand,
        reps=reps,
        warmup=warmup,
        demand=demand,
        hinge_dose=column("H"),
        hard_hinge=hinge & ~thrown & ~warmup & (demand >= _HARD),
        ballistic_reps=np.where(thrown, reps, 0.0),
        intensity=column("I", np.nan),
        overhead_dose=column("O"),
        rotation_reps=np.where(turns, reps, 0.0),
        flexion_reps=np.where(curls, reps, 0.0),
        movements=movements,
    )
