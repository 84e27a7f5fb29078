"""Ranges: what this week, and this week against usual, may be within the doubts of the model.

Every doubt is drawn once a sample and used for this week and the weeks before alike: an error in
a coefficient moves both, so that a ratio is known better than either of its parts. The seed is
fixed; the same log always has the same range.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
from numpy.random import Generator, default_rng

from tl_analyzer.load.hinge import HingeModel, ballistic_demand, demand, hinge_dose
from tl_analyzer.load.overhead import OverheadModel, overhead_dose
from tl_analyzer.load.picture import Strengths
from tl_analyzer.load.raw_sets import RawSets
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.set_exposure import Loads, ballistic
from tl_analyzer.load.set_table import Floats, Ints, SetTable
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Spread
from tl_analyzer.log import KG_PER_LB, PositionEvidence
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.parameters import Parameter, Parameters
from tl_analyzer.sitting.sitting import Sitting

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
        maximum = strength.deadlift_kg * self._around_one("uncertainty.one_rm_error")
        load = loads.hinge_kg[near] * self._units(raw, strength)[:, near]
        model = replace(
            HingeModel.from_parameters(self.parameters),
            strength_at_max=self._of("hinge.strength_at_max"),
            ballistic_per_load=self._of("hinge.ballistic_demand_per_load"),
            ballistic_cap=self._of("hinge.ballistic_demand_cap"),
        )
        slow = demand(self._hinge_coefficients(raw)[:, near], load, maximum)
        thrown = ballistic_demand(load, maximum, model)
        relative = np.where(ballistic(raw)[near], thrown, np.where(load > 0.0, slow, np.nan))
        dose = np.nan_to_num(hinge_dose(np.nan_to_num(raw.reps[near]), relative, model))
        return self._spread(dose, self._number(raw.day[near]), history)

    def overhead(
        self, sets: SetTable, extension_deg: float | None, history: History
    ) -> Spread | None:
        """Range of the overhead dose: elevation, available extension, slope and exponent."""
        near = self._near(sets.day) & np.isfinite(sets.intensity)
        if not near.any():
            return None
        model = replace(
            OverheadModel.from_parameters(self.parameters),
            slope=self._of("overhead.slope"),
            exponent=self._of("overhead.exponent"),
        )
        drawn = self._of("overhead.default_extension_deg")
        available = drawn if extension_deg is None else np.full_like(drawn, extension_deg)
        shares = self._elevations(sets)[:, near]
        reps = np.nan_to_num(sets.reps[near])
        dose = np.nan_to_num(overhead_dose(reps, sets.intensity[near], shares, available, model))
        return self._spread(dose, self._number(sets.day[near]), history)

    def flexion(
        self, rides: Sequence[RideExposure], sitting: Sequence[Sitting], history: History
    ) -> Spread | None:
        """Range of flexed sitting and riding.

        Drawn are the level of every posture, how far probable sitting counts (between its
        probability and in full; improbable sitting between nothing and its probability), and how
        much of a ride without recorded position was ridden standing.
        """
        near = [s for s in sitting if self._span(s.start)]
        ridden = [r for r in rides if self._span(r.start)]
        if not near and not ridden:
            return None
        levels = self._levels()
        full = self._rng("seated").uniform(size=(self._draws, 1))
        least = self.parameters.number("flexion.seated_probability")
        probability = np.array([s.probability for s in near])
        weight = np.where(
            probability >= least, probability + (1.0 - probability) * full, probability * full
        )
        minutes = np.array([s.minutes for s in near])
        seated = (
            weight * minutes * np.column_stack([levels[s.posture] for s in near])
            if near
            else np.zeros((self._draws, 0))
        )
        riding = self._riding(ridden, levels)
        starts = np.array([s.start for s in near] + [r.start for r in ridden])
        number = np.floor((starts - self.week.start) / WEEK_S).astype(np.int64)
        return self._spread(np.hstack([seated, riding]), number, history)

    def riding(self, rides: Sequence[RideExposure], history: History) -> Spread | None:
        """Range of flexed riding: levels, and standing that was not recorded."""
        ridden = [r for r in rides if self._span(r.start) and r.flexed_min > 0.0]
        if not ridden:
            return None
        dose = self._riding(ridden, self._levels())
        return self._spread(dose, self._number(np.array([r.day for r in ridden])), history)

    @property
    def _draws(self) -> int:
        return int(self.parameters.number("uncertainty.draws"))

    def _rng(self, doubt: str) -> Generator:
        """Return a stream of its own for each doubt, so that one more leaves the others be."""
        return default_rng([int(self.parameters.number("uncertainty.seed")), crc32(doubt.encode())])

    def _spread(self, dose: Floats, number: Ints, history: History) -> Spread:
        """Percentiles of the weekly sums; `dose` has one row a draw, `number` 0 for this week."""
        weeks = int(self.parameters.number("history.usual_weeks"))
        sums = np.stack([dose[:, number == -n].sum(axis=1) for n in range(weeks + 1)])
        ends = (
            self.parameters.number("uncertainty.lower_percentile"),
            self.parameters.number("uncertainty.upper_percentile"),
        )
        low, high = np.percentile(sums[0], ends)
        covered = np.array(history.covered[:weeks], dtype=bool)
        if covered.sum() < self.parameters.number("history.least_weeks"):
            return Spread(float(low), float(high))
        usual = sums[1:][covered].mean(axis=0)
        if not (usual > 0.0).all():
            return Spread(float(low), float(high))
        ratio = np.percentile(sums[0] / usual, ends)
        return Spread(float(low), float(high), float(ratio[0]), float(ratio[1]))

    def _near(self, day: Ints) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        weeks = int(self.parameters.number("history.usual_weeks"))
        monday = self.week.monday.toordinal()
        return (day >= monday - 7 * weeks) & (day < monday + 7)

    def _span(self, start: float) -> bool:
        weeks = int(self.parameters.number("history.usual_weeks"))
        return self.week.start - weeks * WEEK_S <= start < self.week.end

    def _number(self, day: Ints) -> Ints:
        return (day - self.week.monday.toordinal()) // 7

    def _of(self, key: str) -> Floats:
        """Draw one coefficient between its bounds. Shape (draws, 1)."""
        return self._between(key, [self.parameters[key]])

    def _between(self, doubt: str, drawn: Sequence[Parameter]) -> Floats:
        """Draw coefficients between their bounds. Shape (draws, coefficients)."""
        centre = [self.parameters.number(p.key) for p in drawn]
        low = [c if p.low is None else p.low for c, p in zip(centre, drawn, strict=True)]
        high = [c if p.high is None else p.high for c, p in zip(centre, drawn, strict=True)]
        return self._rng(doubt).uniform(low, high, size=(self._draws, len(drawn)))

    def _by_name(self, prefix: str) -> dict[str, Floats]:
        """Draw every coefficient below a prefix. Shape (draws,) each."""
        named = self.parameters.under(prefix)
        return dict(zip(named, self._between(prefix, list(named.values())).T, strict=True))

    def _around_one(self, key: str) -> Floats:
        error = self.parameters.number(key)
        return self._rng(key).uniform(1.0 - error, 1.0 + error, size=(self._draws, 1))

    def _units(self, raw: RawSets, strength: Strengths) -> Floats:
        """Factors of the loads: a guessed unit may be the other one. Shape (draws, n).

        A maximum from the same log would be read the other way round too, and demand stay.
        """
        factor = np.ones((self._draws, len(raw.start)))
        if strength.from_log or not raw.guessed.any():
            return factor
        other = np.where(raw.in_pounds, 1.0 / KG_PER_LB, KG_PER_LB)
        chance = self.parameters.number("uncertainty.guess_wrong")
        wrong = self._rng("units").random((self._draws, 1)) < chance
        return np.where(wrong & raw.guessed, other, factor)

    def _hinge_coefficients(self, raw: RawSets) -> Floats:
        """Coefficient m_e of each set, drawn by lift. Shape (draws, n)."""
        drawn = self._by_name("hinge.demand")
        chance = self.parameters.number("uncertainty.unknown_hinge")
        columns = []
        for movement in raw.movements:
            if movement.lift in drawn:
                columns.append(drawn[movement.lift])
            elif movement.tl_hinge:
                columns.append(drawn["other_hinge"])
            elif not movement.recognised:
                hinges = self._rng(movement.name).random(self._draws) < chance
                columns.append(np.where(hinges, drawn["other_hinge"], np.nan))
            else:
                columns.append(np.full(self._draws, np.nan))
        return np.column_stack(columns)[:, raw.movement]

    def _elevations(self, sets: SetTable) -> Floats:
        """Elevation p_e of each set, drawn by lift. Shape (draws, n)."""
        drawn = self._by_name("overhead.elevation")
        nothing = np.zeros(self._draws)
        columns = []
        for movement in sets.movements:
            light = movement.pattern is Pattern.ISOLATION_UPPER
            other = drawn["light_isolation" if light else "other_overhead"]
            columns.append(drawn.get(movement.lift, other if movement.tl_overhead else nothing))
        return np.column_stack(columns)[:, sets.movement]

    def _levels(self) -> dict[str, Floats]:
        """Flexion level u of each posture, drawn by posture. Shape (draws,) each."""
        return self._by_name("flexion.u")

    def _riding(self, rides: Sequence[RideExposure], levels: dict[str, Floats]) -> Floats:
        """Flexion dose of each ride. Shape (draws, rides)."""
        most = self.parameters.number("uncertainty.unrecorded_standing")
        standing = self._rng("standing").uniform(0.0, most, size=self._draws)
        columns = []
        for ride in rides:
            level = {b.posture: levels[b.posture] for b in ride.bouts}
            dose = np.zeros(self._draws)
            for posture, drawn in level.items():
                minutes = sum(b.minutes for b in ride.bouts if b.posture == posture)
                dose += minutes * drawn
                if ride.evidence is PositionEvidence.NONE:
                    dose -= minutes * standing * (drawn - levels["out_of_saddle"])
            columns.append(dose)
        return np.column_stack(columns) if columns else np.zeros((self._draws, 0))
