"""Steps of the creep models that were compared, exact for any stretch of constant posture.

A step takes the free numbers n of its model, the creep x of every compartment [deg] and a stretch;
the numbers come in the order of `calibration.candidates`. The model in use is not repeated here.
"""

from collections.abc import Callable, Sequence
from math import exp, expm1

from tl_analyzer.load.flexion import Creep, CreepModel, Segment, creep_step

State = tuple[float, ...]
Numbers = Sequence[float]
Step = Callable[[Numbers, State, Segment], State]


def _towards(value: float, target: float, minutes: float, load: float, recover: float) -> float:
    constant = load if target >= value else recover
    return value - (target - value) * expm1(-minutes / constant)


def one_loading_constant(n: Numbers, state: State, s: Segment) -> State:
    """One loading constant and a recovery constant for each of two compartments."""
    ceiling, load, share, *recover = n
    parts = (share, 1.0 - share)
    return tuple(
        _towards(x, ceiling * part * s.u, s.minutes, load, r)
        for x, part, r in zip(state, parts, recover, strict=True)
    )


def linear(n: Numbers, state: State, s: Segment) -> State:
    """Any number of compartments, each with a ceiling, a loading and a recovery constant."""
    return tuple(
        _towards(x, n[3 * i] * s.u, s.minutes, n[3 * i + 1], n[3 * i + 2])
        for i, x in enumerate(state)
    )


def linear_power_of_u(n: Numbers, state: State, s: Segment) -> State:
    """Two linear compartments whose ceilings grow with a power of u."""
    return linear(n, state, Segment(s.minutes, s.u ** n[6]))


def one_compartment(n: Numbers, state: State, s: Segment) -> State:
    """One compartment with power-law recovery."""
    ceiling, load, recover, power = n
    target = ceiling * s.u
    if state[0] < target:
        return (_towards(state[0], target, s.minutes, load, load),)
    return (target + _power_recovery(state[0] - target, s.minutes, recover, power),)


def _power_recovery(excess: float, minutes: float, recover: float, power: float) -> float:
    """Solution of ``dz/dt = -z**(power + 1) / recover``, z in degrees."""
    return float(excess * (1.0 + power * minutes / recover * excess**power) ** (-1.0 / power))


def cascade(n: Numbers, state: State, s: Segment) -> State:
    """The slow compartment follows the fast one with a lag."""
    ceiling, load, recover, gain, slow, power = n
    fast, late = state
    target = ceiling * s.u**power
    constant = load if target >= fast else recover
    apart = fast - target
    rate = 1.0 / slow - 1.0 / constant
    kept, held = exp(-s.minutes / constant), exp(-s.minutes / slow)
    fed = s.minutes * held if abs(rate) < 1e-9 else (kept - held) / rate
    late = gain * target + (late - gain * target) * held + gain * apart / slow * fed
    return target + apart * kept, late


def accelerating(n: Numbers, state: State, s: Segment) -> State:
    """The slow compartment loads the faster the more creep it already holds (logistic)."""
    a, a_load, a_recover, b, b_load, b_recover, more = n
    fast = _towards(state[0], a * s.u, s.minutes, a_load, a_recover)
    target, slow = b * s.u, state[1]
    if slow >= target:
        return fast, _towards(slow, target, s.minutes, b_load, b_recover)
    c = more / b
    q = (target - slow) / (1.0 + c * slow) * exp(-s.minutes * (1.0 + c * target) / b_load)
    return fast, (target - q) / (1.0 + c * q)


def coupled(n: Numbers, state: State, s: Segment) -> State:
    """The slow compartment loads in proportion to the stretch of the fast one."""
    a, a_min, b, b_load, b_recover = n
    made = -expm1(-s.minutes / a_min)
    fast, slow = state[0] + (a * s.u - state[0]) * made, state[1]
    if slow >= b * s.u:
        return fast, _towards(slow, b * s.u, s.minutes, b_load, b_recover)
    stretched = s.u * s.minutes + a_min * made * (state[0] / a - s.u)
    return fast, b * s.u + (slow - b * s.u) * exp(-stretched / b_load)


def coupled_power_recovery(n: Numbers, state: State, s: Segment) -> State:
    """Stretch-coupled loading; power-law recovery of the slow compartment."""
    fast, slow = coupled(n[:5], state, s)
    target = n[2] * s.u
    if state[1] > target:
        slow = target + _power_recovery(state[1] - target, s.minutes, n[4], n[5])
    return fast, slow


def in_use(n: Numbers, state: State, s: Segment) -> State:
    """The model of `tl_analyzer.load.flexion`."""
    end = creep_step(Creep(*state), s, CreepModel(*n))
    return end.fast_deg, end.slow_deg


def in_use_power_of_u(n: Numbers, state: State, s: Segment) -> State:
    """As in use, with ceilings that grow with a power of u."""
    return in_use(n[:6], state, Segment(s.minutes, s.u ** n[6]))


def in_use_own_recovery(n: Numbers, state: State, s: Segment) -> State:
    """As in use, but the fast compartment recovers with a constant of its own."""
    a = n[0]
    if state[0] <= a * s.u:
        return in_use(n[:6], state, s)
    b, b_load = n[2], n[3]
    quick = n[6]
    made = -expm1(-s.minutes / quick)
    fast, slow = state[0] + (a * s.u - state[0]) * made, state[1]
    if slow >= b * s.u:
        return fast, in_use(n[:6], state, s)[1]
    stretched = s.u * s.minutes + quick * made * (state[0] / a - s.u)
    return fast, b * s.u + (slow - b * s.u) * exp(-stretched / b_load)


def linear_activated(n: Numbers, state: State, s: Segment) -> State:
    """Loading linear in both compartments; recovery of the slow one as in use."""
    fast, slow = in_use(n, state, s)
    target, load = n[2] * s.u, n[3]
    if state[1] < target:
        slow = _towards(state[1], target, s.minutes, load, load)
    return fast, slow
