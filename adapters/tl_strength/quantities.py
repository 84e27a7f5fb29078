"""Quantities that name their unit in the cell: ``20,00 kg``, ``12 ripetizioni``, ``60 secondi``."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tl_analyzer.log import WeightUnit
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_strength.limits import limits
from tl_strength.units import counts_repetitions, metres_in, read_length, seconds_in, weight_unit

#: A number, its thousands apart or not, and at most one word.
_QUANTITY = re.compile(r"(\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d[\d.,]*)\s*([^\W\d_]*\.?)")
_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)?")
_CLOCK_MARK = ":"


class Measured(StrEnum):
    """What a quantity measures."""

    REPS = "reps"
    SECONDS = "seconds"
    WEIGHT = "weight"
    METRES = "metres"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it measures.

    Attributes
    ----------
    what : Measured
        What it measures.
    value : float
        In repetitions, seconds, metres, or in `unit`.
    unit : WeightUnit or None
        Unit of a weight; None where the cell names none.
    """

    what: Measured
    value: float
    unit: WeightUnit | None = None


@lru_cache(maxsize=4096)
def read_quantity(text: str, bare: Measured, *, comma_is_decimal: bool) -> Quantity | None:
    """Read a quantity; an empty cell is None.

    Parameters
    ----------
    text : str
        The cell.
    bare : Measured
        What a number without a word measures.
    comma_is_decimal : bool
        Whether a comma can only be a decimal comma.

    Raises
    ------
    Unreadable
        If the cell holds anything else.
    """
    plain = " ".join(text[: limits().file.name_length].split())
    if not plain:
        return None
    if _CLOCK_MARK in plain:
        return Quantity(Measured.SECONDS, read_length(plain))
    match = _QUANTITY.fullmatch(plain)
    if match is None:
        return Quantity(Measured.SECONDS, read_length(plain))
    value = _decimal(match[1].replace(" ", ""), comma_is_decimal)
    word = match[2]
    if not word:
        return Quantity(bare, value)
    if (unit := weight_unit(word)) is not None:
        return Quantity(Measured.WEIGHT, value, unit)
    if counts_repetitions(word):
        return Quantity(Measured.REPS, value)
    # A lone ``m`` is metres beside weights and minutes beside repetitions.
    metres, seconds = metres_in(word), seconds_in(word)
    if metres is not None and (bare is Measured.WEIGHT or seconds is None):
        return Quantity(Measured.METRES, value * metres)
    if seconds is not None:
        return Quantity(Measured.SECONDS, value * seconds)
    raise Unreadable("a number and its unit, such as 20 kg or 12 reps")


def _decimal(text: str, comma_is_decimal: bool) -> float:
    """Read a number that may have its thousands set apart."""
    point, comma = text.rfind("."), text.rfind(",")
    last = max(point, comma)
    grouped = min(point, comma) >= 0 and _GROUPS.fullmatch(text[:last]) is not None
    if grouped:
        text = f"{text[:last].replace('.', '').replace(',', '')}.{text[last + 1 :]}"
    elif comma_is_decimal and comma < 0 and "." in text and _GROUPS.fullmatch(text):
        text = text.replace(".", "")
    return number(text, comma_is_decimal=comma_is_decimal) or 0.0
