"""Ranges: what this week, and this week against usual, may be within the doubts of the model.

Every doubt is drawn once a sample and used for this week and the weeks before alike: an error in
a coefficient moves both, so that a ratio is known better than either of its parts. The seed is
fixed; the same log always has the same range.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

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
from tl_analyzer.sitting.seats import Seats

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

    def hinge(self, raw: RawSets, loads: Loads, strength: Strengths) -> Floats | None:
        """Weekly hinge dose.

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
        model = _drawn_hinge(parameters)
        unknown = np.full(self._draws, np.nan)
        known = [unknown if c is None else c for c in coefficients]
        coefficient = np.array([known[m] for m in raw.movement[one]]).reshape(-1, self._draws)
        relative = np.where(load > 0.0, demand(coefficient, load, maximum), np.nan)
        swung = thrown[one][:, None]
        if swung.any():
            relative = np.where(swung, ballistic_demand(load, maximum, model), relative)
        dose = or_zero(hinge_dose(reps[one][:, None], relative, model))
        return self._sums(dose, raw.day[rows], of)

    def overhead(self, sets: SetTable, extension_deg: float | None) -> Floats | None:
        """Weekly overhead dose: elevation, available extension, slope and exponent."""
        near = self._near(sets.day) & np.isfinite(sets.intensity)
        if not near.any():
            return None
        elevations = [self._elevation(movement) for movement in sets.movements]
        raised = np.array([e is not None for e in elevations])[sets.movement]
        rows = np.flatnonzero(near & raised)
        reps = or_zero(sets.reps)
        one, of = _alike(rows, sets.movement[rows], sets.intensity[rows], reps[rows])
        parameters = self.parameters
        model = _drawn_overhead(parameters)
        available = drawn(parameters, "overhead.default_extension_deg")
        if extension_deg is not None:
            available = np.full_like(available, extension_deg)
        share = np.array([elevations[m] for m in sets.movement[one]]).reshape(-1, self._draws)
        intensity = sets.intensity[one][:, None]
        dose = or_zero(overhead_dose(reps[one][:, None], intensity, share, available, model))
        return self._sums(dose, sets.day[rows], of)

    def rides(self, rides: Sequence[RideExposure]) -> list[DrawnRide]:
        """Draw the doses of the rides that count for this week and for usual."""
        first, end = self._span
        return [drawn_ride(r, self.parameters) for r in rides if first <= r.start < end]

    def flexion(self, rides: Sequence[DrawnRide], sitting: Seats) -> Floats | None:
        """Weekly dose of flexed sitting and riding, see `tl_analyzer.load.drawn_flexion`."""
        first, end = self._span
        near = sitting.pick((sitting.start >= first) & (sitting.start < end))
        if not len(near) and not rides:
            return None
        sat_ago = self._weeks_ago(near.start)
        rode_ago = self._weeks_ago(np.array([ride.start for ride in rides])).tolist()
        # Week by week: months of a watched desk would not stay in the processor's cache.
        sums = [
            np.add.reduce(
                np.concatenate(
                    [
                        drawn_sitting(near.pick(sat_ago == week), self.parameters),
                        self._ridden(
                            [r for r, ago in zip(rides, rode_ago, strict=True) if ago == week]
                        ),
                    ]
                )
            )
            for week in range(self._weeks + 1)
        ]
        return np.array(sums)

    def riding(self, rides: Sequence[DrawnRide]) -> Floats | None:
        """Weekly dose of flexed riding: levels, and standing that was not recorded."""
        flexed = [ride for ride in rides if ride.flexed]
        if not flexed:
            return None
        day = np.array([ride.day for ride in flexed])
        return self._sums(self._ridden(flexed), day, np.arange(len(flexed)))

    def spreads(self, drawn: Mapping[str, tuple[Floats | None, History]]) -> dict[str, Spread]:
        """Percentiles of weekly doses, and of their ratios to usual.

        Parameters
        ----------
        drawn : mapping of str to (Floats or None, History)
            Weekly doses by draw, this week first, of shape (weeks, draws), and the log they come
            from; None where there is nothing to draw.

        Returns
        -------
        dict of str to Spread
            Of those there are.
        """
        found = {key: each for key, (each, _) in drawn.items() if each is not None}
        ratios = {
            key: dose[0] / usual
            for key, dose in found.items()
            if (usual := self._usual(dose, drawn[key][1])) is not None
        }
        if not found:
            return {}
        number = self.parameters.number
        ends = number("uncertainty.lower_percentile"), number("uncertainty.upper_percentile")
        within = percentiles(np.array([*(d[0] for d in found.values()), *ratios.values()]), ends)
        of_ratio = dict(zip(ratios, within[len(found) :], strict=True))
        return {
            key: Spread(*range_, *of_ratio.get(key, (None, None)))
            for key, range_ in zip(found, within, strict=False)
        }

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

    def _weeks_ago(self, start: Floats) -> Ints:
        """How many weeks before this one an instant [s] lies.

        Weeks are of equal length here, whatever the clocks did.
        """
        return -np.floor((start - self.week.start) / WEEK_S).astype(np.int64)

    def _ridden(self, rides: Sequence[DrawnRide]) -> Floats:
        return np.array([ride.dose for ride in rides]).reshape(-1, self._draws)

    def _sums(self, dose: Floats, day: Ints, of: Ints) -> Floats:
        """Weekly sums, this week first. Shape (weeks, draws).

        `dose` has one column a draw, `day` the day of each contribution [ordinal], and `of` its row
        in `dose`.
        """
        ago = (self.week.monday.toordinal() + 6 - day) // 7
        order = np.argsort(ago, kind="stable")
        edges = np.searchsorted(ago[order], np.arange(self._weeks + 2)).tolist()
        by_week = dose[of[order]]
        return np.array([np.add.reduce(by_week[a:b]) for a, b in pairwise(edges)])

    def _usual(self, weekly: Floats, history: History) -> Floats | None:
        """What is usual, by draw; None where too few weeks are covered, or nothing is usual."""
        covered = [n for n, known in enumerate(history.covered[: self._weeks], 1) if known]
        if len(covered) < self.parameters.number("history.least_weeks"):
            return None
        usual: Floats = np.add.reduce(weekly[covered]) / len(covered)
        return usual if usual.min() > 0.0 else None

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


@lru_cache
def _drawn_hinge(parameters: Parameters) -> HingeModel:
    return replace(
        HingeModel.from_parameters(parameters),
        strength_at_max=drawn(parameters, "hinge.strength_at_max"),
        ballistic_per_load=drawn(parameters, "hinge.ballistic_demand_per_load"),
        ballistic_cap=drawn(parameters, "hinge.ballistic_demand_cap"),
    )


@lru_cache
def _drawn_overhead(parameters: Parameters) -> OverheadModel:
    return replace(
        OverheadModel.from_parameters(parameters),
        slope=drawn(parameters, "overhead.slope"),
        exponent=drawn(parameters, "overhead.exponent"),
    )


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
    # Kinds are numbered as they are met.
    first = np.searchsorted(np.maximum.accumulate(of), np.arange(len(kinds)))
    return rows[first], of
