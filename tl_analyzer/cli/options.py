"""Kinds of arguments that several commands take."""

from pathlib import Path

import click

#: An existing file.
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

#: An existing file or folder.
INPUT = click.Path(exists=True, path_type=Path)

#: A file to be written.
OUTPUT = click.Path(dir_okay=False, path_type=Path)

#: A running ActivityWatch as a further source; never asked without it.
ACTIVITYWATCH = click.option(
    "--activitywatch",
    metavar="URL",
    help="Also read the ActivityWatch that runs on this computer, http://localhost:5600: its AFK"
    " events alone.",
)

#: Formats of commands that list something.
LISTING = click.Choice(("text", "json"))
