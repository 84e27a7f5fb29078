"""One reading of a CSV whose rows hold several sets."""

from collections.abc import Iterator

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Entry, Problem, Provenance, Tally
from tl_analyzer.parsing.rows import Row, fit, is_blank, records, repeats_header
from tl_analyzer.parsing.text import decode
from tl_strength.expanded import ExpandedReading
from tl_strength.expanders import expander
from tl_strength.layout import Layout
from tl_strength.limits import limits
from tl_strength.sheet import Sheet
from tl_strength.wrapped import unwrap


class ExpandedImport:
    """Reads a file of which each row is expanded into its sets (``expand`` in the dialect).

    Parameters
    ----------
    source : Provenance
        Where the values come from.
    layout : Layout
        The layout of the file.
    reading : Reading
        What is known about the athlete.
    """

    def __init__(self, source: Provenance, layout: Layout, reading: Reading):
        self._file = source.file
        self._layout = layout
        self._expander = expander(layout.dialect.expand)(Sheet(layout, source.file))
        delimiter = layout.header.delimiter
        self._sets = ExpandedReading(source, layout.dialect, reading, delimiter=delimiter)

    def run(self, data: bytes) -> Iterator[Entry | Problem | Tally]:
        """Yield all that the bytes of the file hold, workouts in the order of time."""
        text = decode(data)
        yield from text.problems(self._file)
        rows: list[Row] = []
        beyond = 0
        for number, row in enumerate(records(unwrap(text.lines), self._layout.header), start=1):
            if number > limits().file.rows:
                beyond += 1
                continue
            shaped = self._shaped(row)
            if isinstance(shaped, Problem):
                yield self._sets.refuse(shaped)
            elif shaped is not None:
                rows.append(shaped)
        if beyond:
            yield self._sets.refuse_beyond(beyond)
        yield from self._sets.run(self._expander.expand(rows))

    def _shaped(self, row: Row) -> Row | Problem | None:
        """A row that may hold sets, brought to the width of the header; None for any other."""
        if is_blank(row):
            self._sets.set_aside("blank")
            return None
        if repeats_header(row, self._layout.header):
            self._sets.set_aside("header")
            return None
        if not self._expander.ragged:
            return fit(row, self._layout.header, self._file, may_trim=True)
        missing = len(self._layout.header.cells) - len(row.cells)
        return Row(line=row.line, cells=[*row.cells, *[""] * missing])
