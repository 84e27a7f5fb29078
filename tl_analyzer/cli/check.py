"""``tl check``: what every file is, and what became of each of its rows."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.options import ACTIVITYWATCH, INPUT, LISTING, OUTPUT, PROFILE

if TYPE_CHECKING:
    from tl_analyzer.athletes.athlete import Resolved
    from tl_analyzer.cli.check_account import Account
    from tl_analyzer.log import Log


@click.command(
    short_help="Show what files are and how they were read.",
    epilog=examples(
        "tl check training/",
        "tl check export.zip --format json",
        "tl check training/ --propose training/exercises.toml",
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=INPUT)
@PROFILE
@click.option("--format", "form", type=LISTING, default="text", show_default=True)
@click.option("--out", type=OUTPUT, help="Write to this file.")
@click.option(
    "--ask/--no-ask",
    default=None,
    help="Ask what the files leave open, and remember it in the profile; by default only on a"
    " terminal.",
)
@click.option(
    "--propose",
    metavar="FILE",
    type=OUTPUT,
    help="Write a mapping file (TOML) for the exercises that were not recognised.",
)
@ACTIVITYWATCH
def check(
    paths: tuple[Path, ...],
    profile: Path | None,
    form: str,
    out: Path | None,
    ask: bool | None,
    propose: Path | None,
    activitywatch: str | None,
) -> None:
    """Read PATHs without analysing them, and account for every file and row.

    Shows for each file which adapter read it, how many rows were read, refused and set aside, and
    every problem with file, line, column and value. On a terminal it asks what the columns of a
    table mean and whether weights are kg or lb, where no file says so, and keeps the answers in
    the profile.
    """
    from tl_analyzer.athletes.athlete import resolve_athlete
    from tl_analyzer.athletes.inputs import require_readable
    from tl_analyzer.athletes.settings import recogniser_for
    from tl_analyzer.cli.activitywatch_live import live_sources
    from tl_analyzer.cli.ask import ask_and_remember, may_ask
    from tl_analyzer.cli.check_account import account
    from tl_analyzer.cli.check_json import check_json
    from tl_analyzer.cli.check_text import check_text
    from tl_analyzer.cli.delivery import deliver
    from tl_analyzer.cli.inputs import read_inputs
    from tl_analyzer.cli.mapping_proposal import write_proposal
    from tl_analyzer.cli.terminal import file_layout, terminal_layout
    from tl_analyzer.cli.unknown_exercises import unknown_exercises
    from tl_analyzer.cli.usual import usual_profile

    who = resolve_athlete(usual_profile(profile, paths), paths)
    live = live_sources(activitywatch, datetime.now(UTC))

    def read(athlete: "Resolved") -> "tuple[Log, Account]":
        log = read_inputs(paths, athlete.reading, live)
        unknown = unknown_exercises(log, recogniser_for(athlete, None))
        return log, account(log, athlete.notes, unknown)

    log, found = ask_and_remember(who, paths, read) if may_ask(ask) else read(who)
    if propose is not None:
        write_proposal(propose, found.unknown)
    layout = file_layout() if out else terminal_layout()
    write = {"text": check_text, "json": check_json}[form]
    deliver(write(found, layout), out, layout.color)
    require_readable(log, paths)
