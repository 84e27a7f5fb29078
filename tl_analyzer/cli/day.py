"""``tl day``: one day as it was understood, with the evidence for every minute."""

from datetime import date, timedelta
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import ATHLETE
from tl_analyzer.cli.options import INPUT, LISTING, OUTPUT, PROFILE, STORE


@click.command(
    short_help="Show how one day was understood.",
    epilog=examples("tl day training/ --date 2026-11-12", "tl day training/ --format json"),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=INPUT)
@click.option("--date", "chosen", metavar="DAY", help="2026-11-12; default: the day of --as-of.")
@PROFILE
@click.option("--athlete", metavar="ID", type=ATHLETE, help="Whose day it is.")
@STORE
@click.option("--as-of", metavar="INSTANT", help="When the page is made; default: now.")
@click.option("--format", "form", type=LISTING, default="text", show_default=True)
@click.option("--out", type=OUTPUT, help="Write to this file.")
def day(
    paths: tuple[Path, ...],
    chosen: str | None,
    profile: Path | None,
    athlete: str | None,
    store: Path | None,
    as_of: str | None,
    form: str,
    out: Path | None,
) -> None:
    """Merge what PATHs say about one day: sessions, and sitting minute by minute.

    Every stretch names what it rests on, how well that is known and what contradicts it. Without
    PATHs the day is read from the log store.
    """
    from tl_analyzer.athletes.moment import as_of_instant
    from tl_analyzer.athletes.settings import parameters_for
    from tl_analyzer.cli.athlete_log import athlete_log
    from tl_analyzer.cli.delivery import deliver
    from tl_analyzer.cli.terminal import file_layout, terminal_layout
    from tl_analyzer.report.day_page import day_page
    from tl_analyzer.report.day_text import day_text

    with athlete_log(paths, store, profile, athlete) as source:
        who = source.who
        until = as_of_instant(as_of, who.profile.athlete.timezone)
        wanted = _day(chosen) if chosen else until.date()
        log = source.read(wanted - timedelta(days=wanted.weekday()))
    page = day_page(log, who.profile, wanted, until, parameters_for(who.profile))
    layout = file_layout() if out else terminal_layout()
    if form == "json":
        from tl_analyzer.report.json_report import json_text

        deliver(json_text(page, layout), out, layout.color)
    else:
        deliver(day_text(page, layout), out, layout.color)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as why:
        raise UsageFailure(f"--date {text!r} is not a day", "Write it as 2026-11-12.") from why
