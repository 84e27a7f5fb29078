"""Cells for spreadsheets, which take some texts for formulas."""

from tl_analyzer.report.wording import clean

#: How a formula begins.
_FORMULA = ("=", "+", "-", "@")
#: What spreadsheets take into one cell. [characters]
_LONGEST = 32_000


def text_cell(text: str) -> str:
    """Text on one line that stays text, made harmless for a terminal that shows the file."""
    plain = clean(text, _LONGEST)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
