"""A plain-text sheet: the few ways the text report puts words on a terminal page."""

from io import StringIO

from rich.box import ASCII as ASCII_BOX
from rich.box import ROUNDED
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.wording import to_ascii

#: Columns by which everything below a heading is indented. [characters]
INDENT = 2


class Sheet:
    """Collects lines of text at one width, with or without colour, in Unicode or ASCII.

    Everything is laid out as `rich.text.Text`, never as markup, so no bracket in a foreign name
    means anything.

    Parameters
    ----------
    layout : Layout
        The page.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=layout.width,
            force_terminal=layout.color,
            color_system="standard" if layout.color else None,
            no_color=not layout.color,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def words(self, text: str, style: str = "") -> Text:
        """Text in the characters the page can show."""
        return Text(to_ascii(text) if self.layout.ascii else text, style=style)

    def join(self, *parts: Text) -> Text:
        """Text made of differently styled parts."""
        return Text.assemble(*parts)

    def blank(self) -> None:
        """Leave a line empty."""
        self._console.print()

    def heading(self, title: str) -> None:
        """Begin a section."""
        line = "-" if self.layout.ascii else "─"
        start = f"{line * 2} {title} "
        self.blank()
        self._print(self.words(start + line * max(0, self.layout.width - len(start)), "bold"), 0)

    def paragraph(self, text: Text, indent: int = INDENT) -> None:
        """Print wrapped text."""
        self._print(text, indent)

    def hanging(self, label: Text, text: Text, width: int, indent: int = INDENT) -> None:
        """Print text beside a label that keeps a column of its own."""
        grid = Table.grid(padding=(0, 1), expand=True)
        grid.add_column(width=width, no_wrap=len(label) <= width)
        grid.add_column(ratio=1)
        grid.add_row(label, text)
        self._print(grid, indent)

    def box(self, title: str, text: Text, style: str) -> None:
        """Print text in a box that cannot be overlooked."""
        frame = ASCII_BOX if self.layout.ascii else ROUNDED
        panel = Panel(
            text, title=self.words(title, style), title_align="left", box=frame, border_style=style
        )
        self.blank()
        self._print(panel, 0)

    def text(self) -> str:
        """Everything so far, without blanks at line ends."""
        return "\n".join(line.rstrip() for line in self._out.getvalue().splitlines()) + "\n"

    def _print(self, what: RenderableType, indent: int) -> None:
        self._console.print(Padding(what, (0, 0, 0, indent)))
