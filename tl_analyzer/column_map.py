"""How the columns of an athlete's own table are to be read: said once, kept in the profile."""

import unicodedata
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tl_analyzer.log.strength import WeightUnit


def column_key(name: str) -> str:
    """Bring a column name to the form in which names are compared.

    Case, blanks, quotes, underscores and the kind of apostrophe make no difference.
    """
    if not name:
        return ""
    plain = unicodedata.normalize("NFC", name).replace("\u2019", "'").replace("_", " ")
    return " ".join(plain.strip(" \t\r\n\"'\ufeff").lower().split())


class ColumnMap(BaseModel):
    """A table of the profile, ``[[columns]]``: which column means what.

    Attributes
    ----------
    adapter : str
        Name of the adapter that reads such tables, such as ``strength-table``.
    means : dict
        Header of the column by what it means to that adapter: ``{exercise = "Uebung"}``. A file
        that has all these headers is read by this map.
    dates : {"day-first", "month-first", None}
        Order of day and month where the dates themselves do not tell.
    unit : WeightUnit or None
        Unit of weights without one.
    scale : tuple of (float, float) or None
        Ends of the scale of a self-rating.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    adapter: Annotated[str, Field(min_length=1, max_length=80)]
    means: Annotated[dict[str, str], Field(min_length=1)]
    dates: Literal["day-first", "month-first"] | None = None
    unit: WeightUnit | None = None
    scale: tuple[float, float] | None = None

    def fits(self, header: Iterable[str]) -> bool:
        """Whether a header has every column of the map."""
        there = {column_key(name) for name in header}
        return all(column_key(name) in there for name in self.means.values())
