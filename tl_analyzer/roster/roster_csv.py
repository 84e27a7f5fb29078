"""The roster as a table for spreadsheets."""

import csv
import io

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.spreadsheet import text_cell
from tl_analyzer.roster.roster import Roster, level

_HEADER = (
    "athlete", "name", "week", "level", "referral", "severity", "flags", "new_or_worse", "cleared",
    "days_with_data", "headline", "error",
)  # fmt: skip


def roster_csv(found: Roster, layout: Layout) -> str:
    """Write one row an athlete; `layout` does not matter to a table."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADER)
    for line in found.lines:
        writer.writerow(
            (
                text_cell(line.athlete.id),
                text_cell(line.athlete.name),
                line.week,
                level(line),
                line.referral or "",
                line.severity or "",
                " ".join(flag.code for flag in line.flags),
                " ".join(flag.code for flag in line.changed),
                " ".join(line.cleared),
                line.days_with_data,
                text_cell(line.headline),
                text_cell(line.error),
            )
        )
    return text.getvalue()
