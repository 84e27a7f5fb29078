"""``tl roster``: a coach's page over many athletes, most urgent first."""

import os
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.options import JOBS, OUTPUT, STORE, WEEK

#: Names of the formats; the same as those of `tl_analyzer.roster.formats`.
FORMAT_NAMES = ("text", "json", "csv")


@click.command(
    short_help="Show many athletes' weeks, most urgent first.",
    epilog=examples(
        "tl roster", "tl roster athletes/ --week last", "tl roster --format csv --out team.csv"
    ),
)
@click.argument(
    "folder", metavar="[PATH]", required=False, type=click.Path(exists=True, path_type=Path)
)
@WEEK
@click.option("--as-of", metavar="INSTANT", help="When the page is made; default: now.")
@click.option(
    "--format", "form", type=click.Choice(FORMAT_NAMES), default="text", show_default=True
)
@click.option("--out", type=OUTPUT, help="Write to this file.")
@STORE
@JOBS
def roster(
    folder: Path | None,
    week: str | None,
    as_of: str | None,
    form: str,
    out: Path | None,
    store: Path | None,
    jobs: int | None,
) -> None:
    """Sum up the week of every athlete in the log store, or of every sub-folder of PATH.

    Each sub-folder is one athlete, with a profile.toml in it. What is new or worse beside the week
    before is marked. An athlete whose log cannot be read is a line of the page, not its end.
    """
    from tl_analyzer.cli.delivery import deliver
    from tl_analyzer.cli.moment import as_of_instant, check_moment
    from tl_analyzer.cli.roster_athletes import Asked, athletes_of_folder, athletes_of_store
    from tl_analyzer.cli.roster_run import roster_lines
    from tl_analyzer.cli.terminal import file_layout, progress, terminal_layout
    from tl_analyzer.roster.formats import FORMATS
    from tl_analyzer.roster.roster import roster as in_order

    # One moment for all of them, whatever their zones.
    made_at = as_of or as_of_instant(None, "UTC").isoformat()
    check_moment(week, made_at)
    asked = Asked(week, made_at)
    athletes = athletes_of_folder(folder) if folder else athletes_of_store(store)
    with progress("looking at") as tell:
        lines = list(roster_lines(athletes, asked, jobs or os.cpu_count() or 1, tell))
    layout = file_layout() if out else terminal_layout()
    deliver(FORMATS[form](in_order(lines, made_at), layout), out, layout.color)
