"""Tables of strength work as coaches and athletes keep them: CSV, TSV and XLSX of any layout."""

from tl_table.adapter import StrengthTableAdapter

__all__ = ["StrengthTableAdapter"]
