"""The weekly quantities that rules compare with usual, each with its range."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.history import DayRows
from tl_analyzer.load.rolling import usual
from tl_analyzer.load.set_table import Flags, Floats, Ints, or_zero
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Spread, Weekly
from tl_analyzer.parameters import Parameters


class Quantity(NamedTuple):
    """A quantity before it is summed.

    Attributes
    ----------
    name, unit : str
        What it is, in plain words, and its unit.
    value : (n,) array or sequence of float
        Values; NaN where there is none.
    quality : DataQuality
        How the data are known.
    """

    name: str
    unit: str
    value: Floats | Flags | Sequence[float]
    quality: DataQuality = DataQuality.MEASURED


class WeeklyBuilder:
    """Builds `Weekly` values of one athlete's week.

    Parameters
    ----------
    week : Week
        The week under review.
    spreads : mapping of str to Spread
        Range of this week's sum and ratio of some quantities, by key; the sum itself where nothing
        is uncertain.
    parameters : Parameters
        ``history.*`` and ``exposure.trend_weeks``.
    """

    def __init__(self, week: Week, spreads: Mapping[str, Spread], parameters: Parameters) -> None:
        self._week = week
        self._spreads = spreads
        self._trend = int(parameters.number("exposure.trend_weeks"))
        self._usual_weeks = int(parameters.number("history.usual_weeks"))
        self._least_weeks = int(parameters.number("history.least_weeks"))

    def rows(self, day: Ints) -> DayRows:
        """Find this week and the weeks before in a column of days [ordinal]."""
        return DayRows.of(day, self._week, self._trend)

    def sums(
        self, rows: DayRows, quantities: Mapping[str, Quantity], history: History
    ) -> dict[str, Weekly]:
        """Sum quantities by week.

        Parameters
        ----------
        rows : DayRows
            Where the days of the values lie, from `rows`.
        quantities : mapping of str to Quantity
            Quantities of these days, by key.
        history : History
            The log they come from.

        Returns
        -------
        dict of str to Weekly
            By key.
        """
        return self._reduced(np.add, rows, quantities, history)

    def maxima(
        self, rows: DayRows, quantities: Mapping[str, Quantity], history: History
    ) -> dict[str, Weekly]:
        """Take the weekly maximum of quantities; parameters as for `sums`."""
        return self._reduced(np.fmax, rows, quantities, history)

    def _reduced(
        self,
        reduce: np.ufunc,
        rows: DayRows,
        quantities: Mapping[str, Quantity],
        history: History,
    ) -> dict[str, Weekly]:
        values = or_zero(np.array([q.value for q in quantities.values()], dtype=np.float64))
        daily, weekly = rows.reduced(values, reduce)
        return {
            key: self._weekly(key, quantity, tuple(days), weeks, history)
            for (key, quantity), days, weeks in zip(quantities.items(), daily, weekly, strict=True)
        }

    def _weekly(
        self,
        key: str,
        quantity: Quantity,
        daily: tuple[float, ...],
        weeks: list[float],
        history: History,
    ) -> Weekly:
        this, *earlier = weeks
        before = tuple(
            [
                value if covered else None
                for value, covered in zip(earlier, history.covered, strict=True)
            ]
        )
        within = self._spreads.get(key) or Spread(this, this)
        return Weekly(
            name=quantity.name,
            unit=quantity.unit,
            this=this,
            daily=daily,
            before=before,
            usual=usual(before, self._usual_weeks, self._least_weeks),
            low=min(within.low, this),
            high=max(within.high, this),
            quality=quantity.quality,
            ratio_low=within.ratio_low,
            ratio_high=within.ratio_high,
        )


def worst(qualities: Iterable[DataQuality]) -> DataQuality:
    """Return the least certain of some qualities; measured if there are none."""
    order = list(DataQuality)
    return max(qualities, key=order.index, default=DataQuality.MEASURED)
