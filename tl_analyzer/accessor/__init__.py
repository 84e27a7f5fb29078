"""``import tl_analyzer.accessor``: exposure and flags of pandas tables, as ``frame.tl``."""

from tl_analyzer.accessor.table_error import TableError
from tl_analyzer.accessor.tl_accessor import TlAccessor

__all__ = ["TableError", "TlAccessor"]
