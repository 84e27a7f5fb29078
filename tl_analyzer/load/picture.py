"""The picture of one athlete's week: all that rules, advice and reports look at.

Built once by `tl_analyzer.load.exposure.picture`; times are seconds since the epoch [s], days are
proleptic ordinals (``date.toordinal()``) cut in the athlete's zone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from tl_analyzer.finding import Channel
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.set_table import Flags, Session, SetTable
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Kind, Weekly
from tl_analyzer.log import CheckIn, Problem
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.seats import packed
from tl_analyzer.sitting.sitting import Moving, Sitting
from tl_analyzer.sitting.spans import Span

_start = attrgetter("start")


@dataclass(frozen=True)
class FlexionState:
    """Creep state and carried dose at one instant."""

    time: float
    creep_deg: float
    dose_u_min: float


@dataclass(frozen=True)
class ChannelExposure:
    """One of the four channels for the report.

    Attributes
    ----------
    channel : Channel
    weekly : Weekly
        Its main quantity.
    extra : mapping
        Further measures of the week by plain name.
    context : mapping of str to float
        Averages and spreads that are no verdict; see `tl_analyzer.load.context`.
    """

    channel: Channel
    weekly: Weekly
    extra: Mapping[str, float | str] = field(default_factory=dict)
    context: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Strengths:
    """One-repetition maxima in use and where each comes from.

    Attributes
    ----------
    deadlift_kg : float or None
        E_DL, the conventional deadlift 1RM that demand is relative to. [kg]
    basis : str
        Where it comes from, in plain words; says why when there is none.
    from_log : bool
        Whether it was estimated from the log, and so shares the log's doubts about units.
    """

    deadlift_kg: float | None
    basis: str
    from_log: bool = False


@dataclass(frozen=True)
class Coverage:
    """What was and was not known about the week; `last_day` [ordinal] as in the report."""

    days_with_data: int
    desk_hours_measured: float
    desk_hours_assumed: float
    rides: int
    rides_with_measured_position: int
    sets: int
    sets_recognised: int
    unrecognised: tuple[tuple[str, int], ...]
    guessed_units: bool
    sources: tuple[str, ...]
    last_day: int | None = None


@dataclass(frozen=True)
class Picture:
    """Everything known about one athlete's week.

    Attributes
    ----------
    week, as_of : Week, float
        The week under review and the moment of the report [s].
    profile : Profile
        The athlete's profile.
    sessions, sets : tuple of Session, SetTable
        Strength work from the start of the history to the end of this week.
    rides : tuple of RideExposure
        Rides of the same window, in time order.
    sitting, moved : sequence of Sitting, tuple of Moving
        Sitting, and certain movement, in time order without overlap.
    undated : tuple of (int, str)
        Day [ordinal] and sport of this week's activities whose time of day is not known.
    stood_hours : tuple of Span
        Clock hours in which a watch saw the athlete stand up at some minute. [s]
    check_ins : tuple of CheckIn
        The pain diary up to the end of this week, in time order.
    weekly : mapping of str to Weekly
        By key: ``hinge_dose``, ``hinge_index``, ``hard_hinge_sets``, ``near_maximal_reps``,
        ``flexing_hinge_sets``,
        ``ballistic_reps``, ``overhead_dose``, ``flexed_ride_dose``, ``flexed_ride_min``,
        ``longest_flexed_bout``, ``flexion_dose``, ``rotation_reps``, ``loaded_flexion_reps``,
        ``distance_km``.
    channels : mapping of Channel to ChannelExposure
        The four channels.
    history : mapping of Kind to History
    strengths : Strengths
    coverage : Coverage
    problems : tuple of Problem
        Every problem met on the way.
    """

    week: Week
    as_of: float
    profile: Profile
    sessions: tuple[Session, ...]
    sets: SetTable
    rides: tuple[RideExposure, ...]
    sitting: Sequence[Sitting]
    moved: tuple[Moving, ...]
    check_ins: tuple[CheckIn, ...]
    weekly: Mapping[str, Weekly]
    channels: Mapping[Channel, ChannelExposure]
    history: Mapping[Kind, History]
    strengths: Strengths
    coverage: Coverage
    problems: tuple[Problem, ...]
    states: Mapping[float, FlexionState] = field(default_factory=dict)
    stood_hours: tuple[Span, ...] = ()
    undated: tuple[tuple[int, str], ...] = ()

    def this_week(self) -> Flags:
        """Which rows of `sets` belong to this week. Shape (n,)."""
        return self._this_week

    def rides_this_week(self) -> tuple[RideExposure, ...]:
        """Rides that start in this week."""
        return self._rides_this_week

    def seated_within(self, start: float, end: float) -> Sequence[Sitting]:
        """Sitting of which some lies between two instants [s]."""
        # In time order without overlap, so that the ends are in order too.
        begins, ends = self._seated
        return self.sitting[bisect_right(ends, start) : bisect_left(begins, end)]

    def seated_minutes(self, start: float, end: float, least: float) -> float:
        """Minutes of sitting with probability at least `least` between two instants [s]. [min]"""
        return sum(
            max(0.0, min(s.end, end) - max(s.start, start)) / 60.0
            for s in self.seated_within(start, end)
            if s.probability >= least
        )

    def moved_between(self, start: float, end: float) -> bool:
        """Whether certain movement lies between two instants [s]."""
        before = bisect_left(self.moved, end, key=_start)
        return before > 0 and self._moved_until[before - 1] > start

    # Looked at by most rules; computed once a picture.
    @cached_property
    def _this_week(self) -> Flags:
        monday = self.week.monday.toordinal()
        return (self.sets.day >= monday) & (self.sets.day < monday + 7)

    @cached_property
    def _seated(self) -> tuple[list[float], list[float]]:
        """When sitting begins, and when it ends. [s]."""
        seats = packed(self.sitting)
        return seats.start.tolist(), seats.end.tolist()

    @cached_property
    def _rides_this_week(self) -> tuple[RideExposure, ...]:
        return tuple(r for r in self.rides if self.week.holds(r.day))

    @cached_property
    def _moved_until(self) -> list[float]:
        """Latest end of each movement and those before it. [s]."""
        return list(accumulate((m.end for m in self.moved), max))
