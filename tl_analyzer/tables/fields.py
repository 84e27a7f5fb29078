"""One row -> the fields of one value; nothing is checked here."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tl_analyzer.log import PostureBout, StrengthSet, Weight
from tl_analyzer.tables.instants import instant
from tl_analyzer.tables.origins import NONE

#: Adapter, file and digest of the files that values were read from, by number.
OriginKeys = Mapping[object, tuple[str, str, str]]
Fields = dict[str, Any]


def _when(start: int, zone: str, clock: str) -> Fields:
    return {"utc": instant(start), "zone": zone, "clock": clock}


def _provenance(origin: int, row: int | None, origins: OriginKeys) -> Fields:
    adapter, file, digest = origins[origin]
    return {"adapter": adapter, "file": file, "digest": digest, "row": row}


def _folded(text: str, origins: OriginKeys) -> tuple[Fields, ...]:
    if text == NONE:
        return ()
    return tuple(_provenance(origin, row, origins) for origin, row in json.loads(text))


def sets_fields(rows: Iterator[Any]) -> Iterator[tuple[object, int, Fields]]:
    """Workout, place and fields of every set."""
    # Weights repeat: each is validated once.
    weights: dict[tuple[float, str, str], Weight] = {}
    for (
        workout,
        number,
        exercise,
        set_type,
        weight,
        unit,
        basis,
        meaning,
        reps,
        rpe,
        rir,
        duration_s,
        distance_m,
        start,
        zone,
        clock,
        note,
        position,
        row,
    ) in rows:
        held = None
        if weight is not None:
            held = weights.get((weight, unit, basis))
            if held is None:
                held = Weight(value=weight, unit=unit, basis=basis)
                weights[weight, unit, basis] = held
        yield (
            workout,
            number,
            {
                "exercise": exercise,
                "row": row,
                "weight": held,
                "meaning": meaning,
                "reps": reps,
                "rpe": rpe,
                "rir": rir,
                "set_type": set_type,
                "duration_s": duration_s,
                "distance_m": distance_m,
                "start": None if start is None else _when(start, zone, clock),
                "note": note,
                "position": position,
            },
        )


def bouts_fields(rows: Iterator[Any]) -> Iterator[tuple[object, int, Fields]]:
    """Ride, place and fields of every bout."""
    for ride, number, start, end, posture in rows:
        yield ride, number, {"start": instant(start), "end": instant(end), "posture": posture}


def workout_fields(
    row: tuple[Any, ...], sets: dict[object, list[StrengthSet]], origins: OriginKeys
) -> Fields:
    """Fields of a workout, its sets taken from `sets`."""
    number, start, zone, clock, duration_s, title, app, detected, origin, line, folded = row
    return {
        "start": _when(start, zone, clock),
        "duration_s": duration_s,
        "title": title,
        "sets": tuple(sets.pop(number, ())),
        "app": app,
        "detected": detected,
        "provenance": _provenance(origin, line, origins),
        "folded": _folded(folded, origins),
    }


def ride_fields(
    row: tuple[Any, ...], bouts: dict[object, list[PostureBout]], origins: OriginKeys
) -> Fields:
    """Fields of a ride, its bouts taken from `bouts`."""
    number, start, end, zone, clock, *values, origin, line, folded = row
    names = (
        "elapsed_s",
        "moving_s",
        "distance_m",
        "sub_sport",
        "indoor",
        "position_evidence",
        "time_standing_s",
        "average_power_w",
        "device",
        "recorded",
    )
    return {
        **dict(zip(names, values, strict=True)),
        "start": _when(start, zone, clock),
        "end": instant(end),
        "bouts": tuple(bouts.pop(number, ())),
        "provenance": _provenance(origin, line, origins),
        "folded": _folded(folded, origins),
    }


def activity_fields(row: tuple[Any, ...], origins: OriginKeys) -> Fields:
    """Fields of an activity."""
    start, end, zone, clock, sport, moving_s, distance_m, origin, line, folded = row
    return {
        "start": _when(start, zone, clock),
        "end": instant(end),
        "sport": sport,
        "moving_s": moving_s,
        "distance_m": distance_m,
        "provenance": _provenance(origin, line, origins),
        "folded": _folded(folded, origins),
    }


def mass_fields(row: tuple[Any, ...], origins: OriginKeys) -> Fields:
    """Fields of a body mass."""
    start, zone, clock, value, unit, basis, origin, line = row
    return {
        "start": _when(start, zone, clock),
        "mass": {"value": value, "unit": unit, "basis": basis},
        "provenance": _provenance(origin, line, origins),
    }


def check_in_fields(row: tuple[Any, ...], origins: OriginKeys) -> Fields:
    """Fields of a check-in."""
    start, zone, clock, region, side, score, signs, note, origin, line = row
    return {
        "start": _when(start, zone, clock),
        "region": region,
        "side": side,
        "score": score,
        "signs": tuple(json.loads(signs)),
        "note": note,
        "provenance": _provenance(origin, line, origins),
    }


def wellness_fields(row: tuple[Any, ...], origins: OriginKeys) -> Fields:
    """Fields of a value of a wellness diary."""
    start, zone, clock, measure, value, unit, least, most, best, source, origin, line = row
    return {
        "start": _when(start, zone, clock),
        "measure": measure,
        "value": value,
        "unit": unit,
        "scale": None if least is None else {"least": least, "most": most, "best": best},
        "source": source,
        "provenance": _provenance(origin, line, origins),
    }


def total_fields(row: tuple[Any, ...], origins: OriginKeys) -> Fields:
    """Fields of a sum over a day."""
    start, zone, clock, measure, value, source, origin, line = row
    return {
        "start": _when(start, zone, clock),
        "measure": measure,
        "value": value,
        "source": source,
        "provenance": _provenance(origin, line, origins),
    }


def planned_fields(row: tuple[Any, ...], origins: OriginKeys) -> Fields:
    """Fields of a planned session."""
    start, end, zone, clock, sport, title, origin, line = row
    return {
        "start": _when(start, zone, clock),
        "end": None if end is None else instant(end),
        "sport": sport,
        "title": title,
        "provenance": _provenance(origin, line, origins),
    }


def source_fields(row: tuple[Any, ...]) -> Fields:
    """Fields of the summary of a source."""
    file, digest, opened, adapter, reason, entries, tally, same_as = row
    return {
        "file": file,
        "digest": digest,
        "opened": opened,
        "adapter": adapter,
        "reason": reason,
        "entries": entries,
        "tally": None if tally is None else json.loads(tally),
        "same_as": same_as,
    }


def problem_fields(row: tuple[Any, ...]) -> Fields:
    """Fields of a problem."""
    names = ("file", "found", "expected", "hint", "line", "column", "kind", "code")
    return dict(zip(names, row, strict=True))
