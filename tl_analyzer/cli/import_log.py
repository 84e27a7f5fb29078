"""``tl import``: read sources into the log store."""

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.kinds import ATHLETE
from tl_analyzer.cli.options import INPUT, JOBS, LISTING, PROFILE, STORE

if TYPE_CHECKING:
    from tl_analyzer.athletes.athlete import Resolved
    from tl_analyzer.importing.import_account import ImportAccount
    from tl_analyzer.store.connection import Connection


@click.command(
    name="import",
    short_help="Read sources into the log store.",
    epilog=examples(
        "tl import training/",
        "tl import export.zip rides/ --profile anna.toml",
        "tl import training/ --dry-run",
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=INPUT)
@click.option(
    "--athlete", metavar="ID", type=ATHLETE, help="Whose log it is; default: the profile's athlete."
)
@PROFILE
@STORE
@JOBS
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--prune",
    is_flag=True,
    help="Also delete what a file held at an earlier import and holds no more, within the days it"
    " covers now.",
)
@click.option(
    "--ask",
    is_flag=True,
    help="Ask what the files leave open before they are imported, and remember it in the profile.",
)
@click.option("--format", "form", type=LISTING, default="text", show_default=True)
def import_log(
    paths: tuple[Path, ...],
    athlete: str | None,
    profile: Path | None,
    store: Path | None,
    jobs: int | None,
    dry_run: bool,
    prune: bool,
    ask: bool,
    form: str,
) -> None:
    """Read PATHs - files, folders, zip archives - into the log store.

    Running it twice changes nothing: files that are as they were are not read again, and a workout
    that was corrected replaces the one before. What a file does not hold any more stays in the log.
    """
    from tl_analyzer.athletes.inputs import nothing_readable
    from tl_analyzer.cli.import_json import import_json
    from tl_analyzer.cli.import_text import import_text
    from tl_analyzer.cli.importing_athlete import (
        answered,
        importing_athlete,
        named_by_folder,
        remember_athlete,
    )
    from tl_analyzer.cli.log_store import rehearsal, writing_store
    from tl_analyzer.cli.terminal import terminal_layout
    from tl_analyzer.importing.import_files import files_on_disk
    from tl_analyzer.intake.adapter_remarks import broken_adapters
    from tl_analyzer.plugins import adapters
    from tl_analyzer.store.forgetting import forget_athlete
    from tl_analyzer.store.pruning import prune as pruned
    from tl_analyzer.store.readable import any_readable

    opened = rehearsal if dry_run else writing_store
    with opened(store) as connection:
        who = importing_athlete(connection, profile, paths, athlete)
        if ask:
            who = answered(who, paths)
        by_folder = named_by_folder(connection, who)
        remember_athlete(connection, who)
        who = replace(who, notes=(*who.notes, *broken_adapters(adapters())))
        account = _imported(connection, who, paths, jobs or os.cpu_count() or 1)
        whose, files = who.profile.athlete.id, files_on_disk(paths)
        if prune:
            account.pruned = pruned(connection, whose, files)
        readable = any_readable(connection, whose, files)
        if by_folder and not readable:
            # A folder of something else is no athlete.
            forget_athlete(connection, whose)
    layout = terminal_layout()
    write = {"text": import_text, "json": import_json}[form]
    click.echo(write(account, who, layout, dry_run=dry_run), nl=False, color=layout.color)
    if not readable:
        sources = [note.source for note in account.notes]
        raise nothing_readable(sources, [p for n in account.notes for p in n.problems], paths)


def _imported(
    connection: "Connection", who: "Resolved", paths: tuple[Path, ...], jobs: int
) -> "ImportAccount":
    from tl_analyzer.cli.terminal import progress
    from tl_analyzer.importing.import_account import accounted
    from tl_analyzer.importing.import_files import import_files

    with progress("importing") as tell:
        return accounted(
            import_files(connection, who.profile.athlete.id, paths, who.reading, jobs, tell)
        )
