"""Picking rows out of the table of sets, and naming the sessions and loads behind them."""

import numpy as np

from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Flags


def hard_rows(picture: Picture, demand: float) -> Flags:
    """Mark the hard hinge sets at or above a demand D. Shape (n,).

    ``SetTable.hard_hinge`` leaves out warm-ups, ballistic lifts, and lifts that are no hinge.
    """
    return picture.sets.hard_hinge & (picture.sets.demand >= demand)


def first_of_sessions(picture: Picture, rows: Flags) -> list[int]:
    """Index the first marked set of every session, in time order."""
    marked = np.flatnonzero(rows)
    sessions = picture.sets.session[marked].tolist()
    # From the last to the first, so that of each session the first is what stays.
    first = dict(zip(reversed(sessions), reversed(marked.tolist()), strict=True))
    return sorted(first.values())


def sessions_of(picture: Picture, rows: Flags) -> tuple[str, ...]:
    """Labels of the sessions that hold marked sets, in time order."""
    return tuple(label(picture, row) for row in first_of_sessions(picture, rows))


def label(picture: Picture, row: int) -> str:
    """Label of the session a set belongs to."""
    return picture.sessions[int(picture.sets.session[row])].label


def exercise(picture: Picture, row: int) -> str:
    """Name of a set's exercise, as the athlete wrote it."""
    return picture.sets.movements[int(picture.sets.movement[row])].name


def hardest(picture: Picture, rows: Flags) -> int:
    """Index of the marked set with the highest demand."""
    return int(np.argmax(np.where(rows, picture.sets.demand, -np.inf)))


def load_at(picture: Picture, row: int, demand: float) -> str:
    """Say which load of a set's exercise asks for a demand D: ``144 kg in Deadlift``.

    Where the body is part of the load, the weight alone does not tell; then the demand is said.
    """
    movement = picture.sets.movements[int(picture.sets.movement[row])]
    kg = float(picture.sets.kg[row] / picture.sets.demand[row] * demand)
    if movement.equipment == "bodyweight" or not np.isfinite(kg):
        return f"a demand of {demand:.2f} in {exercise(picture, row)}"
    return f"{kg:.0f} kg in {exercise(picture, row)}"
