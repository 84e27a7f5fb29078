"""``tl check``: what every file is, and what became of each of its rows."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.options import FILE, INPUT, LISTING, OUTPUT


@click.command(
    short_help="Show what files are and how they were read.",
    epilog=examples("tl check training/", "tl check export.zip --format json"),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=INPUT)
@click.option("--profile", type=FILE, help="The athlete's profile (TOML).")
@click.option("--format", "form", type=LISTING, default="text", show_default=True)
@click.option("--out", type=OUTPUT, help="Write to this file.")
def check(paths: tuple[Path, ...], profile: Path | None, form: str, out: Path | None) -> None:
    """Read PATHs without analysing them, and account for every file and row.

    Shows for each file which adapter read it, how many rows were read, refused and set aside, and
    every problem with file, line, column and value.
    """
    from tl_analyzer.cli.athlete import resolve_athlete
    from tl_analyzer.cli.check_account import account
    from tl_analyzer.cli.check_json import check_json
    from tl_analyzer.cli.check_text import check_text
    from tl_analyzer.cli.delivery import deliver
    from tl_analyzer.cli.inputs import read_inputs, require_readable
    from tl_analyzer.cli.terminal import file_layout, terminal_layout

    who = resolve_athlete(profile, paths)
    log = read_inputs(paths, who.reading)
    found = account(log, who.notes)
    layout = file_layout() if out else terminal_layout()
    write = {"text": check_text, "json": check_json}[form]
    deliver(write(found, layout), out, layout.color)
    require_readable(log, paths)
