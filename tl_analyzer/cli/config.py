"""``tl config``: the configuration in use, and where each value comes from."""

import os

import click

from tl_analyzer.cli.examples import as_written, examples
from tl_analyzer.cli.options import LISTING

_FILE = as_written(
    "A config file may say:",
    'store = "~/training/log.sqlite"  # for every command',
    'profile = "~/training/me.toml"   # where files bring none',
    'athlete = "me"                   # of several in the store',
    "jobs = 2",
    "[report]                         # options of one command",
    'format = "md"',
)
_EXAMPLES = examples("tl config", "tl config --format json", "TL_CONFIG=club.toml tl config")


@click.command(
    short_help="Show the configuration and where it comes from.",
    epilog=f"{_FILE}\n\n{_EXAMPLES}",
)
@click.option("--format", "form", type=LISTING, default="text", show_default=True)
def config(form: str) -> None:
    """Show the configuration in use, and where each value comes from.

    The command line wins, then the environment (TL_STORE, TL_PROFILE, TL_ATHLETE, TL_JOBS), then
    the config file, then the default. The file is config.toml in your own config folder, or what
    TL_CONFIG names; nothing is read from the folder you work in.
    """
    from tl_analyzer.cli.config_text import config_json, config_text
    from tl_analyzer.cli.config_values import checked_config
    from tl_analyzer.cli.terminal import terminal_layout

    layout = terminal_layout()
    write = {"text": config_text, "json": config_json}[form]
    click.echo(write(checked_config(os.environ), layout), nl=False, color=layout.color)
