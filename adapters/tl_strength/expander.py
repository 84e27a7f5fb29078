"""What takes the rows of one layout apart."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar

from tl_analyzer.parsing.rows import Row
from tl_strength.expansion import Expansion
from tl_strength.sheet import Sheet


class Expander(ABC):
    """Takes the rows of one layout apart, each with the line of its source row.

    Parameters
    ----------
    sheet : Sheet
        The layout of the file.
    """

    #: Whether rows may be longer or shorter than the header.
    ragged: ClassVar[bool] = False

    def __init__(self, sheet: Sheet):
        self._sheet = sheet
        self._dialect = sheet.layout.dialect

    @abstractmethod
    def expand(self, rows: Sequence[Row]) -> Iterator[Expansion]:
        """Yield one expansion for each row."""


class RowExpander(Expander):
    """Takes rows apart of which each stands for itself."""

    def expand(self, rows: Sequence[Row]) -> Iterator[Expansion]:
        """Yield one expansion for each row."""
        return map(self._expansion, rows)

    @abstractmethod
    def _expansion(self, row: Row) -> Expansion: ...
