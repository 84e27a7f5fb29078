"""Overhead channel: volume, intensity, and the thoracic extension an athlete may lack."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tl_analyzer.parameters import Parameters

Floats = NDArray[np.float64]

#: A coefficient, or a column of drawn ones with one row a sample.
Coefficient = float | Floats

#: Percent in one.
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class OverheadModel:
    """Coefficients of the overhead channel.

    Attributes
    ----------
    extension_demand_deg : float
        Thoracic extension that full arm elevation asks for. [deg]
    default_extension_deg : float
        Available extension of an athlete who was not measured. [deg]
    slope : float
        What a repetition counts more when all of the extension is missing. [1]
    exponent : float
        Power of intensity. [1]
    reference_intensity, reference_reps : float
        The workout that scores 100 with default extension. [1]
    """

    extension_demand_deg: float
    default_extension_deg: float
    slope: Coefficient
    exponent: Coefficient
    reference_intensity: float
    reference_reps: float

    @classmethod
    def from_parameters(cls, parameters: Parameters) -> Self:
        """Take the coefficients from a parameter set."""
        return cls(
            extension_demand_deg=parameters.number("overhead.extension_demand_deg"),
            default_extension_deg=parameters.number("overhead.default_extension_deg"),
            slope=parameters.number("overhead.slope"),
            exponent=parameters.number("overhead.exponent"),
            reference_intensity=parameters.number("overhead.reference_intensity"),
            reference_reps=parameters.number("overhead.reference_reps"),
        )


def extension_factor(
    elevation: ArrayLike, available_deg: ArrayLike, model: OverheadModel
) -> Floats:
    """How much more a repetition counts when thoracic extension is missing.

    ``K = 1 + slope max(0, p_e demand - A) / demand``

    Parameters
    ----------
    elevation : array_like
        p_e, share of full arm elevation that the lift asks for. [1]
    available_deg : array_like
        A, thoracic extension the athlete has. [deg]
    model : OverheadModel
        Coefficients.

    Returns
    -------
    ndarray
        K, 1 when the extension suffices, 1 + slope when none is there. [1]

    Notes
    -----
    That the junction supplies what the thorax lacks is clinical teaching; by how much was never
    measured. Demand and available extension come from two small samples of men.

    References
    ----------
    [edmondston_2012a]_, [edmondston_2012b]_, [mckean_burkett]_
    """
    demand = model.extension_demand_deg
    missing = np.asarray(elevation, np.float64) * demand - np.asarray(available_deg, np.float64)
    return 1.0 + model.slope * np.maximum(0.0, missing) / demand


def overhead_dose(
    reps: ArrayLike,
    intensity: ArrayLike,
    elevation: ArrayLike,
    available_deg: ArrayLike,
    model: OverheadModel,
) -> Floats:
    """Contribution of each set to the overhead index O.

    ``100 p_e n I^2 K / (25 0.75^2 K_0)`` with K_0 = K of a full press with default extension.

    Parameters
    ----------
    reps : array_like
        Repetitions n. [1]
    intensity : array_like
        I, load relative to the 1RM of the lift. [1]
    elevation : array_like
        p_e, share of full arm elevation. [1]
    available_deg : array_like
        Thoracic extension the athlete has. [deg]
    model : OverheadModel
        Coefficients.

    Returns
    -------
    ndarray
        Index points, 100 = 5 x 5 full presses at 75 % by an athlete with default extension; 0
        where the elevation is 0, NaN where another input is NaN. [1]

    Notes
    -----
    The elevation enters twice: a lift counts by the share of full elevation it reaches, so that
    a bench press scores nothing and an incline press in part, and what is missing of the
    extension it asks for adds to that.

    References
    ----------
    Exponent from [coenen_2012]_; [edmondston_2012a]_
    """
    share = np.asarray(elevation, dtype=np.float64)
    work = np.asarray(reps, np.float64) * np.asarray(intensity, np.float64) ** model.exponent
    usual = extension_factor(1.0, model.default_extension_deg, model)
    reference = model.reference_reps * model.reference_intensity**model.exponent * usual
    points = PERCENT * share * work * extension_factor(share, available_deg, model) / reference
    return np.where(share == 0.0, 0.0, points)


def overhead_index(
    reps: ArrayLike,
    intensity: ArrayLike,
    elevation: ArrayLike,
    available_deg: ArrayLike,
    model: OverheadModel,
) -> float:
    """Overhead index O of a number of sets.

    Parameters
    ----------
    reps, intensity, elevation, available_deg : array_like
        As for `overhead_dose`.
    model : OverheadModel
        Coefficients.

    Returns
    -------
    float
        O, 100 = 5 x 5 at 75 % with default extension. Sets with an unknown input are left out. [1]

    References
    ----------
    [edmondston_2012a]_
    """
    return float(np.nansum(overhead_dose(reps, intensity, elevation, available_deg, model)))
