"""What watched: intervals of posture as evidence."""

from array import array

import numpy as np

from tl_analyzer.log import Log, Observation, Posture
from tl_analyzer.log.posture_columns import Codes
from tl_analyzer.sitting.day_columns import days_of
from tl_analyzer.sitting.evidence import Kind, Voice
from tl_analyzer.sitting.evidence_columns import EvidenceColumns, Flags, Floats, Ints
from tl_analyzer.sitting.spans import Span, union

_PER_S = 1_000_000

_KIND = {
    Observation.POSTURE_SENSOR: Kind.SENSOR,
    Observation.POSTURE_LOG: Kind.LOGGED,
    Observation.DESK_HEIGHT: Kind.DESK_HEIGHT,
    Observation.COMPUTER_ACTIVE: Kind.COMPUTER,
    Observation.COMPUTER_IDLE: Kind.AWAY,
    Observation.MEETING: Kind.MEETING,
    Observation.TIME_TRACKER: Kind.TRACKER,
    Observation.WRIST_STILL: Kind.WRIST,
    Observation.STAND_TIME: Kind.ON_FEET,
    Observation.STEPS: Kind.ON_FEET,
    Observation.STAND_HOUR: Kind.IDLE_HOUR,
    Observation.SLEEP: Kind.SLEEP,
    Observation.OUT_OF_OFFICE: Kind.OUT_OF_OFFICE,
}


def observed(log: Log, since: float, voices: Codes[Voice]) -> EvidenceColumns:
    """Evidence of posture that ends after an instant [s]; equal intervals count once.

    Hours of a watch in which the athlete stood up at some time are no stretch of anything:
    `stood_hours` has them.
    """
    if not len(log.postures):
        return EvidenceColumns.of((), voices)
    held = log.postures.coded()
    start, end = _seconds(held.start), _seconds(held.end)
    states = [not _stood(seen, posture) for posture, _, seen, _, _ in held.kinds]
    rows = np.flatnonzero((end > since) & _of_kinds(held.kind, states))
    start, end = start[rows], end[rows]
    kinds, origins = np.asarray(held.kind)[rows], np.asarray(held.origin)[rows]
    said = [
        *zip(
            kinds.tolist(),
            origins.tolist(),
            np.asarray(held.probability)[rows].tolist(),
            strict=True,
        )
    ]
    number: dict[tuple[int, int, float], int] = {}
    for each in dict.fromkeys(said):
        posture, quality, seen, style, source = held.kinds[each[0]]
        file = held.origins[each[1]][1]
        number[each] = voices.code(
            Voice(_KIND[seen], posture, each[2], quality, source, style, file)
        )
    found = EvidenceColumns(start, end, np.array([number[each] for each in said], np.int64), voices)
    return found if (start[1:] > start[:-1]).all() else found.pick(_once(found))


def _once(evidence: EvidenceColumns) -> Ints:
    """Rows of what says something first; another file may say the same of the same time."""
    says = [(v.kind, v.posture, v.source) for v in evidence.voices.values]
    columns = evidence.start.tolist(), evidence.end.tolist(), evidence.voice.tolist()
    first: dict[tuple[object, ...], int] = {}
    for row, (start, end, voice) in enumerate(zip(*columns, strict=True)):
        first.setdefault((start, end, says[voice]), row)
    return np.array(list(first.values()), dtype=np.int64)


def stood_hours(log: Log) -> tuple[Span, ...]:
    """Clock hours in which a watch saw the athlete stand up, at an unknown minute."""
    return tuple(union(Span(row.start, row.end) for row in log.postures.rows(wanted=_stood)))


def observed_days(log: Log, zone: str) -> set[int]:
    """Days with evidence of a waking day; neither sleep nor an absence is any. [ordinal]."""
    held = log.postures.coded()
    asleep_or_off = Observation.SLEEP, Observation.OUT_OF_OFFICE
    awake = [seen not in asleep_or_off for _, _, seen, _, _ in held.kinds]
    start = _seconds(held.start)[_of_kinds(held.kind, awake)]
    return set(days_of(start, zone).tolist())


def _stood(seen: Observation, posture: Posture) -> bool:
    return seen is Observation.STAND_HOUR and posture is not Posture.SITTING


def _seconds(instants: "array[int]") -> Floats:
    return np.asarray(instants) / _PER_S


def _of_kinds(kind: "array[int]", wanted: list[bool]) -> Flags:
    """Which intervals are of kinds that are wanted. Shape (n,)."""
    found: Flags = np.array(wanted or [False], dtype=np.bool_)[np.asarray(kind)]
    return found
