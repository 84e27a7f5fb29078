"""``tl connect goldencheetah``: lifting sessions into a GoldenCheetah library."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.kinds import ATHLETE
from tl_analyzer.cli.options import INPUT, PROFILE, STORE, WEEK

if TYPE_CHECKING:
    from tl_analyzer import Athlete
    from tl_goldencheetah.writing.activity import Activity


@click.group("goldencheetah", short_help="Put lifting sessions into a GoldenCheetah library.")
def command() -> None:
    """Work with the files of GoldenCheetah.

    Its rides are read like any other file: `tl report LIBRARY/Anna/activities`,
    `tl import LIBRARY/Anna/activities`.
    """


@command.command(
    "write",
    short_help="Write lifting sessions as activities.",
    epilog=examples(
        "tl connect goldencheetah write ~/.goldencheetah --athlete anna",
        "tl connect goldencheetah write ~/.goldencheetah --gc-athlete Anna --since 2026-01-01",
        "tl connect goldencheetah write ~/.goldencheetah exports/ --week 2026-W46 --dry-run",
    ),
)
@click.argument("library", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=INPUT)
@PROFILE
@click.option("--athlete", metavar="ID", type=ATHLETE, help="Whose sessions they are.")
@STORE
@click.option("--gc-athlete", metavar="NAME", help="The athlete's name in GoldenCheetah.")
@WEEK
@click.option(
    "--since",
    metavar="DATE",
    type=click.DateTime(("%Y-%m-%d",)),
    help="All sessions from this day on, instead of one week.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def write(
    library: Path,
    paths: tuple[Path, ...],
    profile: Path | None,
    athlete: str | None,
    store: Path | None,
    gc_athlete: str | None,
    week: str | None,
    since: datetime | None,
    dry_run: bool,
) -> None:
    """Write the lifting sessions of a week into a GoldenCheetah LIBRARY.

    They come from PATHs, or without any from the log store. Each becomes an activity of the sport
    Strength with its length, its sets, and a session RPE where its sets are rated. A second run
    changes nothing; a session that was corrected is written again; what somebody else put there, or
    changed in GoldenCheetah, is left alone. GoldenCheetah shows new files at its next start.
    """
    from tl_goldencheetah.writing.library import activities_folder
    from tl_goldencheetah.writing.written_file import CHANGING, Fate, fate_of, other_starts, put

    if week and since:
        raise click.UsageError("--week and --since exclude each other")
    folder = activities_folder(library, gc_athlete)
    others = other_starts(folder)
    decide, would = (fate_of, "would be ") if dry_run else (put, "")
    fates: Counter[Fate] = Counter()
    for activity in _activities(_athlete(paths, profile, athlete, store), week, since):
        fate = decide(activity, folder, others)
        fates[fate] += 1
        told = f"{would}{fate}" if fate in CHANGING else fate
        click.echo(f"{activity.name}  {activity.title or 'Strength'}: {told}")
    changed = sum(fates[each] for each in CHANGING)
    alone = fates.total() - changed - fates[Fate.KEPT]
    click.echo(
        f"{fates.total()} sessions: {fates[Fate.WRITTEN]} {would}written,"
        f" {fates[Fate.UPDATED]} {would}updated, {fates[Fate.KEPT]} kept, {alone} left alone."
    )
    if dry_run:
        click.echo("A dry run: nothing was written.")
    elif changed:
        click.echo("GoldenCheetah shows them at its next start.")


def _athlete(
    paths: tuple[Path, ...], profile: Path | None, athlete: str | None, store: Path | None
) -> "Athlete":
    import tl_analyzer as tl

    if paths:
        return tl.read(*paths, profile=profile, athlete=athlete)
    return tl.stored(athlete, store=store, profile=profile)


def _activities(
    athlete: "Athlete", week: str | None, since: datetime | None
) -> "tuple[Activity, ...]":
    from tl_goldencheetah.writing import chosen_sessions

    if since is not None:
        return chosen_sessions.since(athlete, since.date())
    return chosen_sessions.of_week(athlete, week or "last")
