"""Loads become weights: in which unit, and how that is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from tl_analyzer.log import Problem, ProblemKind, UnitBasis, Weight, WeightUnit
from tl_analyzer.parsing.unit_guess import Guess, guess_unit


@dataclass(frozen=True, slots=True)
class Load:
    """A load as written: of which exercise, how much, and the unit stated with it, if any."""

    exercise: str
    value: float
    unit: WeightUnit | None = None


@dataclass(frozen=True, slots=True)
class Units:
    """How loads without a stated unit are read, one way for the whole file.

    Attributes
    ----------
    unit : WeightUnit
        The unit they are read in.
    basis : UnitBasis
        How it is known.
    note : Problem or None
        What the user should know about it.
    """

    unit: WeightUnit
    basis: UnitBasis
    note: Problem | None = None

    def weigh(self, value: float | None, stated: WeightUnit | None) -> Weight | None:
        """Weight of a load; None where there is none."""
        if not value:
            return None
        if stated is not None:
            return Weight(value=value, unit=stated, basis=UnitBasis.STATED)
        return Weight(value=value, unit=self.unit, basis=self.basis)


def settle_units(
    loads: Sequence[Load], known: WeightUnit | None, file: str, expected: str
) -> Units:
    """Decide how the loads are read for which the file states no unit.

    Parameters
    ----------
    loads : sequence of Load
        All loads of the file that are not zero.
    known : WeightUnit or None
        What the profile says.
    file, expected : str
        Name of the file, and where a unit should have stood, for the note.
    """
    silent = [(load.exercise, load.value) for load in loads if load.unit is None]
    if known is not None or not silent:
        return Units(known or WeightUnit.KG, UnitBasis.CONFIGURED)
    stated = {load.unit for load in loads if load.unit is not None}
    if len(stated) == 1:
        unit = stated.pop()
        guess = Guess(unit, f"all other rows of the file are in {unit.value}")
    else:
        guess = guess_unit(silent)
    note = Problem(
        file=file,
        kind=ProblemKind.NOTE,
        code="unit-guessed",
        found=f"weights without a unit ({len(silent)}), read as {guess.unit.value}:"
        f" {guess.evidence}",
        expected=expected,
        hint='To settle it, write units = "kg" or units = "lb" under [athlete] in the profile.',
    )
    return Units(guess.unit, UnitBasis.GUESSED, note)
