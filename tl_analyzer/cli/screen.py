"""``tl screen``: a two-minute self-screen that writes the profile."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.options import FILE, OUTPUT


@click.command(
    short_help="Screen your own back in two minutes.",
    epilog=examples(
        "tl screen", "tl screen anna.toml --diary diary.csv", "tl screen anna.toml < answers.txt"
    ),
)
@click.argument("profile", metavar="[PROFILE]", required=False, type=FILE)
@click.option(
    "--diary",
    metavar="FILE",
    type=OUTPUT,
    help="Put signs into this pain diary (CSV) instead of printing the line.",
)
@click.option("--countdown", is_flag=True, help="Count the seconds of each step, on a terminal.")
@click.option("--yes", is_flag=True, help="Write the profile without asking once more.")
@click.option("--as-of", metavar="INSTANT", help="When the screen is done; default: now.")
def screen(
    profile: Path | None, diary: Path | None, countdown: bool, yes: bool, as_of: str | None
) -> None:
    """Screen your own back in two minutes and write the result into PROFILE.

    Safety questions come first: a yes ends the screen with what to do. Then arms at a wall, prone
    on the forearms, a hip hinge with a stick, and the crest point. PROFILE is profile.toml, or
    the configured one, unless you name one; without any the result is only shown. It is a
    self-screen and no diagnosis.

    Answers may be piped in, one a line: an empty line takes what stands in brackets.
    """
    from tl_analyzer.cli.screen_run import run_screen
    from tl_analyzer.cli.screen_setting import screen_setting
    from tl_analyzer.cli.usual import own_profile

    run_screen(
        screen_setting(profile or own_profile(), as_of), diary, countdown=countdown, sure=yes
    )
