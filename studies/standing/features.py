"""What standing may show in: how cadence, power and speed are, and how they have just changed."""

from collections.abc import Mapping

import numpy as np

from studies.standing.rides import Signals
from tl_fit.message import FloatArray


def features(signals: Signals, windows: Mapping[str, int]) -> FloatArray:
    """Describe each second.

    Parameters
    ----------
    signals : Signals
        What was recorded.
    windows : mapping of str to int
        ``near_s``, ``wide_s`` and ``spread_s``: widths of centred windows [s].

    Returns
    -------
    (n, 16) float
        For cadence, power, torque (both as multiples of the ride's own mean while pedalling) and
        speed: the mean nearby, its distance to the wider mean, the step from before to after,
        and the spread.
    """
    columns = []
    for signal in (
        np.nan_to_num(signals.cadence_rpm),
        relative_power(signals),
        _relative(_torque(signals)),
        np.nan_to_num(signals.speed_mps),
    ):
        near = smoothed(signal, windows["near_s"])
        spread = (
            smoothed(signal**2, windows["spread_s"]) - smoothed(signal, windows["spread_s"]) ** 2
        )
        columns += [
            near,
            near - smoothed(signal, windows["wide_s"]),
            _shifted(near, -windows["near_s"]) - _shifted(near, windows["near_s"]),
            np.sqrt(np.maximum(spread, 0.0)),
        ]
    return np.column_stack(columns)


def relative_power(signals: Signals) -> FloatArray:
    """Power as a multiple of the ride's mean while pedalling. Shape (n,). [1]"""
    return _relative(np.nan_to_num(signals.power_w))


def smoothed(signal: FloatArray, window_s: int) -> FloatArray:
    """Centred moving mean over an odd window; at the ends over what there is. Shape (n,)."""
    at, half = np.arange(len(signal)), window_s // 2
    first, after = np.maximum(at - half, 0), np.minimum(at + half + 1, len(signal))
    sums = np.append(0.0, np.cumsum(signal))
    mean: FloatArray = (sums[after] - sums[first]) / (after - first)
    return mean


def _relative(signal: FloatArray) -> FloatArray:
    positive = signal[signal > 0.0]
    return signal / positive.mean() if len(positive) else signal


def _torque(signals: Signals) -> FloatArray:
    """Power over cadence: the push on the pedals, up to a constant; 0 while coasting."""
    cadence, power = np.nan_to_num(signals.cadence_rpm), np.nan_to_num(signals.power_w)
    return np.divide(power, cadence, out=np.zeros_like(power), where=cadence > 0.0)


def _shifted(signal: FloatArray, seconds: int) -> FloatArray:
    """Return the signal `seconds` later (earlier where negative), held at the ends."""
    rows = np.clip(np.arange(len(signal)) - seconds, 0, len(signal) - 1)
    held: FloatArray = signal[rows]
    return held
