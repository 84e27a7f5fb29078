"""``tl profile check``: whether a profile can be used, and what follows from it."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.options import FILE


@click.command(
    short_help="Check a profile.",
    epilog=examples("tl profile check", "tl profile check training/profile.toml"),
)
@click.argument("file", metavar="[FILE]", type=FILE, required=False)
def check(file: Path | None) -> None:
    """Check FILE (default: profile.toml) word for word and say what it means."""
    from tl_analyzer.athletes.athlete import Resolved, checked_profile
    from tl_analyzer.athletes.settings import parameters_for, recogniser_for
    from tl_analyzer.cli.profile_words import unknown_words
    from tl_analyzer.cli.usual import own_profile
    from tl_analyzer.report.wording import clean, count

    file = file or own_profile()
    if file is None:
        raise UsageFailure(
            "there is no profile.toml here", "Name a file; `tl profile init` writes one."
        )
    found = checked_profile(file)
    parameters_for(found)
    recogniser_for(Resolved(found, file.parent), None)
    athlete = found.athlete
    position = found.bike.position or "not stated, assumed"
    lifts = found.strength.one_rep_max_kg.model_dump(exclude_none=True)
    click.echo(f"{file}: in order")
    click.echo(f"  athlete   {clean(athlete.id)}, days and weeks cut in {athlete.timezone}")
    click.echo(f"  weights   {athlete.units or 'no unit stated: logs without one are guessed'}")
    click.echo(f"  desk      {count(len(found.desk), 'block')} of usual hours")
    click.echo(f"  bike      {position}, {count(len(found.bike.rule), 'rule')}")
    click.echo(f"  strength  {', '.join(lifts) or 'no 1RM stated: estimated from the log'}")
    click.echo(f"  plan      {found.plan.minutes_per_day} min a day")
    for note in unknown_words(found):
        click.echo(f"note: {clean(note, 400)}", err=True)
