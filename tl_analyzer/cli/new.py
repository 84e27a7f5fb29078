"""``tl new``: write a package for an author of plugins to begin with."""

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.lazy_group import LazyCommand, LazyGroup

COMMANDS = {
    "adapter": LazyCommand(
        "tl_analyzer.cli.new_adapter", "adapter", "A package that reads another source."
    ),
    "rules": LazyCommand("tl_analyzer.cli.new_rules", "rules", "A package that judges further."),
}


class NewCommands(LazyGroup):
    """The commands of ``tl new``."""

    lazy = COMMANDS


@click.group(
    cls=NewCommands,
    short_help="Write a new plugin package to begin with.",
    epilog=examples("tl new adapter row-book", "tl new rules rest-days --into ~/src"),
)
def new() -> None:
    """Write a new plugin package to begin with."""
