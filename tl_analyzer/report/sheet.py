"""A plain-text sheet: the few ways the text report puts words on a terminal page."""

from itertools import zip_longest

from rich.cells import cell_len

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.wording import to_ascii
from tl_analyzer.report.wrapping import Words, cut, filled, parted, wrapped

#: Columns by which everything below a heading is indented. [characters]
INDENT = 2

#: Longest line of prose: longer ones are hard to read, whatever the terminal. [characters]
MEASURE = 116

#: From this width on labels stand beside their text. [characters]
_ROOMY = 64

#: Column of the labels of facts. [characters]
_LABEL = 17

#: What a terminal is told for each style (ECMA-48, select graphic rendition).
_CODES = {
    "bold": "1",
    "dim": "2",
    "bold red": "1;31",
    "bold yellow": "1;33",
    "bold cyan": "1;36",
}


class Sheet:
    """Collects lines of text at one width, with or without colour, in Unicode or ASCII.

    Text is never read as markup, so no bracket in a foreign name means anything.

    Parameters
    ----------
    layout : Layout
        The page.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._lines: list[str] = []

    @property
    def roomy(self) -> bool:
        """Whether labels stand beside their text."""
        return self.layout.width >= _ROOMY

    def words(self, text: str, style: str = "") -> Words:
        """Text in the characters the page can show."""
        return Words.of(to_ascii(text) if self.layout.ascii else text, style)

    def join(self, *parts: Words) -> Words:
        """Text made of differently styled parts."""
        return Words(tuple(run for part in parts for run in part.runs))

    def blank(self) -> None:
        """Leave a line empty."""
        self._lines.append("")

    def heading(self, title: str) -> None:
        """Begin a section."""
        line = "-" if self.layout.ascii else "─"
        start = f"{line * 2} {title} "
        self.blank()
        width = min(self.layout.width, MEASURE)
        self.paragraph(self.words(start + line * max(0, width - len(start)), "bold"), 0)

    def paragraph(self, text: Words, indent: int = INDENT) -> None:
        """Print wrapped text."""
        for line in wrapped(text, min(self.layout.width, MEASURE) - indent):
            self._lines.append(" " * indent + self._drawn(line))

    def hanging(self, label: Words, text: Words, width: int, indent: int = INDENT) -> None:
        """Print text beside a label that keeps a column of its own."""
        labels = parted(label) if len(label) <= width else wrapped(label, width, fold=False)
        rest = min(self.layout.width, MEASURE) - indent - width - 1
        for left, right in zip_longest(labels, wrapped(text, rest, fold=False)):
            begin = " " * width if left is None else self._drawn(filled(left, width))
            beside = "" if right is None else self._drawn(filled(right, rest))
            self._lines.append(f"{' ' * indent}{begin} {beside}")

    def labelled(self, label: str, text: str, style: str = "") -> None:
        """Print a fact beside its label, or after it where there is no room."""
        words, name = self.words(text, style), self.words(label, "dim")
        if self.roomy:
            self.hanging(name, words, _LABEL, 2 * INDENT)
        else:
            self.paragraph(self.join(name, self.words(": ", "dim"), words))

    def line(self, text: Words, indent: int = INDENT) -> None:
        """Print a line of a table: it may use the whole width."""
        for part in wrapped(text, self.layout.width - indent):
            self._lines.append(" " * indent + self._drawn(part))

    def box(self, title: str, text: Words, style: str) -> None:
        """Print text in a box that cannot be overlooked."""
        top_left, top_right, left, bottom_left, bottom_right, line = (
            "++|++-" if self.layout.ascii else "╭╮│╰╯─"
        )
        inner = min(self.layout.width, MEASURE) - 2
        name = cut(self.words(f" {title} ".replace("\n", " "), style), inner - 2)
        rest = line * (inner - 2 - cell_len(name.plain))

        def drawn(*runs: str) -> str:
            return self._drawn(Words(tuple((run, style) for run in runs if run)))

        self.blank()
        self._lines.append(
            drawn(top_left + line) + self._drawn(name) + drawn(rest, line + top_right)
        )
        for each in wrapped(text, inner - 2):
            blank = " " * (inner - 1 - cell_len(each.plain))
            self._lines.append(drawn(left) + " " + self._drawn(each) + blank + drawn(left))
        self._lines.append(drawn(bottom_left + line * inner + bottom_right))

    def text(self) -> str:
        """Everything so far, without blanks at line ends."""
        page = "\n".join(line.rstrip() for line in self._lines) + "\n"
        # The mark of a cut is one character wide, whatever the page can show.
        return page.replace("…", "~") if self.layout.ascii else page

    def _drawn(self, line: Words) -> str:
        if not self.layout.color:
            return line.plain
        return "".join(
            f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text and style else text
            for text, style in line.runs
        )
