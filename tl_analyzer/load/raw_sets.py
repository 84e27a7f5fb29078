"""The sets of a log as columns, before anything is computed from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

import numpy as np

from tl_analyzer.load.labels import session_label
from tl_analyzer.load.set_table import Flags, Floats, Ints, Session
from tl_analyzer.load.strength import OneRepModel, reps_in_reserve
from tl_analyzer.log import (
    KG_PER_LB,
    LoadMeaning,
    SetType,
    StrengthSession,
    UnitBasis,
    WeightUnit,
    When,
)
from tl_analyzer.movement.movement import Movement
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters


@dataclass(frozen=True)
class RawSets:
    """Sets in time order, one row a set; see `SetTable` for the shared columns.

    Attributes
    ----------
    weight_kg : (n,) float
        Weight as written [kg]; NaN where the log gives none.
    includes_body, assistance, per_hand, both_hands : (n,) bool
        What the weight stands for.
    reserve : (n,) float
        Repetitions in reserve, from RIR or RPE; 0 where neither is given. [1]
    guessed, in_pounds : (n,) bool
        Whether the unit of the weight was guessed; whether it was read as pounds.
    """

    start: Floats
    day: Ints
    timed: Flags
    session: Ints
    movement: Ints
    weight_kg: Floats
    includes_body: Flags
    assistance: Flags
    per_hand: Flags
    both_hands: Flags
    reps: Floats
    reserve: Floats
    warmup: Flags
    guessed: Flags
    in_pounds: Flags
    movements: tuple[Movement, ...]
    sessions: tuple[Session, ...]


def raw_sets(
    sessions: Iterable[tuple[StrengthSession, datetime]],
    window: range,
    recogniser: Recogniser,
    parameters: Parameters,
) -> RawSets:
    """Collect the sets of a window of days.

    Parameters
    ----------
    sessions : iterable of (StrengthSession, datetime)
        Strength sessions in time order, and the athlete's wall clock at the start of each.
    window : range
        Days to look at. [ordinal]
    recogniser : Recogniser
        How exercise names are understood.
    parameters : Parameters
        ``exposure.seconds_per_rep``, ``exposure.metres_per_rep``, and those of `OneRepModel`.

    Returns
    -------
    RawSets
    """
    found = [(session, wall) for session, wall in sessions if wall.toordinal() in window]
    sets = [s for session, _ in found for s in session.sets]
    # One column a field: an athlete has a thousand sets, and most of the time goes by here.
    columns = zip(*map(_FIELDS, map(vars, sets)), strict=True) if sets else ((),) * len(_NAMES)
    names, weights, meanings, reps, rpe, rir, kinds, duration_s, distance_m, starts = columns
    number = {name: n for n, name in enumerate(dict.fromkeys(names))}
    of_session = np.repeat(np.arange(len(found)), [len(session.sets) for session, _ in found])

    def per_session(values: list[float]) -> Floats:
        return np.array(values, dtype=np.float64)[of_session]

    begin = per_session([session.start.utc.timestamp() for session, _ in found])
    value = np.array([np.nan if w is None else w.value for w in weights], dtype=np.float64)
    in_pounds = _which([w and w.unit for w in weights], WeightUnit.LB)
    guessed = _which([w and w.basis for w in weights], UnitBasis.GUESSED)
    return RawSets(
        start=begin if _none(starts) else _set_starts(starts, begin),
        day=per_session([wall.toordinal() for _, wall in found]).astype(np.int64),
        timed=per_session([session.start.timed for session, _ in found]).astype(np.bool_),
        session=of_session,
        movement=np.array([number[name] for name in names], dtype=np.int64),
        weight_kg=np.where(in_pounds, value * KG_PER_LB, value),
        includes_body=_which(meanings, LoadMeaning.INCLUDES_BODY_MASS),
        assistance=_which(meanings, LoadMeaning.ASSISTANCE),
        per_hand=_which(meanings, LoadMeaning.PER_HAND),
        both_hands=_which(meanings, LoadMeaning.BOTH_HANDS),
        reps=_repetitions(reps, duration_s, distance_m, parameters),
        reserve=_reserve(rir, rpe, OneRepModel.from_parameters(parameters)),
        warmup=_which(kinds, SetType.WARMUP),
        guessed=guessed,
        in_pounds=in_pounds,
        movements=tuple(recogniser.recognise(name) for name in number),
        sessions=tuple([_session(session, wall) for session, wall in found]),
    )


_NAMES = (
    "exercise",
    "weight",
    "meaning",
    "reps",
    "rpe",
    "rir",
    "set_type",
    "duration_s",
    "distance_m",
    "start",
)
#: Of the mapping that holds a value's fields: twice as fast as an attribute each.
_FIELDS = itemgetter(*_NAMES)


def _session(session: StrengthSession, wall: datetime) -> Session:
    minutes = session.duration_s / 60.0 if session.duration_s is not None else None
    return Session(session_label(session, wall), session.start, wall.toordinal(), minutes)


def _where(flags: Sequence[bool]) -> Flags:
    return np.array(flags, dtype=np.bool_)


def _which(column: Sequence[object], wanted: object) -> Flags:
    """Where a column holds a value that is rare in it."""
    if wanted not in column:
        return np.zeros(len(column), dtype=np.bool_)
    return _where([value is wanted for value in column])


def _none(column: Sequence[object]) -> bool:
    """Whether a column holds nothing."""
    return column.count(None) == len(column)


def _set_starts(starts: Sequence[When | None], begin: Floats) -> Floats:
    """Starts of the sets, that of the session where a set has none of its own. [s]."""
    told = zip(starts, begin.tolist(), strict=True)
    return np.array([at.utc.timestamp() if at else session for at, session in told])


def _repetitions(
    reps: Sequence[int | None],
    duration_s: Sequence[float | None],
    distance_m: Sequence[float | None],
    parameters: Parameters,
) -> Floats:
    """Repetitions; holds and loaded walks count by their time or way. [1]."""
    seconds = parameters.number("exposure.seconds_per_rep")
    metres = parameters.number("exposure.metres_per_rep")

    def untold(done: int | None, lasted: float | None, way: float | None) -> float:
        if lasted:
            return lasted / seconds
        if way:
            return way / metres
        return 0.0 if done == 0 else float("nan")

    rows = zip(reps, duration_s, distance_m, strict=True)
    return np.array([done or untold(done, lasted, way) for done, lasted, way in rows], np.float64)


def _reserve(
    rir: Sequence[float | None], rpe: Sequence[float | None], model: OneRepModel
) -> Floats:
    """Repetitions in reserve, from RIR or RPE; 0 where neither is given. [1]."""
    if _none(rir) and _none(rpe):
        return np.zeros(len(rir))
    rated = reps_in_reserve(np.array(rpe, dtype=np.float64), model)
    left = np.where([rating is None for rating in rpe], 0.0, rated)
    return np.where([stated is None for stated in rir], left, np.array(rir, dtype=np.float64))
