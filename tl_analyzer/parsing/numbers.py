"""Numbers as people and apps write them."""

import math
import re


class Unreadable(ValueError):
    """A cell that does not say what it should.

    Parameters
    ----------
    expected : str
        What should have stood there.
    hint : str
        What the user can do.
    """

    def __init__(self, expected: str, hint: str = "Correct the cell and read the file again."):
        super().__init__(expected)
        self.expected = expected
        self.hint = hint


_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d{1,3})?")
#: ``1,000`` under a comma delimiter: a thousand to some, one to others.
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")


def number(text: str, *, comma_is_decimal: bool) -> float | None:
    """Read a number that is not negative; an empty cell is None.

    Parameters
    ----------
    text : str
        The cell.
    comma_is_decimal : bool
        Whether a comma can only be a decimal comma, as it is where it does not separate cells.

    Raises
    ------
    Unreadable
        If the cell holds anything else.
    """
    plain = text.strip().replace("\u2212", "-")
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain):
        raise Unreadable("a number such as 82.5")
    if _EITHER.fullmatch(plain) and not comma_is_decimal:
        raise Unreadable(
            "a number without a comma before three digits",
            "It may mean a thousand or a decimal: write it with a point, or without.",
        )
    value = float(plain.replace(",", "."))
    if not math.isfinite(value):
        raise Unreadable("a number such as 82.5")
    if value < 0:
        raise Unreadable("a number of zero or more")
    return value + 0.0
