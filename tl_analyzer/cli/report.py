"""``tl report``: the weekly risk report."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import Exit
from tl_analyzer.cli.format_choice import FormatChoice
from tl_analyzer.cli.kinds import ATHLETE, Choice
from tl_analyzer.cli.options import (
    ACTIVITYWATCH,
    INPUT,
    MAPPING,
    OUTPUT,
    PROFILE,
    STORE,
    WEEK,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tl_analyzer.adapter import SourceFile

#: Names of the shipped formats; the same as those of `tl_analyzer.report.formats`.
FORMAT_NAMES = ("text", "md", "html", "json", "message", "pdf")

#: Readers; the same as those of `tl_analyzer.report.audience`.
READERS = ("athlete", "coach")

#: Severities, mildest first; the same as those of `tl_analyzer.finding`.
LEVELS = ("info", "watch", "amber", "red")


@click.command(
    short_help="Write the weekly risk report.",
    epilog=examples(
        "tl report training/",
        "tl report --athlete anna --week last",
        "tl report strong.csv rides.zip --profile anna.toml --week last",
        "tl report training/ --format html --out week.html",
        "tl report training/ --for coach --mail week.eml --mail-to coach@example.org",
        "tl report training/ --format json --out week.json --fail-on amber",
        'tl report training/ --what-if "skip thu:deadlift" --what-if "stand 1/10"',
    ),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=INPUT)
@PROFILE
@click.option("--athlete", metavar="ID", type=ATHLETE, help="Whose week it is.")
@WEEK
@click.option("--as-of", metavar="INSTANT", help="When the report is made; default: now.")
@click.option(
    "--format",
    "form",
    type=FormatChoice(FORMAT_NAMES),
    default="text",
    show_default=True,
    help="message: a few lines from coach to athlete, to be copied; pdf needs tl-analyzer[pdf].",
)
@click.option(
    "--for",
    "audience",
    type=Choice(READERS),
    default="athlete",
    show_default=True,
    help="Who reads it: 'your usual' or 'Anna's usual'; json and message are the same for both.",
)
@click.option("--details", is_flag=True, help="In text: all evidence, context and cues.")
@click.option("--out", type=OUTPUT, help="Write to this file.")
@click.option(
    "--mail",
    metavar="FILE.eml",
    type=OUTPUT,
    help="Write a ready message with the report to this file, to be opened as a draft; nothing"
    " is sent.",
)
@click.option(
    "--mail-to", metavar="ADDRESS", multiple=True, help="To whom it goes. May be repeated."
)
@STORE
@ACTIVITYWATCH
@MAPPING
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
    type=Choice(LEVELS),
    help="Exit with 1 if a flag of this level or above exists, put aside with `tl ack` or not.",
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
    audience: str,
    details: bool,
    out: Path | None,
    mail: Path | None,
    mail_to: tuple[str, ...],
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
    from tl_analyzer.athletes.changes import parsed_changes
    from tl_analyzer.athletes.moment import as_of_instant, chosen_week
    from tl_analyzer.athletes.settings import parameters_for, recogniser_for
    from tl_analyzer.cli.athlete_log import athlete_log
    from tl_analyzer.cli.report_delivery import Delivery
    from tl_analyzer.report.audience import Audience

    delivery = Delivery(form, out, mail, mail_to, Audience(audience), details)
    delivery.check()
    with athlete_log(paths, store, profile, athlete) as source:
        who = source.who
        zone = who.profile.athlete.timezone
        instant = as_of_instant(as_of, zone)
        reviewed = chosen_week(week, zone, instant)
        asked = parsed_changes(changes, reviewed)
        parameters = parameters_for(who.profile)
        recogniser = recogniser_for(who, mapping)
        log = who.told(source.read(reviewed.monday, _live(activitywatch, reviewed.end)))
        seen = source.acknowledged()
    from tl_analyzer.athletes.case import Case
    from tl_analyzer.athletes.reviewed_week import reviewed_week
    from tl_analyzer.finding import Severity

    case = Case(log, who.profile, reviewed, instant, parameters, recogniser)
    value = reviewed_week(case, seen, asked)
    delivery.deliver(value)
    if fail_on and any(flag.severity.rank >= Severity(fail_on).rank for flag in value.flags):
        ctx.exit(Exit.FLAGGED)


def _live(activitywatch: str | None, until: float) -> "Sequence[SourceFile]":
    """What a running ActivityWatch says up to an instant [s]; its client is loaded for it alone."""
    if activitywatch is None:
        return ()
    from tl_analyzer.cli.activitywatch_live import live_sources

    return live_sources(activitywatch, datetime.fromtimestamp(until, UTC))
