"""Loads become weights: in which unit, and how that is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Problem, ProblemKind, UnitBasis, Weight, WeightUnit
from tl_analyzer.parsing.unit_guess import Guess, guess_unit
from tl_strength.draft import Draft


@dataclass(frozen=True)
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

    def weigh(self, draft: Draft) -> Weight | None:
        """Weight of a set; None where it has none."""
        if draft.load is None:
            return None
        if draft.unit is not None:
            return Weight(value=draft.load, unit=draft.unit, basis=UnitBasis.STATED)
        return Weight(value=draft.load, unit=self.unit, basis=self.basis)


def settle_units(drafts: Sequence[Draft], reading: Reading, file: str) -> Units:
    """Decide how the loads are read for which the file states no unit."""
    silent = [(draft.exercise, draft.load) for draft in drafts if draft.load and not draft.unit]
    # Where nothing was lifted, the athlete's own mass has to tell.
    silent = silent or [("", draft.body_mass) for draft in drafts if draft.body_mass]
    if reading.weight_unit is not None or not silent:
        return Units(unit=reading.weight_unit or WeightUnit.KG, basis=UnitBasis.CONFIGURED)
    stated = {draft.unit for draft in drafts if draft.unit}
    if len(stated) == 1:
        unit = stated.pop()
        guess = Guess(unit, f"all other rows of the file are in {unit.value}")
    else:
        guess = guess_unit(silent)
    return Units(unit=guess.unit, basis=UnitBasis.GUESSED, note=_note(guess, len(silent), file))


def _note(guess: Guess, count: int, file: str) -> Problem:
    return Problem(
        file=file,
        kind=ProblemKind.NOTE,
        code="unit-guessed",
        found=f"weights without a unit ({count}), read as {guess.unit.value}: {guess.evidence}",
        expected="a unit in the file, or in the profile for files without one",
        hint='To settle it, write units = "kg" or units = "lb" under [athlete] in the profile.',
    )
