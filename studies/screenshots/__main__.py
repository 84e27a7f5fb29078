"""``python -m studies.screenshots OUT [PAGE...]``: photograph pages, to be looked at.

Without a PAGE the weekly page of all weeks of `weeks`, and a roster; with some, these files.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from studies.screenshots.camera import SIGHTS, camera, photographs, printed, sheets
from studies.screenshots.roster import roster_files
from studies.screenshots.weeks import weeks
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

#: Stands for the coach's pages among the names of weeks.
ROSTER = "roster"


def written(out: Path, wanted: frozenset[str]) -> list[Path]:
    """Write pages into a folder; what the PDF printer makes of weeks is drawn at once.

    Parameters
    ----------
    out : Path
        The folder.
    wanted : frozenset of str
        Names of weeks, or `ROSTER`; empty for all.
    """
    reports = {name: week for name, week in weeks().items() if not wanted or name in wanted}
    files = []
    for name, report in reports.items():
        files.append(out / f"{name}.html")
        files[-1].write_text(FORMATS["html"](report, Layout()), encoding="utf-8")
        if find_spec("weasyprint"):
            _with_weasyprint(report, out / f"{name}-weasyprint.pdf")
    if not wanted or ROSTER in wanted:
        files += roster_files(out)
    return files


def photographed(files: Sequence[Path], out: Path) -> None:
    """Photograph pages in every sight and on paper."""
    with camera() as browser:
        for file in files:
            print(f"{file.name}: {file.stat().st_size} bytes")
            for sight in SIGHTS:
                photographs(browser, file.resolve(), sight, out)
            sheets(printed(browser, file.resolve(), out))


def _with_weasyprint(report: WeeklyReport, sheet: Path) -> None:
    from tl_analyzer.report.pdf import pdf

    sheet.write_bytes(pdf(report, Layout()))
    sheets(sheet)


if __name__ == "__main__":
    arguments = ArgumentParser(prog="python -m studies.screenshots", description=__doc__)
    arguments.add_argument("out", metavar="OUT", type=Path)
    arguments.add_argument("pages", metavar="PAGE", nargs="*", type=Path)
    arguments.add_argument("--week", action="append", default=[], help="only this one (repeatable)")
    given = arguments.parse_args()
    try:
        given.out.mkdir(parents=True, exist_ok=True)
        pages = given.pages or written(given.out, frozenset(given.week))
        photographed(pages, given.out)
    except FileNotFoundError as why:
        sys.exit(str(why))
