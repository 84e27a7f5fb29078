"""Apple's names of workouts and units, in the words of the log (``sports.toml``)."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from tl_analyzer.log import KG_PER_LB, WeightUnit

_PREFIX = "HKWorkoutActivityType"
_NAME = re.compile(r"[A-Za-z]{1,60}")
_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: A name that is none.
_OTHER = "other"


@dataclass(frozen=True)
class Mass:
    """A unit of mass as one of the log's: `factor` of them make one."""

    unit: WeightUnit
    factor: float

    def kg(self, value: float) -> float:
        """A value in that unit of the log [kg]."""
        return value if self.unit is WeightUnit.KG else value * KG_PER_LB


@dataclass(frozen=True)
class Sports:
    """What the data file says.

    Attributes
    ----------
    rides, strength : frozenset of str
        Apple's types that are rides, and those that are lifting without sets.
    sport : dict of str to str
        Words of the log for the other types.
    metre : dict of str to float
        Units of length [m].
    mass : dict of str to Mass
        Units of mass.
    """

    rides: frozenset[str]
    strength: frozenset[str]
    sport: dict[str, str]
    metre: dict[str, float]
    mass: dict[str, Mass]

    def word(self, activity: str) -> str:
        """Name of an activity in the words of the log."""
        if activity in self.strength:
            return "strength_training"
        if not _NAME.fullmatch(activity):
            return _OTHER
        return self.sport.get(activity) or _WORD_START.sub("_", activity).lower()


def activity_name(text: str) -> str:
    """Apple's name of a workout without its prefix."""
    return text.removeprefix(_PREFIX)


@cache
def shipped_sports() -> Sports:
    """The names as shipped."""
    table = tomli.loads(files("tl_apple").joinpath("sports.toml").read_text("utf-8"))
    return Sports(
        rides=frozenset(table["rides"]),
        strength=frozenset(table["strength"]),
        sport=table["sport"],
        metre=table["metre"],
        mass={n: Mass(WeightUnit(m["unit"]), m["factor"]) for n, m in table["mass"].items()},
    )
