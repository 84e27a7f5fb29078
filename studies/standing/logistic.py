"""Logistic regression with a ridge, by Newton's method."""

from dataclasses import dataclass

import numpy as np

from tl_fit.message import BoolArray, FloatArray


@dataclass(frozen=True)
class Logistic:
    """A fitted model.

    Attributes
    ----------
    centre, scale : (k,) float
        Mean and standard deviation of each feature in the rows it was fitted to.
    weights : (k + 1,) float
        Weight of each standardised feature, then the intercept.
    """

    centre: FloatArray
    scale: FloatArray
    weights: FloatArray

    def probability(self, rows: FloatArray) -> FloatArray:
        """Probability of each row. Shape (n,)."""
        return _sigmoid(self._design(rows) @ self.weights)

    def _design(self, rows: FloatArray) -> FloatArray:
        return _with_ones((rows - self.centre) / self.scale)


def fit(rows: FloatArray, truth: BoolArray, ridge: float, steps: int, tolerance: float) -> Logistic:
    """Fit a model.

    Parameters
    ----------
    rows : (n, k) float
        Features.
    truth : (n,) bool
        What is to be predicted.
    ridge : float
        Pull of each weight towards zero; the intercept is free.
    steps : int
        Most Newton steps.
    tolerance : float
        Largest change of a weight at which the fit is done.

    Returns
    -------
    Logistic
    """
    centre, scale = rows.mean(axis=0), rows.std(axis=0)
    scale = np.where(scale > 0.0, scale, 1.0)
    design = _with_ones((rows - centre) / scale)
    pull = np.diag([*[ridge] * rows.shape[1], 0.0])
    # A little on the intercept keeps the system solvable where nobody ever stands.
    pull[-1, -1] = tolerance
    weights = np.zeros(design.shape[1])
    for _ in range(steps):
        p = _sigmoid(design @ weights)
        slope = design.T @ (truth - p) - pull @ weights
        curve = (design * (p * (1.0 - p))[:, None]).T @ design + pull
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < tolerance:
            break
    return Logistic(centre, scale, weights)


def _with_ones(rows: FloatArray) -> FloatArray:
    return np.column_stack((rows, np.ones(len(rows))))


def _sigmoid(x: FloatArray) -> FloatArray:
    return 0.5 * (1.0 + np.tanh(0.5 * x))
