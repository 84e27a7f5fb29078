"""``tl plan``: the week's mobility and stability work, placed around sessions and desk."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import ATHLETE, Choice
from tl_analyzer.cli.options import INPUT, MAPPING, OUTPUT, PROFILE, STORE, WEEK

#: Names of the formats; those of `tl_analyzer.agenda.formats`, and the calendar.
FORMAT_NAMES = ("text", "md", "html", "json", "ics")

#: Longest time before an event that an alarm makes sense: a day. [min]
_LONGEST = 24 * 60


@click.command(
    short_help="Place the week's work around sessions and desk.",
    epilog=examples(
        "tl plan training/",
        "tl plan --athlete anna --week last",
        "tl plan training/ --format html --out week.html",
        "tl plan training/ --format ics --remind 10 --out week.ics",
    ),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=INPUT)
@PROFILE
@click.option("--athlete", metavar="ID", type=ATHLETE, help="Whose week it is.")
@WEEK
@click.option("--as-of", metavar="INSTANT", help="When the plan is made; default: now.")
@click.option("--format", "form", type=Choice(FORMAT_NAMES), default="text", show_default=True)
@click.option(
    "--remind",
    metavar="MINUTES",
    type=click.IntRange(0, _LONGEST),
    help="With --format ics: sound an alarm so long before each event.",
)
@click.option("--out", type=OUTPUT, help="Write to this file.")
@STORE
@MAPPING
def plan(
    paths: tuple[Path, ...],
    profile: Path | None,
    athlete: str | None,
    week: str | None,
    as_of: str | None,
    form: str,
    remind: int | None,
    out: Path | None,
    store: Path | None,
    mapping: Path | None,
) -> None:
    """Place the work that a week asks for in the week after it.

    --week names the week that is looked back on; with the last complete one, the current week is
    planned. Sessions are those recorded already, else planned ones from a calendar, else those
    that come back every week; desk hours are those of the profile, else measured habit. Without
    PATHs the log is read from the log store.
    """
    if remind is not None and form != "ics":
        raise UsageFailure("--remind belongs to calendars", "Add --format ics, or leave it out.")
    from tl_analyzer.athletes.moment import as_of_instant, chosen_week
    from tl_analyzer.athletes.settings import parameters_for, recogniser_for
    from tl_analyzer.cli.athlete_log import athlete_log
    from tl_analyzer.cli.delivery import deliver
    from tl_analyzer.cli.terminal import file_layout, terminal_layout

    with athlete_log(paths, store, profile, athlete) as source:
        who = source.who
        zone = who.profile.athlete.timezone
        instant = as_of_instant(as_of, zone)
        reviewed = chosen_week(week, zone, instant)
        parameters = parameters_for(who.profile)
        recogniser = recogniser_for(who, mapping)
        log = who.told(source.read(reviewed.back(-1).monday, since=reviewed.monday))
    from tl_analyzer.agenda.formats import FORMATS
    from tl_analyzer.agenda.make_agenda import make_agenda
    from tl_analyzer.analysis import weekly_report

    report = weekly_report(log, who.profile, reviewed, instant, parameters, recogniser)
    agenda = make_agenda(report, log, who.profile, instant, parameters, recogniser)
    layout = file_layout() if out else terminal_layout()
    if form == "ics":
        from tl_analyzer.agenda.ics import calendar

        deliver(calendar(agenda, remind), out, layout.color)
        if not any(day.entries for day in agenda.days):
            # An empty calendar says nothing of why it is empty.
            click.echo(f"note: nothing for the calendar. {agenda.message}", err=True)
    else:
        deliver(FORMATS[form](agenda, layout), out, layout.color)
