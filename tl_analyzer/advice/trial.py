"""One change tried on the week that was, and the instants its flag speaks of."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.finding import Evidence, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters


class Trial(NamedTuple):
    """One change of the catalogue, tried on a week that raised a flag.

    Attributes
    ----------
    entry : Exercise
        The change.
    flag : Flag
        The flag it is to answer.
    picture : Picture
        The week.
    parameters : Parameters
        Coefficients of the load model, and the size of the changes under ``advice``.
    """

    entry: Exercise
    flag: Flag
    picture: Picture
    parameters: Parameters

    @property
    def instants(self) -> tuple[float, ...]:
        """Instants that the evidence of the flag speaks of, in its order. [s]"""
        return tuple(moment.timestamp() for moment in instants_of(self.flag))


def instants_of(flag: Flag) -> tuple[datetime, ...]:
    """Instants that the evidence of a flag speaks of; days and weeks are left out."""
    return instants(flag.because)


def instants(facts: Iterable[Evidence]) -> tuple[datetime, ...]:
    """Instants that some facts speak of; days and weeks are left out."""
    return tuple(datetime.fromisoformat(fact.when) for fact in facts if "T" in fact.when)
