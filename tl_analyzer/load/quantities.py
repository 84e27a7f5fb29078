"""The weekly quantities that rules compare with usual, each with its range."""

from collections.abc import Iterable

import numpy as np

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.history import DayRows, usual
from tl_analyzer.load.set_table import Floats, Ints
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Spread, Weekly
from tl_analyzer.parameters import Parameters


def total(values: Floats) -> float:
    """Sum of some values, none of them NaN; 0 of none."""
    # The ufuncs themselves: `np.sum` and `np.nanmax` cost several times the work on a few numbers.
    return float(np.add.reduce(values))


def largest(values: Floats) -> float:
    """Largest of some values; 0 of none."""
    return float(np.fmax.reduce(values, initial=0.0))


class WeeklyBuilder:
    """Builds `Weekly` values of one athlete's week.

    Parameters
    ----------
    week : Week
        The week under review.
    parameters : Parameters
        ``history.*`` and ``exposure.trend_weeks``.
    """

    def __init__(self, week: Week, parameters: Parameters) -> None:
        self._week = week
        self._trend = int(parameters.number("exposure.trend_weeks"))
        self._parameters = parameters

    def rows(self, day: Ints) -> DayRows:
        """Find this week and the weeks before in a column of days [ordinal]."""
        return DayRows.of(day, self._week, self._trend)

    def sums(
        self,
        name: str,
        unit: str,
        rows: DayRows,
        value: Floats,
        history: History,
        *,
        spread: Spread | None = None,
        quality: DataQuality = DataQuality.MEASURED,
    ) -> Weekly:
        """Sum a quantity by week.

        Parameters
        ----------
        name, unit : str
            What it is, and its unit.
        rows : DayRows
            Where the days of the values lie, from `rows`.
        value : (n,) array
            Values; NaN where there is none.
        history : History
            The log it comes from.
        spread : Spread, optional
            Range of this week's sum and ratio; the sum itself where nothing is uncertain.
        quality : DataQuality
            How the data are known.
        """
        unknown = np.isnan(value)
        known = np.where(unknown, 0.0, value) if unknown.any() else value
        daily, weeks = rows.reduced(known, total)
        return self._weekly(name, unit, daily, weeks, history, spread, quality)

    def maxima(
        self,
        name: str,
        unit: str,
        rows: DayRows,
        value: Floats,
        history: History,
        *,
        quality: DataQuality = DataQuality.MEASURED,
    ) -> Weekly:
        """Take the weekly maximum of a quantity; parameters as for `sums`."""
        daily, weeks = rows.reduced(value, largest)
        return self._weekly(name, unit, daily, weeks, history, None, quality)

    def _weekly(
        self,
        name: str,
        unit: str,
        daily: tuple[float, ...],
        weeks: tuple[float, ...],
        history: History,
        spread: Spread | None,
        quality: DataQuality,
    ) -> Weekly:
        before = tuple(
            value if covered else None
            for value, covered in zip(weeks[1:], history.covered, strict=True)
        )
        within = spread or Spread(weeks[0], weeks[0])
        return Weekly(
            name=name,
            unit=unit,
            this=weeks[0],
            daily=daily,
            before=before,
            usual=usual(before, self._parameters),
            low=min(within.low, weeks[0]),
            high=max(within.high, weeks[0]),
            quality=quality,
            ratio_low=within.ratio_low,
            ratio_high=within.ratio_high,
        )


def worst(qualities: Iterable[DataQuality]) -> DataQuality:
    """Return the least certain of some qualities; measured if there are none."""
    order = list(DataQuality)
    return max(qualities, key=order.index, default=DataQuality.MEASURED)
