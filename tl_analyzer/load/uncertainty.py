"""Ranges: what this week, and this week against usual, may be within the doubts of the model.

Every doubt is drawn once a sample and used for this week and the weeks before alike: an error in
a coefficient moves both, so that a ratio is known better than either of its parts. The seed is
fixed; the same log always has the same range.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import TypeVar

import numpy as np

from tl_analyzer.load.drawn_flexion import DrawnRide, drawn_ride, drawn_sitting
from tl_analyzer.load.draws import around_one, by_name, chances, drawn
from tl_analyzer.load.hinge import HingeModel, ballistic_demand, demand, hinge_dose
from tl_analyzer.load.overhead import OverheadModel, overhead_dose
from tl_analyzer.load.percentiles import percentiles
from tl_analyzer.load.picture import Strengths
from tl_analyzer.load.raw_sets import RawSets
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.set_exposure import Loads, ballistic
from tl_analyzer.load.set_table import Flags, Floats, Ints, SetTable, or_zero
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Spread
from tl_analyzer.log import KG_PER_LB
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.sitting import Sitting

T = TypeVar("T", Sitting, DrawnRide)

WEEK_S = 7 * 86_400.0


@dataclass(frozen=True)
class Sampler:
    """Draws the doubts of one athlete's week.

    Attributes
    ----------
    week : Week
        The week under review.
    parameters : Parameters
        ``uncertainty.*``, ``history.*``, and the coefficients with their ranges.
    """

    week: Week
    parameters: Parameters

    def hinge(
        self, raw: RawSets, loads: Loads, strength: Strengths, history: History
    ) -> Spread | None:
        """Range of the hinge dose.

        Drawn are the coefficient of every lift, the 1RM, the strength at a maximal effort, the
        bounds of swings, whether a guessed unit was the other one, and whether an exercise that
        was not recognised loads the hinge.
        """
        near = self._near(raw.day)
        if strength.deadlift_kg is None or not near.any():
            return None
        coefficients = [self._hinge_coefficient(movement) for movement in raw.movements]
        thrown = ballistic(raw)
        # What no draw lets load the hinge adds nothing.
        hinging = np.array([c is not None for c in coefficients])[raw.movement]
        rows = np.flatnonzero(near & (thrown | hinging & (loads.hinge_kg > 0.0)))
        reps, kg = or_zero(raw.reps), loads.hinge_kg
        doubtful = raw.guessed & (not strength.from_log)
        one, of = _alike(
            rows, raw.movement[rows], kg[rows], reps[rows], doubtful[rows], raw.in_pounds[rows]
        )
        parameters = self.parameters
        maximum = strength.deadlift_kg * around_one(parameters, "uncertainty.one_rm_error")
        load = kg[one][:, None] * self._unit(doubtful[one], raw.in_pounds[one])
        model = replace(
            HingeModel.from_parameters(parameters),
            strength_at_max=drawn(parameters, "hinge.strength_at_max"),
            ballistic_per_load=drawn(parameters, "hinge.ballistic_demand_per_load"),
            ballistic_cap=drawn(parameters, "hinge.ballistic_demand_cap"),
        )
        unknown = np.full(self._draws, np.nan)
        known = [unknown if c is None else c for c in coefficients]
        coefficient = np.array([known[m] for m in raw.movement[one]]).reshape(-1, self._draws)
        slow = np.where(load > 0.0, demand(coefficient, load, maximum), np.nan)
        relative = np.where(thrown[one][:, None], ballistic_demand(load, maximum, model), slow)
        dose = or_zero(hinge_dose(reps[one][:, None], relative, model))
        return self._spread(self._sums(dose, self._number(raw.day[rows]), of), history)

    def overhead(
        self, sets: SetTable, extension_deg: float | None, history: History
    ) -> Spread | None:
        """Range of the overhead dose: elevation, available extension, slope and exponent."""
        near = self._near(sets.day) & np.isfinite(sets.intensity)
        if not near.any():
            return None
        elevations = [self._elevation(movement) for movement in sets.movements]
        raised = np.array([e is not None for e in elevations])[sets.movement]
        rows = np.flatnonzero(near & raised)
        reps = or_zero(sets.reps)
        one, of = _alike(rows, sets.movement[rows], sets.intensity[rows], reps[rows])
        parameters = self.parameters
        model = replace(
            OverheadModel.from_parameters(parameters),
            slope=drawn(parameters, "overhead.slope"),
            exponent=drawn(parameters, "overhead.exponent"),
        )
        available = drawn(parameters, "overhead.default_extension_deg")
        if extension_deg is not None:
            available = np.full_like(available, extension_deg)
        share = np.array([elevations[m] for m in sets.movement[one]]).reshape(-1, self._draws)
        intensity = sets.intensity[one][:, None]
        dose = or_zero(overhead_dose(reps[one][:, None], intensity, share, available, model))
        return self._spread(self._sums(dose, self._number(sets.day[rows]), of), history)

    def rides(self, rides: Sequence[RideExposure]) -> list[DrawnRide]:
        """Draw the doses of the rides that count for this week and for usual."""
        first, end = self._span
        return [drawn_ride(r, self.parameters) for r in rides if first <= r.start < end]

    def flexion(
        self, rides: Sequence[DrawnRide], sitting: Sequence[Sitting], history: History
    ) -> Spread | None:
        """Range of flexed sitting and riding, see `tl_analyzer.load.drawn_flexion`."""
        first, end = self._span
        near = [s for s in sitting if first <= s.start < end]
        if not near and not rides:
            return None
        # Week by week: months of a watched desk would not stay in the processor's cache.
        sums = [
            np.add.reduce(np.concatenate([drawn_sitting(sat, self.parameters), self._ridden(rode)]))
            for sat, rode in zip(self._by_week(near), self._by_week(rides), strict=True)
        ]
        return self._spread(np.array(sums), history)

    def riding(self, rides: Sequence[DrawnRide], history: History) -> Spread | None:
        """Range of flexed riding: levels, and standing that was not recorded."""
        flexed = [ride for ride in rides if ride.flexed]
        if not flexed:
            return None
        number = self._number(np.array([ride.day for ride in flexed]))
        sums = self._sums(self._ridden(flexed), number, np.arange(len(flexed)))
        return self._spread(sums, history)

    @property
    def _draws(self) -> int:
        return int(self.parameters.number("uncertainty.draws"))

    @property
    def _span(self) -> tuple[float, float]:
        """First instant that counts for usual, and the end of the week. [s]."""
        return self.week.start - self._weeks * WEEK_S, self.week.end

    @property
    def _weeks(self) -> int:
        return int(self.parameters.number("history.usual_weeks"))

    def _near(self, day: Ints) -> Flags:
        monday = self.week.monday.toordinal()
        return (day >= monday - 7 * self._weeks) & (day < monday + 7)

    def _number(self, day: Ints) -> Ints:
        return (day - self.week.monday.toordinal()) // 7

    def _by_week(self, of_time: Sequence[T]) -> list[list[T]]:
        """Sitting or rides by the week they begin in, this week first.

        Weeks are of equal length here, whatever the clocks did.
        """
        found: list[list[T]] = [[] for _ in range(self._weeks + 1)]
        begin = self.week.start
        for each in of_time:
            ago = -floor((each.start - begin) / WEEK_S)
            if 0 <= ago < len(found):
                found[ago].append(each)
        return found

    def _ridden(self, rides: Sequence[DrawnRide]) -> Floats:
        return np.array([ride.dose for ride in rides]).reshape(-1, self._draws)

    def _sums(self, dose: Floats, number: Ints, of: Ints) -> Floats:
        """Weekly sums, this week first. Shape (weeks, draws).

        `dose` has one column a draw, `number` the week of each contribution, 0 for this one, and
        `of` its row in `dose`.
        """
        return np.array(
            [np.add.reduce(dose[of[number == -n]], axis=0) for n in range(self._weeks + 1)]
        )

    def _spread(self, sums: Floats, history: History) -> Spread:
        """Percentiles of the weekly sums, this week first."""
        parameters, weeks = self.parameters, self._weeks
        ends = (
            parameters.number("uncertainty.lower_percentile"),
            parameters.number("uncertainty.upper_percentile"),
        )
        low, high = percentiles(sums[0], ends)
        covered = np.array(history.covered[:weeks], dtype=bool)
        if covered.sum() < parameters.number("history.least_weeks"):
            return Spread(low, high)
        usual = sums[1:][covered].mean(axis=0)
        if not (usual > 0.0).all():
            return Spread(low, high)
        return Spread(low, high, *percentiles(sums[0] / usual, ends))

    def _unit(self, doubtful: Flags, in_pounds: Flags) -> Floats | float:
        """Factors of some loads: a guessed unit may be the other one. Shape (n, draws).

        A maximum from the same log would be read the other way round too, and demand stay.
        """
        if not doubtful.any():
            return 1.0
        other = np.where(in_pounds, 1.0 / KG_PER_LB, KG_PER_LB)
        wrong = chances(self.parameters, "units", "uncertainty.guess_wrong")
        return np.where(wrong & doubtful[:, None], other[:, None], 1.0)

    def _hinge_coefficient(self, movement: Movement) -> Floats | None:
        """Coefficient m_e of a movement, by draw; None where it loads no hinge in any."""
        named = by_name(self.parameters, "hinge.demand")
        if movement.lift in named:
            return named[movement.lift]
        if movement.tl_hinge:
            return named["other_hinge"]
        if movement.recognised:
            return None
        hinges = chances(self.parameters, movement.name, "uncertainty.unknown_hinge")
        return np.where(hinges, named["other_hinge"], np.nan)

    def _elevation(self, movement: Movement) -> Floats | None:
        """Elevation p_e of a movement, by draw; None where it has none in any."""
        named = by_name(self.parameters, "overhead.elevation")
        if movement.lift in named:
            return named[movement.lift]
        if not movement.tl_overhead:
            return None
        light = movement.pattern is Pattern.ISOLATION_UPPER
        return named["light_isolation" if light else "other_overhead"]


def _alike(rows: Ints, *columns: Floats | Ints | Flags) -> tuple[Ints, Ints]:
    """Of rows that agree in some columns keep one: athletes repeat their sets.

    Returns
    -------
    one : (u,) int
        A row for each kind.
    of : (n,) int
        The kind of each row.
    """
    kinds: dict[tuple[object, ...], int] = {}
    keys = zip(*(column.tolist() for column in columns), strict=True)
    of = np.array([kinds.setdefault(key, len(kinds)) for key in keys], dtype=np.int64)
    _, first = np.unique(of, return_index=True)
    return rows[first], of
