"""The roster as a table for spreadsheets."""

import csv
import io

from tl_analyzer.report.layout import Layout
from tl_analyzer.roster.roster import Roster
from tl_analyzer.roster.roster_table import COLUMNS, row


def roster_csv(found: Roster, layout: Layout) -> str:
    """Write one row an athlete; `layout` does not matter to a table."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in COLUMNS)
    writer.writerows(map(row, found.lines))
    return text.getvalue()
