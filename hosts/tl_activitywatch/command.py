"""``tl connect activitywatch``: a week's rides and lifts on ActivityWatch's timeline."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.kinds import ATHLETE
from tl_analyzer.cli.options import INPUT, PROFILE, STORE, WEEK

if TYPE_CHECKING:
    from tl_analyzer import Athlete


@click.command(
    "activitywatch",
    short_help="Put a week's rides and lifts on the timeline of ActivityWatch.",
    epilog=examples(
        "tl connect activitywatch training/ --dry-run",
        "tl connect activitywatch --athlete anna --week 2026-W46",
        "tl connect activitywatch --url http://localhost:5666",
    ),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=INPUT)
@PROFILE
@click.option("--athlete", metavar="ID", type=ATHLETE, help="Whose week it is.")
@STORE
@WEEK
@click.option(
    "--url",
    metavar="URL",
    default="http://localhost:5600",
    show_default=True,
    help="The ActivityWatch that runs on this computer; no other is spoken to.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def command(
    paths: tuple[Path, ...],
    profile: Path | None,
    athlete: str | None,
    store: Path | None,
    week: str | None,
    url: str,
    dry_run: bool,
) -> None:
    """Write the rides and lifts of a week into a bucket of the ActivityWatch on this computer.

    They come from PATHs, or without any from the log store. Written are begin, length, title,
    sport, count of sets and the athlete's id: no weights, no flags, no pain. A second run changes
    nothing; a session that was corrected is replaced.
    """
    from tl_activitywatch.written_week import write_week

    who = _athlete(paths, profile, athlete, store)
    for line in write_week(who, week or "last", url, dry_run=dry_run):
        click.echo(line)


def _athlete(
    paths: tuple[Path, ...], profile: Path | None, athlete: str | None, store: Path | None
) -> "Athlete":
    import tl_analyzer as tl

    if paths:
        return tl.read(*paths, profile=profile, athlete=athlete)
    return tl.stored(athlete, store=store, profile=profile)
