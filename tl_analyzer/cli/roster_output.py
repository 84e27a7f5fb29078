"""Where a roster goes: standard output, a file, or a folder of pages."""

from collections.abc import Mapping
from pathlib import Path

from tl_analyzer.cli.delivery import deliver, deliver_bytes, loaded, refuse_terminal
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.page_folder import write_pages
from tl_analyzer.cli.terminal import file_layout, terminal_layout
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.roster.formats import BINARY_FORMATS, FORMATS
from tl_analyzer.roster.roster import Roster
from tl_analyzer.roster.roster_line import Key

#: The format that is a folder of pages, with the report of each athlete.
PAGES = "html"

#: Formats that hold the outcome statistics whether they are asked for or not.
WITH_OUTCOMES = frozenset({"json", "xlsx", PAGES})


def check_output(form: str, out: Path | None) -> None:
    """Check ``--format`` and ``--out`` before the work begins.

    Raises
    ------
    UsageFailure
        If pages have no folder to go to, a document would go to one, or the format needs what is
        not installed.
    """
    if form == PAGES:
        if out is None or out.is_file():
            told = f", and {out} is a file" if out else ""
            raise UsageFailure(
                f"--format html writes an index and a page an athlete, into a folder{told}",
                "Name the folder with --out FOLDER.",
            )
    elif out is not None and out.is_dir():
        raise UsageFailure(
            f"--format {form} is one file, and {out} is a folder",
            "Name a file with --out FILE; --format html fills a folder.",
        )
    if form in BINARY_FORMATS:
        loaded(BINARY_FORMATS[form])
        if out is None:
            refuse_terminal()


def write_roster(
    found: Roster, reports: Mapping[Key, WeeklyReport], form: str, out: Path | None
) -> None:
    """Write a roster.

    Parameters
    ----------
    found : Roster
        The roster.
    reports : mapping of (str, str) to WeeklyReport
        Reports behind its lines, by their keys; for pages only.
    form : str
        Name of the format.
    out : Path or None
        The file, or the folder of the pages; standard output without it.

    Raises
    ------
    UsageFailure
        If it cannot be written.
    """
    if form == PAGES and out is not None:
        from tl_analyzer.roster.roster_html import roster_pages

        write_pages(out, dict(roster_pages(found, reports)))
        return
    layout = file_layout() if out else terminal_layout()
    if form in FORMATS:
        deliver(FORMATS[form](found, layout), out, layout.color)
        return
    deliver_bytes(BINARY_FORMATS[form]()(found, layout), out)
