"""Rotation channel: turning, side-bending and curling of the loaded trunk, in repetitions."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def loaded_reps(reps: ArrayLike, loads: ArrayLike) -> NDArray[np.float64]:
    """Repetitions of the sets that load the trunk in a given way.

    Parameters
    ----------
    reps : array_like
        Repetitions; NaN where they are not known. [1]
    loads : array_like of bool
        Whether the movement of the set turns, bends or curls the trunk.

    Returns
    -------
    ndarray
        Repetitions; 0 for other movements and where the number is not known. [1]

    Notes
    -----
    A plain count: no study read weighs load or range of trunk rotation at the junction. It is
    compared with the athlete's own usual and with nothing else.

    References
    ----------
    [clinic_lower_backpain]_: lumbar joints turn poorly, the change-over to them is vulnerable.
    """
    done = np.asarray(reps, dtype=np.float64)
    return np.where(np.asarray(loads, dtype=bool) & ~np.isnan(done), done, 0.0)
