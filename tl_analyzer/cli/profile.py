"""``tl profile``: write a commented profile, check one."""

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.lazy_group import LazyCommand, LazyGroup

COMMANDS = {
    "init": LazyCommand("tl_analyzer.cli.profile_init", "init", "Write a commented profile."),
    "check": LazyCommand("tl_analyzer.cli.profile_check", "check", "Check a profile."),
}


class ProfileCommands(LazyGroup):
    """The commands of ``tl profile``."""

    lazy = COMMANDS


@click.group(
    cls=ProfileCommands,
    short_help="Write or check an athlete's profile.",
    epilog=examples("tl profile init anna.toml", "tl profile check anna.toml"),
)
def profile() -> None:
    """Write or check an athlete's profile."""
