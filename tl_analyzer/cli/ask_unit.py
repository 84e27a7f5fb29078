"""Kilograms or pounds: the evidence, the heaviest sets in both, and one question."""

from collections import Counter
from collections.abc import Iterable

import click

from tl_analyzer.log import KG_PER_LB, Log, StrengthSession, StrengthSet, UnitBasis, WeightUnit
from tl_analyzer.report.wording import clean

#: Sets that are shown. [1]
_HEAVIEST = 3
_NOT_KNOWN = "skip"
_CODE = "unit-guessed"


def ask_unit(log: Log) -> WeightUnit | None:
    """Ask in which unit weights without one are; None where none were guessed, or not known."""
    guessed = [
        (session, one)
        for session in log.strength
        for one in session.sets
        if one.weight is not None and one.weight.basis is UnitBasis.GUESSED
    ]
    if not guessed:
        return None
    click.echo("\nNo file says whether its weights are kilograms or pounds.", err=True)
    for problem in log.problems:
        if problem.code == _CODE:
            click.echo(f"  {clean(problem.file)}: {clean(problem.found)}", err=True)
    click.echo("The heaviest sets would be:", err=True)
    for session, one in sorted(guessed, key=_value, reverse=True)[:_HEAVIEST]:
        click.echo(f"  {_in_both(session, one)}", err=True)
    answer = click.prompt(
        "Which is it",
        type=click.Choice((WeightUnit.KG.value, WeightUnit.LB.value, _NOT_KNOWN)),
        default=_usual(one for _, one in guessed),
        err=True,
    )
    return None if answer == _NOT_KNOWN else WeightUnit(answer)


def _value(item: tuple[StrengthSession, StrengthSet]) -> float:
    weight = item[1].weight
    return weight.value if weight else 0.0


def _in_both(session: StrengthSession, one: StrengthSet) -> str:
    value = one.weight.value if one.weight else 0.0
    reps = f" x {one.reps}" if one.reps is not None else ""
    return (
        f"{session.start.local.date()} {clean(one.exercise, 40)} {value:g}{reps}:"
        f" as kg {value:.0f} kg ({value / KG_PER_LB:.0f} lb),"
        f" as lb {value * KG_PER_LB:.0f} kg ({value:.0f} lb)"
    )


def _usual(sets: Iterable[StrengthSet]) -> str:
    counted = Counter(one.weight.unit.value for one in sets if one.weight)
    return counted.most_common(1)[0][0]
