"""``tl report``: the weekly risk report."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import Exit
from tl_analyzer.cli.options import ACTIVITYWATCH, FILE, INPUT, OUTPUT, STORE, WEEK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tl_analyzer.adapter import SourceFile

#: Names of the formats; the same as those of `tl_analyzer.report.formats`.
FORMAT_NAMES = ("text", "md", "json")

#: Severities, mildest first; the same as those of `tl_analyzer.finding`.
LEVELS = ("info", "watch", "amber", "red")


@click.command(
    short_help="Write the weekly risk report.",
    epilog=examples(
        "tl report training/",
        "tl report --athlete anna --week last",
        "tl report strong.csv rides.zip --profile anna.toml --week last",
        "tl report training/ --format json --out week.json --fail-on amber",
        'tl report training/ --what-if "skip sat:deadlift" --what-if "stand 1/10"',
    ),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=INPUT)
@click.option("--profile", type=FILE, help="The athlete's profile (TOML).")
@click.option("--athlete", metavar="ID", help="Whose week it is.")
@WEEK
@click.option("--as-of", metavar="INSTANT", help="When the report is made; default: now.")
@click.option(
    "--format", "form", type=click.Choice(FORMAT_NAMES), default="text", show_default=True
)
@click.option("--out", type=OUTPUT, help="Write to this file.")
@STORE
@ACTIVITYWATCH
@click.option("--mapping", type=FILE, help="Your own exercise names (TOML).")
@click.option(
    "--what-if",
    "changes",
    metavar="CHANGE",
    multiple=True,
    help="Show the week as if changed: 'skip fri:deadlift', 'swap A>B', 'stand 1/10', 'walk 10',"
    " 'move sat>sun', 'drop 2 hardest hinge sets', 'lighter 10%'. May be repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    help="Exit with 1 if a flag of this level or above exists.",
)
@click.pass_context
def report(
    ctx: click.Context,
    paths: tuple[Path, ...],
    profile: Path | None,
    athlete: str | None,
    week: str | None,
    as_of: str | None,
    form: str,
    out: Path | None,
    store: Path | None,
    activitywatch: str | None,
    mapping: Path | None,
    changes: tuple[str, ...],
    fail_on: str | None,
) -> None:
    """Write the weekly risk report over PATHs: files, folders, zip archives.

    Nothing is stored then; the profile is --profile, else profile.toml in the first folder given.
    Without PATHs the report is on what `tl import` has put into the log store.
    """
    from tl_analyzer.cli.athlete_log import athlete_log
    from tl_analyzer.cli.delivery import deliver
    from tl_analyzer.cli.moment import as_of_instant, chosen_week
    from tl_analyzer.cli.settings import parameters_for, recogniser_for
    from tl_analyzer.cli.terminal import file_layout, terminal_layout
    from tl_analyzer.cli.what_if import changed_week, parsed_changes

    with athlete_log(paths, store, profile, athlete) as source:
        who = source.who
        zone = who.profile.athlete.timezone
        instant = as_of_instant(as_of, zone)
        reviewed = chosen_week(week, zone, instant)
        asked = parsed_changes(changes, reviewed)
        parameters = parameters_for(who.profile)
        recogniser = recogniser_for(who, mapping)
        log = source.read(reviewed.monday, _live(activitywatch, reviewed.end))
    from tl_analyzer.analysis import weekly_report
    from tl_analyzer.finding import Severity
    from tl_analyzer.report.formats import FORMATS

    log = log.model_copy(update={"problems": (*who.notes, *log.problems)})
    case = (log, who.profile, reviewed, instant, parameters, recogniser)
    value = weekly_report(*case)
    if asked:
        value = value.model_copy(update={"what_if": changed_week(case, asked)})
    layout = file_layout() if out else terminal_layout()
    deliver(FORMATS[form](value, layout), out, layout.color)
    if fail_on and any(flag.severity.rank >= Severity(fail_on).rank for flag in value.flags):
        ctx.exit(Exit.FLAGGED)


def _live(activitywatch: str | None, until: float) -> "Sequence[SourceFile]":
    """What a running ActivityWatch says up to an instant [s]; its client is loaded for it alone."""
    if activitywatch is None:
        return ()
    from tl_analyzer.cli.activitywatch_live import live_sources

    return live_sources(activitywatch, datetime.fromtimestamp(until, UTC))
