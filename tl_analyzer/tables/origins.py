"""Files that values were read from, each written once and known by its number."""

import json

from tl_analyzer.log import Provenance
from tl_analyzer.tables.columns import Row

#: Folded recordings of a session that has none.
NONE = "[]"


class Origins:
    """Numbers origins as they come.

    Parameters
    ----------
    first : int
        Number of the first one.
    """

    def __init__(self, first: int = 0) -> None:
        self._first = first
        self._numbers: dict[tuple[str, str, str], int] = {}

    def number(self, adapter: str, file: str, digest: str) -> int:
        """Number of an origin."""
        key = (adapter, file, digest)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = self._first + len(self._numbers)
        return found

    def of(self, provenance: Provenance) -> int:
        """Number of the origin of a value."""
        return self.number(provenance.adapter, provenance.file, provenance.digest)

    def folded(self, recordings: tuple[Provenance, ...]) -> str:
        """Recordings that were folded into a session, as text."""
        if not recordings:
            return NONE
        return json.dumps([[self.of(p), p.row] for p in recordings])

    def rows(self) -> list[Row]:
        """Rows of the table of origins."""
        return [(number, *key) for key, number in self._numbers.items()]
