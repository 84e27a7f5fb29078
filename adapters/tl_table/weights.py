"""Loads become weights: in which unit, and how that is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Problem, ProblemKind, UnitBasis, Weight, WeightUnit
from tl_analyzer.parsing.set_notation import NotedSet
from tl_analyzer.parsing.unit_guess import guess_unit
from tl_table.draft import Draft


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

    def weigh(self, done: NotedSet) -> Weight | None:
        """Weight of a set; None where it has none."""
        if not done.load:
            return None
        if done.unit is not None:
            return Weight(value=done.load, unit=done.unit, basis=UnitBasis.STATED)
        return Weight(value=done.load, unit=self.unit, basis=self.basis)


def settle_units(
    drafts: Sequence[Draft], mapped: WeightUnit | None, reading: Reading, file: str
) -> Units:
    """Decide how the loads are read for which the file states no unit."""
    loads = [(draft.exercise, one) for draft in drafts for one in draft.work if one.load]
    silent = [(exercise, one.load) for exercise, one in loads if one.load and one.unit is None]
    known = mapped or reading.weight_unit
    if known is not None or not silent:
        return Units(known or WeightUnit.KG, UnitBasis.CONFIGURED)
    stated = {one.unit for _, one in loads if one.unit is not None}
    if len(stated) == 1:
        unit = stated.pop()
        evidence = f"all other rows of the file are in {unit.value}"
    else:
        guess = guess_unit(silent)
        unit, evidence = guess.unit, guess.evidence
    note = Problem(
        file=file,
        kind=ProblemKind.NOTE,
        code="unit-guessed",
        found=f"weights without a unit ({len(silent)}), read as {unit.value}: {evidence}",
        expected="a unit in the header, in the [[columns]] of the table, or in the profile",
        hint='To settle it, write units = "kg" or units = "lb" under [athlete] in the profile.',
    )
    return Units(unit, UnitBasis.GUESSED, note)
