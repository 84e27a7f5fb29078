"""Creep models that were compared: each with its free numbers and the bounds they are sought in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from calibration import creep_forms as forms
from calibration.creep_forms import Numbers, State, Step
from calibration.targets import Target
from tl_analyzer.load.flexion import Segment

#: What a free number has to gain to be worth having, as in Akaike's criterion.
PENALTY = 2.0


@dataclass(frozen=True, slots=True)
class Free:
    """A number to be fitted: name, unit and the bounds it is looked for in."""

    name: str
    unit: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A creep model to be compared."""

    name: str
    says: str
    free: tuple[Free, ...]
    step: Step
    compartments: int = 2

    def creep(self, numbers: Numbers) -> Callable[[Sequence[Segment]], float]:
        """Creep at the end of a row of segments, from rest. [deg]"""

        def run(segments: Sequence[Segment]) -> float:
            state: State = (0.0,) * self.compartments
            for segment in segments:
                state = self.step(numbers, state, segment)
            return sum(state)

        return run


@dataclass(frozen=True, slots=True)
class Fit:
    """A candidate at its best.

    Attributes
    ----------
    numbers : tuple of float
        In the order of `Candidate.free`.
    squares : float
        Sum of squared residuals. [tolerances squared]
    """

    candidate: Candidate
    numbers: tuple[float, ...]
    squares: float

    @property
    def score(self) -> float:
        """Sum of squares and a penalty for every free number; less is better."""
        return self.squares + PENALTY * len(self.numbers)


def residuals(
    candidate: Candidate, numbers: Sequence[float], targets: Sequence[Target]
) -> list[float]:
    """Distance from every target. [tolerances]"""
    creep = candidate.creep(numbers)
    return [target.residual(target.simulated(creep)) for target in targets]


def _deg(name: str, high: float = 20.0) -> Free:
    return Free(name, "deg", 0.05, high)


def _min(name: str, high: float = 200.0) -> Free:
    return Free(name, "min", 0.25, high)


def _recovery(name: str) -> Free:
    return Free(name, "min", 2.0, 3000.0)


def _compartment(i: int) -> tuple[Free, Free, Free]:
    return (
        _deg(f"ceiling_{i}_deg", 8.0),
        _min(f"loading_{i}_min", 60.0),
        Free(f"recovery_{i}_min", "min", 0.25, 600.0),
    )


_SLOW = (_deg("slow_deg"), _min("slow_loading_min"), _recovery("slow_recovery_min"))
_COUPLED = (_deg("fast_deg", 8.0), _min("fast_min", 60.0), *_SLOW)
_SCALE = Free("recovery_scale_deg", "deg", 0.05, 20.0)
_POWER_OF_U = Free("power_of_u", "1", 0.6, 2.5)
_POWER = Free("recovery_power", "1", 0.05, 8.0)

#: Numbers of the earlier model, chosen by hand: its recovery was set first, the rest followed.
EARLIER = (6.243726, 9.4, 0.55, 1.0, 45.0)

IN_USE = Candidate(
    "stretch-coupled loading, activated recovery",
    "two compartments; the slow one loads in proportion to the fast one's stretch and recovers "
    "with a sinh; the model in use",
    (*_COUPLED, _SCALE),
    forms.in_use,
)
LINEAR = Candidate(
    "linear, two compartments",
    "each compartment with a loading and a recovery constant of its own",
    (*_compartment(1), *_compartment(2)),
    forms.linear,
)
ONE_LOADING = Candidate(
    "linear, one loading constant",
    "the form of the earlier model, its five numbers fitted afresh",
    (
        _deg("ceiling_deg"),
        _min("loading_min", 60.0),
        Free("fast_share", "1", 0.05, 0.95),
        _min("fast_recovery_min", 60.0),
        _recovery("slow_recovery_min"),
    ),
    forms.one_loading_constant,
)
CANDIDATES = (
    ONE_LOADING,
    LINEAR,
    Candidate(
        "linear, two compartments, power of u",
        "ceilings grow with a power of the posture level",
        (*LINEAR.free, _POWER_OF_U),
        forms.linear_power_of_u,
    ),
    Candidate(
        "linear, three compartments",
        "a spectrum of three",
        (*LINEAR.free, *_compartment(3)),
        forms.linear,
        compartments=3,
    ),
    Candidate(
        "one compartment, power-law recovery",
        "recovers the faster the more is left",
        (_deg("ceiling_deg"), _min("loading_min", 60.0), _recovery("recovery_min"), _POWER),
        forms.one_compartment,
        compartments=1,
    ),
    Candidate(
        "cascade",
        "the slow compartment follows the fast one with a lag; power of u",
        (
            _deg("fast_deg", 8.0),
            _min("fast_loading_min", 60.0),
            _min("fast_recovery_min", 60.0),
            Free("gain", "1", 0.01, 50.0),
            _recovery("slow_min"),
            _POWER_OF_U,
        ),
        forms.cascade,
    ),
    Candidate(
        "accelerating loading",
        "residual creep speeds further loading of the slow compartment (logistic)",
        (
            *LINEAR.free[:3],
            _SLOW[0],
            Free("slow_loading_min", "min", 1.0, 2000.0),
            _SLOW[2],
            Free("acceleration", "1", 0.01, 300.0),
        ),
        forms.accelerating,
    ),
    Candidate(
        "linear loading, activated recovery",
        "two loading constants; the slow compartment recovers with a sinh",
        (*_COUPLED, _SCALE),
        forms.linear_activated,
    ),
    Candidate(
        "stretch-coupled loading, linear recovery",
        "the slow compartment loads in proportion to the fast one's stretch",
        _COUPLED,
        forms.coupled,
    ),
    Candidate(
        "stretch-coupled loading, power-law recovery",
        "as above, and the slow compartment recovers the faster the more is left",
        (*_COUPLED, _POWER),
        forms.coupled_power_recovery,
    ),
    IN_USE,
    Candidate(
        "as in use, fast recovery of its own",
        "the fast compartment has a recovery constant too",
        (*IN_USE.free, _min("fast_recovery_min", 60.0)),
        forms.in_use_own_recovery,
    ),
    Candidate(
        "as in use, power of u",
        "ceilings grow with a power of the posture level",
        (*IN_USE.free, _POWER_OF_U),
        forms.in_use_power_of_u,
    ),
)
