"""Problems on a terminal page."""

from collections.abc import Sequence

from tl_analyzer.report.glyphs import Glyphs
from tl_analyzer.report.problem_groups import ProblemGroup
from tl_analyzer.report.sheet import Sheet


def problem_lines(sheet: Sheet, groups: Sequence[ProblemGroup], draw: Glyphs) -> None:
    """Write each group: what it is, the first few in full, the rest counted."""
    for group in groups:
        sheet.paragraph(sheet.words(group.title, "bold"))
        for problem in group.shown:
            said = f"{problem.place}: {problem.finding}. {problem.hint}"
            sheet.hanging(sheet.words(draw.bullet), sheet.words(said), 1, 4)
        if group.rest:
            sheet.paragraph(sheet.words(group.rest, "dim"), 6)
