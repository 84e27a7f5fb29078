"""Whether a column such as `Set` counts the sets of a row or numbers them."""

from collections import defaultdict
from collections.abc import Iterable

from tl_analyzer.parsing.numbers import Unreadable, number
from tl_table.limits import limits


def numbers_the_sets(values: Iterable[tuple[str, str, str]]) -> bool:
    """Whether the values run 1, 2, 3 through the rows of an exercise on a day.

    Parameters
    ----------
    values : iterable of (str, str, str)
        Day, exercise and the cell, in the order of the file.
    """
    groups: dict[tuple[str, str], list[float]] = defaultdict(list)
    for day, exercise, cell in values:
        try:
            value = number(cell, comma_is_decimal=False)
        except Unreadable:
            continue
        if value is not None:
            groups[day, exercise].append(value)
    # Where all are ones, both come to the same.
    telling = [group for group in groups.values() if max(group) > 1.0]
    running = sum(_runs(group) for group in telling)
    return bool(telling) and running >= limits().numbered_share * len(telling)


def _runs(values: list[float]) -> bool:
    """Each value is a first one, or follows the one before."""
    before = [values[0] - 1.0, *values]
    return values[0] <= 1.0 and all(
        value <= 1.0 or value == last + 1.0 for last, value in zip(before, values, strict=False)
    )
