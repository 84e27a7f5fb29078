"""A fact beside its label: paths stay whole, however narrow the terminal."""

from tl_analyzer.report.sheet import INDENT, Sheet
from tl_analyzer.report.wrapping import Words


def fact_line(sheet: Sheet, label: str, told: Words, width: int) -> None:
    """Print a fact beside its label, or below each other where a word of it has no room.

    Parameters
    ----------
    sheet : Sheet
        The page.
    label : str
        What it is about.
    told : Words
        The fact.
    width : int
        Column of the labels. [characters]
    """
    name = sheet.words(label, "dim")
    room = sheet.layout.width - INDENT - width - 1
    if all(len(word) <= room for word in told.plain.split()):
        sheet.hanging(name, told, width)
        return
    sheet.paragraph(name)
    sheet.paragraph(told, 2 * INDENT)
