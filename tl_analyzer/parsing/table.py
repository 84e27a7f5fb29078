"""A delimited file from its bytes to rows of the header's width, each accounted for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Problem
from tl_analyzer.parsing.header import Header, find_header
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.rows import Row, fit, is_blank, records, repeats_header
from tl_analyzer.parsing.text import Text, decode, decode_head


def head_of(file: SourceFile) -> Header | None:
    """Header of a table as far as the first bytes of the file tell."""
    return _header_in(file.head)


@lru_cache(maxsize=8)
def _header_in(head: bytes) -> Header | None:
    """Take the header of a head apart, once for all adapters that ask."""
    return find_header(decode_head(head).lines)


@dataclass(frozen=True)
class Table:
    """A delimited file in memory.

    Attributes
    ----------
    file : str
        Its name.
    header : Header
        Its columns.
    text : Text
        Its lines, and what was amiss with its bytes.
    """

    file: str
    header: Header
    text: Text

    @classmethod
    def of(cls, file: SourceFile) -> "Table | None":
        """Read a file whole; None where it has no header. Check its size before."""
        text = decode(file.read())
        header = find_header(text.lines)
        return cls(file.name, header, text) if header else None

    @property
    def comma_is_decimal(self) -> bool:
        """Whether a comma within a cell can only be a decimal comma."""
        return self.header.delimiter != ","

    def rows(self, ledger: Ledger) -> Iterator[Row | Problem]:
        """Yield the rows of the header's width; all others are counted in the ledger.

        Empty rows and repeated headers are set aside, rows of another width refused.
        """
        for raw in records(self.text.lines, self.header):
            if is_blank(raw):
                ledger.set_aside("empty row")
            elif repeats_header(raw, self.header):
                ledger.set_aside("repeated header")
            else:
                row = fit(raw, self.header, self.file, may_trim=True)
                if isinstance(row, Problem):
                    yield ledger.refuse(row.code, row.found, row.expected, row.hint, raw.line)
                else:
                    yield row

    def cells(self, row: Row) -> Mapping[str, str]:
        """Cells of a row by the key of their column; of columns with one name the first."""
        found: dict[str, str] = {}
        for key, cell in zip(self.header.keys, row.cells, strict=True):
            found.setdefault(key, cell.strip())
        return found
