"""What a list of activities of Garmin Connect looks like (``data/garmin_activities.toml``)."""

from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict

from tl_analyzer.column_map import column_key
from tl_analyzer.parsing.header import Header
from tl_strength.phrases import has_phrase, words_of
from tl_strength.resources import table


class Field(StrEnum):
    """What a column of the list means."""

    TYPE = "type"
    DATE = "date"
    FAVORITE = "favorite"
    TITLE = "title"
    CALORIES = "calories"
    TIME = "time"
    MOVING = "moving"
    ELAPSED = "elapsed"


#: Columns of every list; together no other file has them.
_SIGNATURE = (Field.TYPE, Field.DATE, Field.FAVORITE, Field.TITLE, Field.CALORIES, Field.TIME)


class RideWords(BaseModel):
    """One kind of ride, and the words of types that mean it.

    Attributes
    ----------
    sub_sport : str
        The kind in the words of the FIT profile; empty where the type does not say.
    indoor : bool or None
        Whether it is ridden indoors; None where the type does not say.
    words : tuple of str
        Phrases of a type, of whole words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sub_sport: str
    indoor: bool | None = None
    words: tuple[str, ...]


class GarminTable(BaseModel):
    """The table; each value is explained there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dates: tuple[str, ...]
    dates_either: tuple[tuple[str, ...], ...]
    nothing: tuple[str, ...]
    duration_most_s: float
    rows_most: int
    type_length: int
    columns: dict[Field, tuple[str, ...]]
    ride: tuple[RideWords, ...]
    sport: dict[str, tuple[str, ...]]

    def ride_of(self, activity_type: str) -> RideWords | None:
        """The kind of ride that a type means; None where it is no ride."""
        return next((kind for kind in self.ride if has_phrase(activity_type, kind.words)), None)

    def sport_of(self, activity_type: str) -> str:
        """The sport that a type means, or the type itself."""
        for sport, words in self.sport.items():
            if has_phrase(activity_type, words):
                return sport
        return "_".join(words_of(activity_type[: self.type_length]).split()) or "generic"


@cache
def garmin_table() -> GarminTable:
    """Read the table, once."""
    return GarminTable.model_validate(table("data", "garmin_activities.toml"))


def list_columns(header: Header) -> dict[Field, int] | None:
    """Where the columns of a list are; None for any other file."""
    spelt = {
        column_key(name): field for field, names in garmin_table().columns.items() for name in names
    }
    found: dict[Field, int] = {}
    for index, key in enumerate(header.keys):
        if (field := spelt.get(key)) is not None:
            found.setdefault(field, index)
    return found if all(field in found for field in _SIGNATURE) else None
