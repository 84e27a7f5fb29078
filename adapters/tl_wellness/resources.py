"""The data files of this package: limits of belief, and what columns mean."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

import tomli
from pydantic import BaseModel, ConfigDict, Field, model_validator

from tl_analyzer.log import Scale, WeightUnit


class Limits(BaseModel):
    """What is believed; ``numbers.toml`` says what each limit means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file_bytes: int
    mass_least_kg: float
    mass_most_kg: float
    question_length: int
    names_listed: int


class Measure(BaseModel):
    """What a column holds: name of the measure, its unit, and the scale of a rating."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    unit: str
    scale: Scale | None = None

    @model_validator(mode="before")
    @classmethod
    def _scale_of_list(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("scale"), list):
            least, most, best = data["scale"]
            return data | {"scale": Scale(least=least, most=most, best=best)}
        return data


class Source(BaseModel):
    """The columns of one source.

    Attributes
    ----------
    reference : str
        Where the meanings come from.
    measure : mapping of str to Measure
        By the key of the column.
    mass : mapping of str to WeightUnit
        Columns of body mass with their unit; empty where the source states none.
    mass_kg, steps, note : str
        Keys of the columns of body mass [kg], of a day's steps, and of free text.
    aside : tuple of str
        Known columns that say nothing about the back.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reference: str
    measure: Mapping[str, Measure]
    mass: Mapping[str, WeightUnit | Annotated[Literal[""], Field()]] = {}
    mass_kg: str = ""
    steps: str = ""
    note: str = ""
    aside: tuple[str, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """Keys of all columns that are understood."""
        named = {self.mass_kg, self.steps, self.note} - {""}
        return frozenset({*self.measure, *self.mass, *self.aside, *named})


@cache
def limits() -> Limits:
    """Read the limits, once."""
    table = _table("numbers.toml")["limit"]
    return Limits.model_validate({name: entry["value"] for name, entry in table.items()})


@cache
def source(name: str) -> Source:
    """Read what the columns of a source mean, once."""
    return Source.model_validate(_table("measures.toml")[name])


def key_of(column: str) -> str:
    """Name of a column in the form in which the data file lists it."""
    return "".join(char for char in column.casefold() if char.isalnum())


def _table(name: str) -> dict[str, Any]:
    text = files("tl_wellness").joinpath(name).read_text(encoding="utf-8")
    return tomli.loads(text)
