"""What the week ahead holds before any work is placed in it."""

from typing import NamedTuple

from tl_analyzer.agenda.agenda import Basis
from tl_analyzer.finding import Channel
from tl_analyzer.log import PlannedSport


class Commitment(NamedTuple):
    """A session of the week ahead.

    Attributes
    ----------
    sport, label, basis : PlannedSport, str, Basis
        What it is, what it is called, how it is known.
    day : int
        Its day. [ordinal]
    start, end : float or None
        From when to when; None where only the day is known. [s]
    loads : frozenset of Channel
        What it usually loads; empty where nobody knows.
    """

    sport: PlannedSport
    label: str
    basis: Basis
    day: int
    start: float | None
    end: float | None
    loads: frozenset[Channel] = frozenset()


class AtDesk(NamedTuple):
    """Desk hours of one day: ``start <= t < end`` [s]."""

    start: float
    end: float
    basis: Basis


class KnownDay(NamedTuple):
    """One day with what is known to happen on it.

    Attributes
    ----------
    day : int
        The day. [ordinal]
    desk : tuple of AtDesk
        Desk hours, in time order.
    sessions : tuple of Commitment
        Sessions, in time order; those without a clock time first.
    """

    day: int
    desk: tuple[AtDesk, ...]
    sessions: tuple[Commitment, ...]
