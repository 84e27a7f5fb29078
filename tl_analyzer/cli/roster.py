"""``tl roster``: a coach's page over many athletes, most urgent first."""

import os
from pathlib import Path

import click

from tl_analyzer.cli.examples import as_written, examples
from tl_analyzer.cli.kinds import Choice
from tl_analyzer.cli.options import FILE, JOBS, STORE, WEEK

#: Names of the formats; the same as those of `tl_analyzer.roster.formats`, and two that write
#: files of their own.
FORMAT_NAMES = ("text", "md", "json", "jsonl", "csv", "xlsx", "html")

#: Weeks of the outcome statistics: as a rule, and at most. [weeks]
_WEEKS, _MOST_WEEKS = 12, 52

#: What a roster file may hold, for the help.
ROSTER_EXAMPLE = (
    "[[group]]",
    'name = "Sprint"',
    'athletes = ["anna", "ben"]',
    "[[athlete]]",
    'id = "ben"',
    'folder = "team-b/benjamin"',
    'name = "Ben"',
    'group = "Masters"',
    'note = "Lifts again since October."',
    'timezone = "Europe/Berlin"',
)


@click.command(
    short_help="Show many athletes' weeks, most urgent first.",
    epilog=examples(
        "tl roster",
        "tl roster athletes/ --group Sprint",
        "tl roster athletes/ --format html --out pages/",
        "tl roster --outcomes --weeks 26 --format xlsx --out team.xlsx",
    )
    + "\n\n"
    + as_written("A roster.toml, of which all but the ids may be left out:", *ROSTER_EXAMPLE),
)
@click.argument(
    "folder", metavar="[PATH]", required=False, type=click.Path(exists=True, path_type=Path)
)
@click.option("--profile", type=FILE, help="What holds for athletes without a profile (TOML).")
@WEEK
@click.option("--as-of", metavar="INSTANT", help="When the page is made; default: now.")
@click.option(
    "--roster",
    "listing",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Groups, notes and zones of athletes (TOML); default: roster.toml in PATH.",
)
@click.option("--group", metavar="NAME", help="Only the athletes of this group.")
@click.option("--athlete", "ids", metavar="ID", multiple=True, help="Only this one; repeatable.")
@click.option("--outcomes", is_flag=True, help="Add what all check-ins together say of pain.")
@click.option(
    "--weeks",
    metavar="N",
    type=click.IntRange(1, _MOST_WEEKS),
    default=_WEEKS,
    show_default=True,
    help="Weeks of --outcomes, up to the one looked at.",
)
@click.option("--format", "form", type=Choice(FORMAT_NAMES), default="text", show_default=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Write to this file; for html, to this folder: an index and a page an athlete.",
)
@STORE
@JOBS
def roster(
    folder: Path | None,
    profile: Path | None,
    week: str | None,
    as_of: str | None,
    listing: Path | None,
    group: str | None,
    ids: tuple[str, ...],
    outcomes: bool,
    weeks: int,
    form: str,
    out: Path | None,
    store: Path | None,
    jobs: int | None,
) -> None:
    """Sum up the week of every athlete in the log store, or below PATH.

    An athlete's folder holds a profile.toml, or just the log; folders of such folders are groups.
    What is new or worse beside the week before is marked. An athlete whose log cannot be read is a
    line of the page, not its end. A roster.toml names groups, notes, zones and who else there is.
    """
    from tl_analyzer.athletes.athlete import checked_profile
    from tl_analyzer.athletes.moment import as_of_instant, check_moment
    from tl_analyzer.athletes.roster_athletes import Asked
    from tl_analyzer.athletes.roster_members import (
        in_group,
        members_of_folder,
        members_of_store,
        roster_file,
        with_ids,
    )
    from tl_analyzer.athletes.roster_run import roster_entries
    from tl_analyzer.cli.kept_reports import KeptReports
    from tl_analyzer.cli.roster_output import PAGES, WITH_OUTCOMES, check_output, write_roster
    from tl_analyzer.cli.terminal import progress
    from tl_analyzer.plugins import parameter_set
    from tl_analyzer.roster.pooled import outcomes as pooled
    from tl_analyzer.roster.roster import roster as in_order

    check_output(form, out)
    if profile is not None:
        checked_profile(profile)
    # One moment for all of them, whatever their zones.
    made_at = as_of or as_of_instant(None, "UTC").isoformat()
    check_moment(week, made_at)
    file = roster_file(listing, folder)
    members = members_of_folder(folder, file) if folder else members_of_store(store, file)
    if group is not None:
        members = in_group(members, group)
    if ids:
        members = with_ids(members, ids)
    counted = weeks if outcomes or form in WITH_OUTCOMES else 0
    asked = Asked(week, made_at, counted, reports=form == PAGES, profile=profile)
    lines, diaries, reports = [], [], KeptReports()
    with progress("looking at") as tell:
        for entry in roster_entries(members, asked, jobs or os.cpu_count() or 1, tell):
            lines.append(entry.line)
            if entry.outcomes is not None:
                diaries.append(entry.outcomes)
            if entry.report is not None:
                reports.keep(entry.line, entry.report)
    said = pooled(diaries, parameter_set()) if counted else None
    write_roster(in_order(lines, made_at, group or "", file.groups, said), reports, form, out)
