"""What a weight stands for: a load, help, or the body with the load (``data/body_mass.toml``)."""

import statistics
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel, ConfigDict

from tl_analyzer.log import LoadMeaning
from tl_strength.phrases import has_phrase
from tl_strength.resources import table


class BodyMassTable(BaseModel):
    """Which exercises, and what is believed; each value is explained in the table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    exercises: tuple[str, ...]
    not_with: tuple[str, ...]
    level_spread: float
    share_within: float
    sets_least: int
    level_least_kg: float
    level_most_kg: float
    assisted_words: tuple[str, ...]


@cache
def body_mass_table() -> BodyMassTable:
    """Read the table, once."""
    return BodyMassTable.model_validate(table("data", "body_mass.toml"))


class Meanings:
    """What the weights of one file stand for.

    Parameters
    ----------
    weights : iterable of (str, float)
        Exercise and weight [kg] of all sets, of a layout that may write body mass into weights;
        empty for any other layout.
    body_mass_kg : float or None
        The athlete's body mass [kg], where it is known.
    """

    def __init__(self, weights: Iterable[tuple[str, float]], body_mass_kg: float | None):
        held: dict[str, list[float]] = defaultdict(list)
        for exercise, kg in weights:
            if moves_the_body(exercise) and not is_assisted(exercise):
                held[exercise].append(kg)
        self._level = {
            exercise: level
            for exercise, values in held.items()
            if (level := _body_level(values, body_mass_kg)) is not None
        }

    def of(self, exercise: str, kg: float, stated: LoadMeaning | None = None) -> LoadMeaning:
        """Meaning of one weight [kg]; `stated` is what its row says of it, if anything.

        Where an exercise is known to carry the body, a weight well below the body's level is
        a load that was logged alone.
        """
        if is_assisted(exercise):
            return LoadMeaning.ASSISTANCE
        if stated is not None:
            return stated
        level = self._level.get(exercise)
        if level is not None and kg >= level * (1.0 - body_mass_table().level_spread):
            return LoadMeaning.INCLUDES_BODY_MASS
        return LoadMeaning.EXTERNAL


def _body_level(values: list[float], body_mass_kg: float | None) -> float | None:
    """Level of body mass [kg] around which the weights of an exercise stay, if they do."""
    known = body_mass_table()
    level = statistics.median(values)
    within = sum(abs(value - level) <= known.level_spread * level for value in values)
    if within < known.share_within * len(values):
        return None
    if body_mass_kg is not None:
        agrees = abs(level - body_mass_kg) <= known.level_spread * body_mass_kg
        return level if agrees else None
    believable = known.level_least_kg <= level <= known.level_most_kg
    return level if believable and len(values) >= known.sets_least else None


@cache
def is_assisted(exercise: str) -> bool:
    """Whether the weight of an exercise is help."""
    return has_phrase(exercise, body_mass_table().assisted_words)


@cache
def moves_the_body(exercise: str) -> bool:
    """Whether an exercise moves the body by its nature."""
    known = body_mass_table()
    return has_phrase(exercise, known.exercises) and not has_phrase(exercise, known.not_with)
