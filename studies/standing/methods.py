"""Ways to tell standing without position events: three baselines and a model.

A method looks at rides with recorded standing and returns an inference; an inference looks at
the signals of another ride alone and returns one guess or several, each a bool a second.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from zlib import crc32

import numpy as np

from studies.standing.features import features, relative_power, smoothed
from studies.standing.logistic import Logistic, fit
from studies.standing.rides import RecordedRide, Signals
from studies.standing.settings import Settings
from tl_fit.message import BoolArray, FloatArray

Guesses = tuple[BoolArray, ...]
Inference = Callable[["Example"], Guesses]
Method = Callable[[Sequence["Example"]], Inference]

#: A smoothed verdict holds when most of its window says so.
MAJORITY = 0.5


@dataclass(frozen=True)
class Example:
    """A ride with what is computed of its signals once."""

    ride: RecordedRide
    settings: Settings

    @property
    def signals(self) -> Signals:
        """What a device without position sensing records."""
        return self.ride.signals

    @cached_property
    def rows(self) -> FloatArray:
        """Features of each second. Shape (n, k)."""
        return features(self.signals, self.settings.features)

    @cached_property
    def relative_power(self) -> FloatArray:
        """Power as a multiple of the ride's mean while pedalling. Shape (n,). [1]"""
        return relative_power(self.signals)

    def lasting(self, score: FloatArray) -> FloatArray:
        """Mean of a score over the smoothing window, 0 off the way. Shape (n,)."""
        mean = smoothed(score, self.settings.smoothing["window_s"])
        return np.where(self.ride.riding, mean, 0.0)


def never(examples: Sequence[Example]) -> Inference:
    """Nobody ever stands: what the product assumes, and why its longest stretch is a bound."""
    return lambda example: (np.zeros(len(example.signals), dtype=np.bool_),)


def at_random(examples: Sequence[Example]) -> Inference:
    """Stand as long and as often as the known rides on average, at any time."""
    settings = examples[0].settings.random
    stands = sum(_stands(e.ride.standing) for e in examples)
    stood_s = sum(int(e.ride.standing.sum()) for e in examples)
    share = stood_s / sum(int(e.ride.riding.sum()) for e in examples)
    length_s = round(stood_s / stands)

    def guess(example: Example) -> Guesses:
        n = len(example.signals)
        chance = np.random.default_rng([settings.seed, crc32(str(example.ride.first_s).encode())])
        times = round(share * n / length_s)
        return tuple(
            _spans(n, chance.integers(0, n, size=times), length_s) for _ in range(settings.draws)
        )

    return guess


def slow_and_strong(examples: Sequence[Example]) -> Inference:
    """Standing whenever cadence is below a mark and power above one, the best of a grid."""
    rule = examples[0].settings.rule

    def lasting(example: Example, cadence: float, power: float) -> BoolArray:
        strong = example.relative_power > power
        slow = (example.signals.cadence_rpm > 0.0) & (example.signals.cadence_rpm < cadence)
        return example.lasting((slow & strong).astype(np.float64)) > MAJORITY

    marks = max(
        product(rule.cadence_rpm, rule.power_of_mean),
        key=lambda m: _f1(examples, [lasting(e, *m) for e in examples]),
    )
    return lambda example: (lasting(example, *marks),)


def logistic(examples: Sequence[Example]) -> Inference:
    """Logistic regression, at the threshold that is best for single seconds."""
    model = _fitted(examples)
    scores = [_score(model, e) for e in examples]
    threshold = max(
        examples[0].settings.logistic.thresholds,
        key=lambda t: _f1(examples, [s > t for s in scores]),
    )
    return lambda example: (_score(model, example) > threshold,)


def cautious_logistic(examples: Sequence[Example]) -> Inference:
    """Logistic regression, at the lowest threshold with the precision that is asked for."""
    model = _fitted(examples)
    scores = [_score(model, e) for e in examples]
    asked = examples[0].settings.decision.precision
    precise = (
        t
        for t in examples[0].settings.logistic.thresholds
        if _precision(examples, [s > t for s in scores]) >= asked
    )
    threshold = next(precise, 1.0)
    return lambda example: (_score(model, example) > threshold,)


def _fitted(examples: Sequence[Example]) -> Logistic:
    how = examples[0].settings.logistic
    rows = np.vstack([e.rows[e.ride.riding] for e in examples])
    truth = np.concatenate([e.ride.standing[e.ride.riding] for e in examples])
    return fit(rows, truth, how.ridge, how.steps, how.tolerance)


def _score(model: Logistic, example: Example) -> FloatArray:
    return example.lasting(model.probability(example.rows))


def _f1(examples: Sequence[Example], guesses: Sequence[BoolArray]) -> float:
    """Harmonic mean of precision and recall of single seconds; 0 where nothing is said. [1]"""
    hits, said, true = _seconds(examples, guesses)
    return 2.0 * hits / (said + true) if said + true else 0.0


def _precision(examples: Sequence[Example], guesses: Sequence[BoolArray]) -> float:
    hits, said, _ = _seconds(examples, guesses)
    return hits / said if said else 0.0


def _seconds(examples: Sequence[Example], guesses: Sequence[BoolArray]) -> tuple[int, int, int]:
    pairs = [(e.ride.standing, g) for e, g in zip(examples, guesses, strict=True)]
    return (
        sum(int((standing & guess).sum()) for standing, guess in pairs),
        sum(int(guess.sum()) for _, guess in pairs),
        sum(int(standing.sum()) for standing, _ in pairs),
    )


def _stands(standing: BoolArray) -> int:
    """How many times the rider gets up."""
    return int((standing & ~np.append(False, standing[:-1])).sum())


def _spans(n: int, starts: np.ndarray[tuple[int], np.dtype[np.int64]], length_s: int) -> BoolArray:
    standing = np.zeros(n, dtype=np.bool_)
    for start in starts:
        standing[start : start + length_s] = True
    return standing


#: Name in the page, and the method.
METHODS: tuple[tuple[str, Method], ...] = (
    ("never standing", never),
    ("constant share at random", at_random),
    ("slow and strong", slow_and_strong),
    ("logistic", logistic),
    ("logistic, cautious", cautious_logistic),
)

#: What a method has to beat.
BASELINES = ("never standing", "constant share at random", "slow and strong")
