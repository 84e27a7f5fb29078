"""The sets of a log as columns, before anything is computed from them."""

from dataclasses import dataclass

import numpy as np

from tl_analyzer.load.labels import session_label
from tl_analyzer.load.set_table import Flags, Floats, Ints, Session
from tl_analyzer.load.strength import OneRepModel, reps_in_reserve
from tl_analyzer.load.week import Week
from tl_analyzer.log import LoadMeaning, Log, SetType, StrengthSet, UnitBasis, WeightUnit
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
    log: Log, week: Week, first_day: int, recogniser: Recogniser, parameters: Parameters
) -> RawSets:
    """Collect the sets from `first_day` to the end of the week.

    Parameters
    ----------
    log : Log
        The athlete's log, strength sessions in time order.
    week : Week
        The week under review; later sessions are left out.
    first_day : int
        First day to look at. [ordinal]
    recogniser : Recogniser
        How exercise names are understood.
    parameters : Parameters
        ``exposure.seconds_per_rep``, ``exposure.metres_per_rep``, and those of `OneRepModel`.

    Returns
    -------
    RawSets
    """
    model = OneRepModel.from_parameters(parameters)
    number: dict[str, int] = {}
    movements: list[Movement] = []
    sessions: list[Session] = []
    rows: list[tuple[float, ...]] = []
    last_day = week.monday.toordinal() + 6
    for session in log.strength:
        day = session.start.day_in(week.zone).toordinal()
        if not first_day <= day <= last_day:
            continue
        begin = session.start.utc.timestamp()
        for s in session.sets:
            if s.exercise not in number:
                number[s.exercise] = len(movements)
                movements.append(recogniser.recognise(s.exercise))
            weight = s.weight
            rows.append(
                (
                    s.start.utc.timestamp() if s.start else begin,
                    day,
                    session.start.timed,
                    len(sessions),
                    number[s.exercise],
                    weight.kg if weight else np.nan,
                    s.meaning is LoadMeaning.INCLUDES_BODY_MASS,
                    s.meaning is LoadMeaning.ASSISTANCE,
                    s.meaning is LoadMeaning.PER_HAND,
                    s.meaning is LoadMeaning.BOTH_HANDS,
                    _repetitions(s, parameters),
                    _reserve(s, model),
                    s.set_type is SetType.WARMUP,
                    weight is not None and weight.basis is UnitBasis.GUESSED,
                    weight is not None and weight.unit is WeightUnit.LB,
                )
            )
        minutes = session.duration_s / 60.0 if session.duration_s is not None else None
        sessions.append(
            Session(
                label=session_label(session, week.zone),
                start=session.start,
                day=day,
                minutes=minutes,
            )
        )
    table = np.array(rows, dtype=np.float64).reshape(-1, 15)
    return RawSets(
        start=table[:, 0],
        day=table[:, 1].astype(np.int64),
        timed=table[:, 2].astype(bool),
        session=table[:, 3].astype(np.int64),
        movement=table[:, 4].astype(np.int64),
        weight_kg=table[:, 5],
        includes_body=table[:, 6].astype(bool),
        assistance=table[:, 7].astype(bool),
        per_hand=table[:, 8].astype(bool),
        both_hands=table[:, 9].astype(bool),
        reps=table[:, 10],
        reserve=table[:, 11],
        warmup=table[:, 12].astype(bool),
        guessed=table[:, 13].astype(bool),
        in_pounds=table[:, 14].astype(bool),
        movements=tuple(movements),
        sessions=tuple(sessions),
    )


def _repetitions(s: StrengthSet, parameters: Parameters) -> float:
    """Repetitions; holds and loaded walks count by their time or way. [1]."""
    if s.reps:
        return float(s.reps)
    if s.duration_s:
        return s.duration_s / parameters.number("exposure.seconds_per_rep")
    if s.distance_m:
        return s.distance_m / parameters.number("exposure.metres_per_rep")
    return 0.0 if s.reps == 0 else float("nan")


def _reserve(s: StrengthSet, model: OneRepModel) -> float:
    if s.rir is not None:
        return s.rir
    return 0.0 if s.rpe is None else float(reps_in_reserve(s.rpe, model))
